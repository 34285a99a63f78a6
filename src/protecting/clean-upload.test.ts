import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { cleanUpload } from './clean-upload.ts'

const bytesOf = (text: string) => Buffer.from(text, 'latin1')

const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#c0d0e0' } })
	.withExif({
		IFD0: { Artist: 'KANARIE-Renate', ImageDescription: 'KANARIE-Kueche' },
		IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 10/1 0/1' },
	})
	.jpeg()
	.toBuffer()

function pdf(inside: string, start = '%PDF-1.7\n'): Buffer {
	return bytesOf(`${start}1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`)
}

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

test('a PDF is kept as it is when it only shows pages', async () => {
	const plain = pdf('/Pages 2 0 R /OpenAction [3 0 R /Fit]')
	assert.deepEqual((await cleanUpload(plain)).bytes, plain)
	assert.deepEqual((await cleanUpload(withObjectStream('<< /Type /Page >>'))).mediaType, 'application/pdf')
})

test('a PDF that runs scripts, starts programs or brings files is refused, also when it hides them', async () => {
	for (const inside of [
		'/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
		'/OpenAction << /S /J#61vaScript /#4aS (1) >>',
		'/AA << /O << /S /Launch /F (cmd.exe) >> >>',
		'/Names << /EmbeddedFiles 5 0 R >>',
		'/AcroForm << /XFA 6 0 R >>',
	])
		await assert.rejects(cleanUpload(pdf(inside)), { code: 'upload-pdf-active' })
	await assert.rejects(cleanUpload(withObjectStream('<< /S /JavaScript /JS (1) >>')), { code: 'upload-pdf-active' })
})

test('a PDF that is locked, unreadable inside, or half a web page is refused', async () => {
	await assert.rejects(cleanUpload(pdf('/Encrypt 9 0 R')), { code: 'upload-pdf-locked' })
	await assert.rejects(cleanUpload(withObjectStream('<< >>', '/Filter [/ASCII85Decode /LZWDecode]')), {
		code: 'upload-pdf-locked',
	})
	await assert.rejects(cleanUpload(withObjectStream('x'.repeat(20 * 1024 * 1024))), { code: 'upload-pdf-locked' })
	await assert.rejects(cleanUpload(pdf('', '%PDF-1.7\n<script>alert(1)</script>')), { code: 'upload-pdf-broken' })
	await assert.rejects(cleanUpload(bytesOf('%PDF-1.7 and no end')), { code: 'upload-pdf-broken' })
	await assert.rejects(cleanUpload(Buffer.concat([pdf(''), bytesOf('PK\x03\x04 a zip behind it'.repeat(80))])), {
		code: 'upload-pdf-broken',
	})
})

function withObjectStream(content: string, filter = '/Filter /FlateDecode'): Buffer {
	const head = bytesOf(`%PDF-1.7\n7 0 obj\n<< /Type /Obj#53tm ${filter} /N 1 >>\nstream\r\n`)
	return Buffer.concat([head, deflateSync(bytesOf(content)), bytesOf('\nendstream\nendobj\n%%EOF\n')])
}

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
