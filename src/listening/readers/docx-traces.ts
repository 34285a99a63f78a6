/** What a Word document tells beside its words, and how to leave it behind. */
import type { Warning } from '../tables.ts'
import { writeParts } from './office-parts.ts'

/** Marks hidden runs for the reader of words, which does not know of them; no document uses this colour. */
export const HIDDEN = 'gehoert-hidden'

const VANISH = /<((?:\w+:)?)vanish(?:\s[^>]*?)?(?:\/>|>\s*<\/(?:\w+:)?vanish>)/g
const IS_OFF = /val\s*=\s*["'](?:0|false|off)["']/

/** The body with every hidden run painted in a colour by which it is left out. Other colours are dropped. */
export function markHidden(documentXml: string): { xml: string; hidden: number } {
	let hidden = 0
	const plain = documentXml.replace(/<(?:\w+:)?highlight(?:\s[^>]*?)?\/>/g, '')
	const xml = plain.replace(VANISH, (element, prefix: string) => {
		if (IS_OFF.test(element)) return ''
		hidden++
		return `<${prefix}highlight ${prefix}val="${HIDDEN}"/>`
	})
	return { xml, hidden }
}

/** Ids of styles whose words are not shown, their descendants included. */
export function hiddenStyles(stylesXml: string): Set<string> {
	const styles = Array.from(
		stylesXml.matchAll(/<(?:\w+:)?style\s([^>]*)>(.*?)<\/(?:\w+:)?style>/gs),
		([, head, body]) => ({
			id: /styleId\s*=\s*["']([^"']*)["']/.exec(head!)?.[1] ?? '',
			parent: /<(?:\w+:)?basedOn\s[^>]*val\s*=\s*["']([^"']*)["']/.exec(body!)?.[1],
			isHidden: [...body!.matchAll(VANISH)].some(([element]) => !IS_OFF.test(element)),
		}),
	)
	const hidden = new Set(styles.filter(({ isHidden }) => isHidden).map(({ id }) => id))
	for (let before = -1; before < hidden.size;) {
		before = hidden.size
		for (const { id, parent } of styles) if (parent !== undefined && hidden.has(parent)) hidden.add(id)
	}
	return hidden
}

/** What was left behind, for the report of reading: names of kinds and counts, never contents. */
export function tracesIn(names: ReadonlySet<string>, parts: ReadonlyMap<string, Buffer>, hidden: number): Warning[] {
	const body = parts.get('word/document.xml')?.toString('utf8') ?? ''
	const core = parts.get('docProps/core.xml')?.toString('utf8') ?? ''
	const pictures = [...names].filter((name) => /^word\/(media|embeddings)\/./.test(name)).length
	const found: [boolean, Warning][] = [
		[names.has('word/comments.xml'), { code: 'comments-left-out', facts: {} }],
		[/<(?:\w+:)?(?:creator|lastModifiedBy)>[^<]/.test(core), { code: 'authors-left-out', facts: {} }],
		[/<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\s/.test(body), { code: 'changes-accepted', facts: {} }],
		[hidden > 0, { code: 'hidden-left-out', facts: { count: hidden } }],
		[pictures > 0, { code: 'pictures-left-out', facts: { count: pictures } }],
	]
	return found.filter(([isThere]) => isThere).map(([, warning]) => warning)
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A document that holds these paragraphs and nothing else: no author, no time, no picture, no comment. */
export function plainDocument(paragraphs: readonly string[]): Promise<Uint8Array> {
	const body = paragraphs.map((words) => `<w:p><w:r>${runOf(words)}</w:r></w:p>`).join('')
	return writeParts(
		new Map([
			[
				'[Content_Types].xml',
				`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
			],
			[
				'_rels/.rels',
				`${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
			],
			['word/document.xml', `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`],
		]),
	)
}

function runOf(words: string): string {
	return words
		.toWellFormed()
		.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, '')
		.split(/([\t\n])/)
		.map((piece) => {
			if (piece === '\t') return '<w:tab/>'
			return piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`
		})
		.join('')
}

function escaped(words: string): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
