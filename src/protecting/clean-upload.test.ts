import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { drawPage, openPdf } from '#platform/pdf/open-pdf.ts'
import { cleanUpload } from './clean-upload.ts'
import { blankPdf, everythingIn, pdfOf, stream, talkativePdf } from './pdf.sample.ts'

const bytesOf = (text: string) => Buffer.from(text, 'latin1')

const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#c0d0e0' } })
	.withExif({
		IFD0: { Artist: 'KANARIE-Renate', ImageDescription: 'KANARIE-Kueche' },
		IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 10/1 0/1' },
	})
	.jpeg()
	.toBuffer()

test('a photo of a signed paper keeps the paper and nothing of who took it where', async () => {
	assert.ok((await sharp(photo).metadata()).exif)
	const { bytes, mediaType } = await cleanUpload(photo)
	assert.equal(mediaType, 'image/jpeg')
	const { exif, xmp, iptc, icc, width } = await sharp(bytes).metadata()
	assert.deepEqual([exif, xmp, iptc, icc, width], [undefined, undefined, undefined, undefined, 300])
	assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /KANARIE|GPS|Exif/)
})

test('a picture that carries a web page or another file behind it loses that', async () => {
	const polyglot = Buffer.concat([photo, bytesOf('<html><script>alert(1)</script></html>PK\x03\x04%PDF-1.7')])
	const { bytes } = await cleanUpload(polyglot)
	assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /script|PK\x03\x04|%PDF/)
})

test('drawings, web pages and anything else are refused, whatever they are called', async () => {
	for (const drawing of [
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
		'<?xml version="1.0"?><svg/>',
		'<!DOCTYPE html><body>',
		'  <html>',
	])
		await assert.rejects(cleanUpload(bytesOf(drawing)), { code: 'upload-is-drawing' })
	await assert.rejects(cleanUpload(bytesOf('GIF89a')), { code: 'upload-kind-unknown' })
	await assert.rejects(cleanUpload(bytesOf('MZ\x90')), { code: 'upload-kind-unknown' })
	await assert.rejects(cleanUpload(new Uint8Array()), { code: 'upload-empty' })
	await assert.rejects(cleanUpload(new Uint8Array(13 * 1024 * 1024)), { code: 'upload-too-large' })
	await assert.rejects(cleanUpload(photo.subarray(0, 400)), { code: 'upload-unreadable' })
	await assert.rejects(cleanUpload(bytesOf('\x89PNG\r\n\x1a\n<svg onload=alert(1)>')), { code: 'upload-unreadable' })
})

test('a tiny file that claims to be 50,000 pixels wide and high is not opened', async () => {
	await assert.rejects(cleanUpload(pngOfSize(50_000, 50_000)), { code: 'upload-too-many-pixels' })
})

test('a PDF keeps its pages as they are seen, and nothing of who made it, commented on it or changed it', async () => {
	const { bytes, canaries } = await talkativePdf()
	for (const canary of canaries) assert.ok(everythingIn(bytes).includes(canary), `${canary} is in what was uploaded`)

	const cleaned = await cleanUpload(bytes)
	assert.equal(cleaned.mediaType, 'application/pdf')
	const said = everythingIn(cleaned.bytes)
	assert.doesNotMatch(said, /KANARIE|Exif|xmpmeta|Photoshop/)
	assert.doesNotMatch(said, /\/(Info|Metadata|Annots|Names|Outlines|OpenAction|AcroForm|PieceInfo|Prev|ID|Font)\b/)
	assert.equal(said.match(/startxref/g)?.length, 2, 'one revision, read twice by the search')
	assert.deepEqual((await cleanUpload(bytes)).bytes, cleaned.bytes, 'no time and no chance in it')
})

