/** Sets news as an Atom feed (RFC 4287). Pure. */
import type { News } from './find-news.ts'

export type AtomFeed = {
	title: string
	/** Of the municipality's pages, without a slash at the end. */
	origin: string
	language: string
	author: string
	news: readonly News[]
	/** ISO day, for a feed without news. */
	today: string
}

export function atomFeed({ title, origin, language, author, news, today }: AtomFeed): string {
	const updatedOn = news[0]?.updatedOn ?? today
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">
<id>${escaped(origin)}/feed.atom</id>
<title>${escaped(title)}</title>
<updated>${instant(updatedOn)}</updated>
<author><name>${escaped(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(origin)}/feed.atom"/>
<link rel="alternate" type="text/html" href="${escaped(origin)}/"/>
${news.map((one) => entry(one, origin)).join('\n')}
</feed>
`
}

function entry({ id, title, href, updatedOn, author, paragraphs, voices }: News, origin: string): string {
	const said = voices.map(
		({ wording, label }) => `<blockquote><p>${escaped(wording)}</p></blockquote><p>– ${escaped(label)}</p>`,
	)
	const html = [...paragraphs.map((text) => `<p>${escaped(text)}</p>`), ...said].join('')
	return `<entry>
<id>urn:uuid:${escaped(id)}</id>
<title>${escaped(title)}</title>
<updated>${instant(updatedOn)}</updated>
${author ? `<author><name>${escaped(author)}</name></author>\n` : ''}<link rel="alternate" type="text/html" href="${escaped(origin + href)}"/>
<content type="html">${escaped(html)}</content>
</entry>`
}

/** A day has no time: the feed format wants one, and noon is nobody's. */
function instant(day: string): string {
	return `${day}T12:00:00Z`
}

/** Also takes out what XML does not allow at all. */
function escaped(text: string): string {
	return text
		.toWellFormed()
		.replace(/(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
}
