/** Packs a Word file without the minute it was made: a report made anew tells when somebody took their words back. */
import { type Document, Packer } from 'docx'

export type DocxFacts = { title: string; creator: string; description?: string; day: string }

/** `day` is an ISO date; the file and its parts say it was made at midnight of it, or say nothing. */
export async function packDocx(document: Document, facts: DocxFacts): Promise<Uint8Array> {
	const properties = { path: 'docProps/core.xml', data: coreProperties(facts) }
	return withoutTimes(await Packer.toBuffer(document, undefined, [properties]))
}

function coreProperties({ title, creator, description = '', day }: DocxFacts): string {
	const made = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${inXml(title)}</dc:title><dc:creator>${inXml(creator)}</dc:creator><dc:description>${inXml(description)}</dc:description>${made('created')}${made('modified')}</cp:coreProperties>`
}

function inXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** 1 January 1980, the first moment a zip can name. */
const ZIP_BEGINNING = Buffer.from([0, 0, 0x21, 0])

/** Sets the time of every part, in the zip's directory and before the part itself. */
function withoutTimes(zip: Buffer): Buffer {
	const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
	let at = zip.readUInt32LE(end + 16)
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		ZIP_BEGINNING.copy(zip, at + 12)
		ZIP_BEGINNING.copy(zip, zip.readUInt32LE(at + 42) + 10)
		at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
	}
	return zip
}