test('what was signed, filled in and shown on a page of a PDF is still there', async () => {
	const { bytes } = await talkativePdf()
	const opened = await openPdf((await cleanUpload(bytes)).bytes)
	assert.ok(typeof opened === 'object')
	assert.equal(opened.pageCount, 1)
	const page = drawPage(opened, 0, { dotsPerInch: 72, longestSide: 2000 })!
	opened.close()
	assert.deepEqual([page.width, page.height], [595, 842])
	const colourAt = (across: number, up: number) => {
		const start = ((page.height - up) * page.width + across) * 4
		return [...page.pixels.subarray(start, start + 3)].map((part) => Math.round(part / 51))
	}
	assert.deepEqual(colourAt(200, 700), [4, 4, 4], 'the photo')
	assert.deepEqual(colourAt(200, 120), [0, 0, 3], 'the signature drawn on a tablet')
	assert.deepEqual(colourAt(150, 215), [0, 0, 0], 'the field filled in')
	assert.deepEqual(colourAt(100, 410), [0, 0, 0], 'the bar over a line')
	assert.deepEqual(colourAt(410, 710), [5, 5, 5], 'no sign of a comment')
})

test('a PDF that needs a password, has no pages or a folder full of them, or builds them with a program is refused', async () => {
	const refused = (bytes: Buffer, problem: object) => assert.rejects(cleanUpload(bytes), problem)
	await refused(pdfOf([ONE_PAGE], LOCKED), { code: 'upload-pdf-locked' })
	await refused(blankPdf(0), { code: 'upload-pdf-no-pages' })
	await refused(blankPdf(41), { code: 'upload-pdf-too-many-pages', facts: { pages: 41, limit: 40 } })
	await refused(pdfOf([{ ...ONE_PAGE, 1: PROGRAMMED }]), { code: 'upload-pdf-form' })
	await refused(bytesOf('%PDF-1.7 and no end'), { code: 'upload-pdf-broken' })
	await refused((await talkativePdf()).bytes.subarray(0, 2000), { code: 'upload-pdf-broken' })
})

test('a small PDF whose page draws itself without end stops its own thread, not the server', async () => {
	const resources = '/Resources << /XObject << /Again 5 0 R >> >>'
	const endless = {
		...ONE_PAGE,
		3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${resources} >>`,
		4: stream('', '/Again Do'),
		5: stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${resources}`, '/Again Do /Again Do'),
	}
	await assert.rejects(cleanUpload(pdfOf([endless])), { code: 'upload-pdf-heavy' })
	assert.equal((await cleanUpload(blankPdf(1))).mediaType, 'application/pdf')
})

test('a PDF is known by what it is, not by its name, and loses the web page it also is', async () => {
	const { bytes } = await cleanUpload(
		Buffer.concat([blankPdf(1), bytesOf('<html><script>alert(1)</script></html>PK\x03\x04')]),
	)
	assert.doesNotMatch(everythingIn(bytes), /script|PK\x03\x04/)
	await assert.rejects(cleanUpload(bytesOf('PK\x03\x04 a letter called scan.pdf')), { code: 'upload-kind-unknown' })
})

const ONE_PAGE = {
	1: '<< /Type /Catalog /Pages 2 0 R >>',
	2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
	3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
	4: stream('', ''),
}
const PROGRAMMED = '<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /XFA 4 0 R /Fields [] >> >>'
/** A password of which only the check values are known, so nothing opens it. */
const LOCKED = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`

/** Its header claims the size; its data is one line. */
function pngOfSize(width: number, height: number): Buffer {
	const size = Buffer.alloc(13)
	size.writeUInt32BE(width, 0)
	size.writeUInt32BE(height, 4)
	size.set([8, 0, 0, 0, 0], 8)
	return Buffer.concat([
		bytesOf('\x89PNG\r\n\x1a\n'),
		chunk('IHDR', size),
		chunk('IDAT', deflateSync(Buffer.alloc(100))),
		chunk('IEND', Buffer.alloc(0)),
	])
}

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([bytesOf(name), data])
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
	length.writeUInt32BE(data.length)
	sum.writeUInt32BE(crc32(body))
	return Buffer.concat([length, body, sum])
}
