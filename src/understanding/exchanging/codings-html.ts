/** Codings as one file for the browser: no script, nothing fetched, printable. */
import { language, m } from '#platform/words/words.ts'
import { byTheme, codingLine, sourceLine } from './exported-words.ts'
import type { ExportedRow } from './find-exported-codings.ts'

const LOOK = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h2{border-left:.5rem solid var(--theme);padding-left:.6rem;margin-top:2.5rem}blockquote{font:1.1rem/1.5 Georgia,serif;margin:1.2rem 0 .2rem;white-space:pre-line}
figure{margin:0;break-inside:avoid}figcaption,.memo{font-size:.875rem;opacity:.8}.memo{border-left:2px solid;padding-left:.6rem;white-space:pre-line}nav li{margin:.2rem 0}@media print{nav{display:none}}`

export function codingsHtml(rows: readonly ExportedRow[], title: string): string {
	const themes = byTheme(rows)
	const contents = themes.map(
		({ path, rows: own }, at) => `<li><a href="#t${at}">${escaped(path.join(' › '))}</a> (${own.length})</li>`,
	)
	const sections = themes.map(
		({ path, colour, definition, rows: own }, at) =>
			`<section><h2 id="t${at}" style="--theme:${escaped(colour)}">${escaped(path.join(' › '))}</h2>${definition === '' ? '' : `<p>${escaped(definition)}</p>`}${own.map(figure).join('\n')}</section>`,
	)
	return `<!doctype html>
<html lang="${language()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${LOOK}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(m.understanding_export_count({ count: rows.length }))}</p>
<nav aria-label="${escaped(m.understanding_export_contents())}"><ul>${contents.join('')}</ul></nav>
${sections.join('\n')}</main></body></html>
`
}

function figure(row: ExportedRow): string {
	const memos = row.memos.map((memo) => `<p class="memo">${escaped(memo)}</p>`).join('')
	return `<figure id="c-${row.id}"><blockquote>${escaped(row.quote)}</blockquote><figcaption>${escaped(sourceLine(row))}<br>${escaped(codingLine(row))}</figcaption>${memos}</figure>`
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
