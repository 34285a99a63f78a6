/** A short mail of paragraphs and at most one link, as plain text and as HTML that needs no style. */
import { language } from './words/words.ts'

export type Letter = {
	greeting: string
	paragraphs: readonly string[]
	/** On a line of its own. */
	link?: { href: string; label: string }
	/** After the link: what to do if this mail was not asked for. */
	afterwards?: readonly string[]
	/** Who writes. */
	signature: string
}

export function letterOf(letter: Letter): { plainText: string; html: string } {
	const { greeting, paragraphs, link, afterwards = [], signature } = letter
	const plain = [greeting, ...paragraphs, ...(link ? [`${link.label}:\n${link.href}`] : []), ...afterwards, signature]
	const html = [
		...[greeting, ...paragraphs].map(paragraph),
		...(link ? [`<p><a href="${escaped(link.href)}">${escaped(link.label)}</a><br>${escaped(link.href)}</p>`] : []),
		...[...afterwards, signature].map(paragraph),
	]
	return {
		plainText: `${plain.join('\n\n')}\n`,
		html: `<!doctype html><html lang="${language()}"><meta charset="utf-8"><body>${html.join('')}</body></html>`,
	}
}

function paragraph(text: string): string {
	return `<p>${escaped(text)}</p>`
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
