/** A generated document as a Word file: what is left blank is to be filled in there. */
import { Document, Packer } from 'docx'
import { heading, pageNumber, stylesFor, table, text, texts, title, type Block } from '../report/docx-parts.ts'
import type { RecordDocument, RecordSection } from './record-document.ts'

export async function renderRecordDocx(
	record: RecordDocument,
	{ language, notice, blank }: { language: 'de' | 'en'; notice: string; blank: (what: string) => string },
): Promise<Uint8Array> {
	const document = new Document({
		title: record.title,
		styles: stylesFor(language),
		sections: [
			{
				footers: { default: pageNumber() },
				children: [
					title(record.title),
					text(record.lead),
					text(notice, { color: '53606C' }),
					...record.sections.flatMap((section) => blocksOf(section, blank)),
				],
			},
		],
	})
	return Packer.toBuffer(document)
}

function blocksOf(
	{ heading: name, texts: said = [], list = [], table: cells, blanks = [] }: RecordSection,
	blank: (what: string) => string,
): Block[] {
	return [
		heading(2, name),
		...texts(said),
		...list.map((line) => text(`• ${line}`)),
		...(cells ? [table(cells.heads, cells.rows), text('')] : []),
		...blanks.map((what) => text(blank(what), { bold: true })),
	]
}
