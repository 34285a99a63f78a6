/** Codings as a Word document, theme by theme. Written directly: thousands of paragraphs are a matter of milliseconds. */
import { m } from '#platform/words/words.ts'
import { writeParts } from '#listening/readers/office-parts.ts'
import { byTheme, codingLine, sourceLine } from './exported-words.ts'
import type { ExportedRow } from './find-exported-codings.ts'
import { escapedText } from './xml.rules.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export function codingsDocx(rows: readonly ExportedRow[], title: string): Promise<Uint8Array> {
	return writeParts(
		new Map([
			[
				'[Content_Types].xml',
				`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
			],
			[
				'_rels/.rels',
				`${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
			],
			[
				'word/_rels/document.xml.rels',
				`${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
			],
			['word/styles.xml', HEAD + styles()],
			['word/document.xml', HEAD + documentOf(rows, title)],
		]),
	)
}

function documentOf(rows: readonly ExportedRow[], title: string): string {
	const body = [
		paragraph('Title', title),
		paragraph('Normal', m.understanding_export_count({ count: rows.length })),
		...byTheme(rows).flatMap(({ path, definition, rows: own }) => [
			paragraph(`Heading${Math.min(path.length, 3)}`, path.join(' › ')),
			...(definition === '' ? [] : [paragraph('Normal', definition)]),
			paragraph('Marks', m.understanding_export_count({ count: own.length })),
			...own.flatMap((row) => [
				paragraph('Quote', row.quote),
				paragraph('Marks', `${sourceLine(row)}\n${codingLine(row)}`),
				...row.memos.map((memo) => paragraph('Memo', memo)),
			]),
		]),
	]
	const page =
		'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
	return `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}${page}</w:body></w:document>`
}

function paragraph(style: string, words: string): string {
	const runs = words.split('\n').map((line) => `<w:t xml:space="preserve">${escapedText(line)}</w:t>`)
	return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${runs.join('<w:br/>')}</w:r></w:p>`
}

/** Serif means a person said it. */
function styles(): string {
	const style = (id: string, name: string, paragraphs: string, runs: string) =>
		`<w:style w:type="paragraph" ${id === 'Normal' ? 'w:default="1" ' : ''}w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`
	const heading = (level: number, size: number) =>
		style(
			`Heading${level}`,
			`heading ${level}`,
			`<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
			`<w:b/><w:sz w:val="${size}"/>`,
		)
	return `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>${[
		style('Normal', 'Normal', '<w:spacing w:after="120"/>', ''),
		style('Title', 'Title', '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="40"/>'),
		heading(1, 32),
		heading(2, 28),
		heading(3, 24),
		style(
			'Quote',
			'Quote',
			'<w:keepNext/><w:spacing w:before="200" w:after="40"/><w:ind w:left="284"/>',
			'<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="23"/>',
		),
		style('Marks', 'Marks', '<w:ind w:left="284"/>', '<w:color w:val="53606C"/><w:sz w:val="18"/>'),
		style('Memo', 'Memo', '<w:ind w:left="567"/>', '<w:i/><w:sz w:val="19"/>'),
	].join('')}</w:styles>`
}
