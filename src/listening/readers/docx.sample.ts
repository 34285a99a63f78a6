/** Word documents for tests, good ones and bad ones. */
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { ZipFile } from 'yazl'

/** A real document; a line break inside a paragraph is a soft one. */
export async function sampleDocx(paragraphs: readonly string[]): Promise<Uint8Array> {
	const children = paragraphs.map(
		(text) =>
			new Paragraph({
				children: text.split('\n').map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }) })),
			}),
	)
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** A zip with these parts, compressed. */
export function sampleZip(parts: Record<string, string | Buffer>): Promise<Uint8Array> {
	const zip = new ZipFile()
	for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name)
	zip.end()
	return new Promise((done, failed) => {
		const chunks: Buffer[] = []
		zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
		zip.outputStream.on('end', () => done(new Uint8Array(Buffer.concat(chunks))))
		zip.outputStream.on('error', failed)
	})
}

/** The parts of a minimal document around a body. */
export function docxParts(body: string, head = ''): Record<string, string> {
	const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
	const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
	const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
	const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
	return {
		'[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
		'word/document.xml': `<?xml version="1.0"?>${head}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
	}
}
