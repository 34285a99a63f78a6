/** PDFs for tests, written by hand: with everything a scanner, an office program or somebody with a secret leaves in them. */
import { deflateSync, inflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Numbered from 1; the first is the catalogue. Several revisions follow each other as in a file that was saved again. */
export type Revision = Record<number, string | Buffer>

export function pdfOf(revisions: readonly Revision[], trailer = ''): Buffer {
	let file = bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
	let previous = ''
	const size = 1 + Math.max(...revisions.flatMap((revision) => Object.keys(revision).map(Number)))
	for (const revision of revisions) {
		const lines: string[] = []
		for (const [number, content] of Object.entries(revision)) {
			lines.push(`${number} 1\n${String(file.byteLength).padStart(10, '0')} 00000 n \n`)
			file = Buffer.concat([file, bytesOf(`${number} 0 obj\n`), bytesOf(content), bytesOf('\nendobj\n')])
		}
		const start = file.byteLength
		const end = `trailer\n<< /Size ${size} /Root 1 0 R ${previous} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
		file = Buffer.concat([file, bytesOf(`xref\n${lines.join('')}${end}`)])
		previous = `/Prev ${start}`
	}
	return file
}

export function stream(says: string, content: string | Buffer): Buffer {
	const bytes = bytesOf(content)
	return Buffer.concat([bytesOf(`<< ${says} /Length ${bytes.byteLength} >>\nstream\n`), bytes, bytesOf('\nendstream')])
}

export function packed(content: string): Buffer {
	return stream('/Filter /FlateDecode', deflateSync(bytesOf(content)))
}

export function xmp(canary: string): Buffer {
	const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description><creator>${canary}</creator></rdf:Description></rdf:RDF>`
	return stream('/Type /Metadata /Subtype /XML', `<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta>`)
}

/** Pages of this many blank sheets of A4. */
export function blankPdf(pageCount: number): Buffer {
	const pages = Array.from({ length: pageCount }, (_, position) => position + 3)
	return pdfOf([
		{
			1: '<< /Type /Catalog /Pages 2 0 R >>',
			2: `<< /Type /Pages /Count ${pageCount} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`,
			...Object.fromEntries(pages.map((page) => [page, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'])),
		},
	])
}

/** A signed paper whose file tells much more; every trace is called `KANARIE-…`. The signature is drawn on top of it. */
export async function talkativePdf(): Promise<{ bytes: Buffer; canaries: string[] }> {
	const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#c0d0e0' } })
		.withExif({ IFD0: { Artist: 'KANARIE-exif' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 10/1 0/1' } })
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">KANARIE-jpeg-xmp</x:xmpmeta>')
		.jpeg()
		.toBuffer()
	const original: Revision = {
		1: `<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R /OpenAction << /S /JavaScript /JS (app.alert\\('KANARIE-script'\\)) >>
			/Names << /EmbeddedFiles << /Names [(KANARIE-file.txt) << /Type /Filespec /F (KANARIE-file.txt) /EF << /F 6 0 R >> >>] >> >>
			/Outlines 7 0 R /OCProperties << /OCGs [15 0 R] /D << /OFF [15 0 R] >> >> /AcroForm << /Fields [17 0 R] /DA (/F 12 Tf 0 g) >> >>`,
		2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
		3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Metadata 9 0 R /Contents 4 0 R /Annots [10 0 R 11 0 R 12 0 R 17 0 R]
			/PieceInfo << /Office << /Private (KANARIE-private) >> >>
			/Resources << /Font << /F 13 0 R >> /XObject << /P 14 0 R >> /Properties << /Layer 15 0 R >> >> >>`,
		4: packed(`${PAGE} BT /F 20 Tf 60 500 Td (KANARIE-earlier revision) Tj ET`),
		5: xmp('KANARIE-xmp'),
		6: packed('KANARIE-attached'),
		7: '<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>',
		8: '<< /Title (KANARIE-outline) /Parent 7 0 R /Dest [3 0 R /Fit] >>',
		9: xmp('KANARIE-page-xmp'),
		10: '<< /Type /Annot /Subtype /Text /Rect [400 700 420 720] /T (KANARIE-commenter) /Contents (KANARIE-comment) /Popup 11 0 R >>',
		11: '<< /Type /Annot /Subtype /Popup /Rect [420 600 580 700] /Parent 10 0 R /Open true >>',
		12: `<< /Type /Annot /Subtype /Ink /Rect [100 100 300 140] /InkList [[100 120 300 120]] /C [0 0 0.6] /BS << /W 8 >>
			/T (KANARIE-tablet) /AP << /N 16 0 R >> /F 4 >>`,
		13: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		14: stream(
			'/Type /XObject /Subtype /Image /Width 300 /Height 200 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Metadata 19 0 R',
			photo,
		),
		15: '<< /Type /OCG /Name (KANARIE-layer) >>',
		16: stream('/Type /XObject /Subtype /Form /BBox [100 100 300 140]', '0 0 0.6 RG 8 w 100 120 m 300 120 l S'),
		17: `<< /Type /Annot /Subtype /Widget /FT /Tx /T (KANARIE-field) /V (12. Mai) /Rect [60 200 300 230] /F 4
			/P 3 0 R /AP << /N 20 0 R >> >>`,
		18: '<< /Author (KANARIE-author) /Producer (KANARIE-producer) >>',
		19: xmp('KANARIE-image-xmp'),
		20: stream(
			'/Type /XObject /Subtype /Form /BBox [0 0 240 30] /Resources << /Font << /F 13 0 R >> >>',
			'0 0 240 30 re f',
		),
	}
	const savedAgain: Revision = { 4: packed(PAGE) }
	const canaries = [
		'exif',
		'jpeg-xmp',
		'script',
		'file',
		'earlier',
		'xmp',
		'attached',
		'outline',
		'page-xmp',
		'commenter',
	]
	canaries.push(
		'comment',
		'tablet',
		'layer',
		'private',
		'field',
		'author',
		'producer',
		'image-xmp',
		'behind',
		'invisible',
	)
	canaries.push('hidden', 'marked')
	return { bytes: pdfOf([original, savedAgain], '/Info 18 0 R'), canaries: canaries.map((name) => `KANARIE-${name}`) }
}

/** A photo, words under a black bar, words without ink (as text recognition leaves them), a layer switched off. */
const PAGE = `q 300 0 0 200 60 600 cm /P Do Q
BT /F 20 Tf 60 400 Td (KANARIE-behind a bar) Tj ET 0 0 0 rg 50 390 400 40 re f
BT 3 Tr /F 20 Tf 60 350 Td (KANARIE-invisible) Tj ET
/OC /Layer BDC BT 0 Tr /F 20 Tf 60 300 Td (KANARIE-hidden layer) Tj ET EMC
/Span << /ActualText (KANARIE-marked) >> BDC EMC`

/** The file and everything packed in it, also what stands there with two bytes per letter. */
export function everythingIn(pdf: Uint8Array): string {
	const bytes = Buffer.from(pdf)
	const text = bytes.toString('latin1')
	const unpacked = [...text.matchAll(/stream(\r\n|\n|\r)/g)].map((found) => {
		try {
			return inflateSync(bytes.subarray(found.index + found[0].length)).toString('latin1')
		} catch {
			return '' // not packed, so it stands in the text as it is
		}
	})
	const all = [text, ...unpacked].join('\n')
	return `${all}\n${all.replaceAll('\0', '')}`
}

function bytesOf(content: string | Buffer): Buffer {
	return typeof content === 'string' ? Buffer.from(content, 'latin1') : content
}
