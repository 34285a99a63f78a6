/** The parts of the report as a web page: escaped markup, quotes, tables, and the styles with their fonts inside. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Banded, CrossThemes, Voice } from './report-content.ts'
import type { ReportWords } from './report-words.ts'

const { resolve } = createRequire(import.meta.url)

/** Markup this file made itself; a class, so that nothing that arrives as data can pass for it. */
export class Markup {
	readonly text: string

	constructor(text: string) {
		this.text = text
	}
}
export type Part = string | number | null | Markup | Markup[]

export function voice({ text, label }: Voice, words: ReportWords): Markup {
	return html`<figure>
		<blockquote>${words.quoteOpen}${text}${words.quoteClose}</blockquote>
		<figcaption>${label}</figcaption>
	</figure> `
}

export function bandTable(caption: string, name: string, list: Banded[], words: ReportWords): Markup {
	return table(
		caption,
		[name, words.howMany],
		list.map((entry) => [entry.name, words.bands[entry.band]]),
	)
}

export function themeTable(themes: CrossThemes['themes'], sectors: string[], words: ReportWords): Markup {
	const rows = themes.map(
		(theme) =>
			html`<tr>
				<th scope="row">${theme.name}</th>
				${theme.bands.map((band, at) => html`<td class="${band}">${theme.numbers?.[at] ?? words.bands[band]}</td>`)}
			</tr> `,
	)
	return html`<div class="wide" tabindex="0" role="region" aria-label="${words.themesBySector}">
		<table class="bands">
			<caption>
				${words.themesBySector}
			</caption>
			<thead>
				<tr>
					<th scope="col">${words.theme}</th>
					${sectors.map((sector) => html`<th scope="col">${sector}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</div> `
}

/** The first cell of each row names the row. */
export function table(caption: string, heads: string[], rows: [string, ...Part[]][]): Markup {
	if (rows.length === 0) return html``
	const row = ([name, ...cells]: [string, ...Part[]]) =>
		html`<tr>
			<th scope="row">${name}</th>
			${cells.map((cell) => html`<td>${cell}</td>`)}
		</tr> `
	return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}">
		<table>
			<caption>
				${caption}
			</caption>
			<thead>
				<tr>
					${heads.map((head) => html`<th scope="col">${head}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.map(row)}
			</tbody>
		</table>
	</div> `
}

export function paragraphs(texts: string[]): Markup {
	return html`${texts.map((text) => html`<p>${text}</p>`)}`
}

/** Everything put into the page is text and escaped, unless it came out of this function itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
	return new Markup(strings.reduce((page, piece, at) => page + markupOf(parts[at - 1] ?? null) + piece))
}

function markupOf(part: Part): string {
	if (part === null) return ''
	if (Array.isArray(part)) return part.map(markupOf).join('')
	if (part instanceof Markup) return part.text
	return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export async function styles(): Promise<Markup> {
	const font = async (family: string, file: string) => {
		const bytes = await readFile(resolve(`@fontsource-variable/${file}`))
		return `@font-face{font-family:'${family}';font-weight:200 800;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')}\n`
	}
	const sans = await font(
		'Atkinson Hyperlegible Next',
		'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
	)
	const serif = await font('Fraunces', 'fraunces/files/fraunces-latin-wght-normal.woff2')
	return new Markup(sans + serif + (await readFile(resolve('#publishing/report/report.css'), 'utf8')))
}
