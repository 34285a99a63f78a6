/**
 * Pictures and PDFs somebody uploads: only what is seen is kept. Both are drawn anew, so that no place, time, author, comment
 * or hidden part of the file survives.
 */
import type { DrawnPage } from '#platform/pdf/open-pdf.ts'
import { Problem } from '#platform/problem.ts'
import { drawPdf } from './draw-pdf.ts'

export type CleanUpload = { mediaType: 'image/jpeg' | 'application/pdf'; ending: 'jpg' | 'pdf'; bytes: Uint8Array }

const MEGABYTES = 12
/** Pixels of the largest picture that is opened at all: an A4 page at 600 dots per inch, twice. */
const LARGEST_PIXELS = 72_000_000
/** Longest side of what is kept: an A4 page stays readable. */
const KEPT_SIDE = 2400

/**
 * @throws {Problem} `upload-empty`, `upload-too-large`; `upload-is-drawing` for SVG, HTML and XML, `upload-kind-unknown`
 * for anything that is neither JPEG, PNG, WebP nor PDF; `upload-unreadable` for damaged pictures, `upload-too-many-pixels`;
 * and what `drawPdf` refuses
 */
export async function cleanUpload(bytes: Uint8Array): Promise<CleanUpload> {
	if (bytes.byteLength === 0) throw new Problem('invalid', 'upload-empty')
	if (bytes.byteLength > MEGABYTES * 1024 * 1024)
		throw new Problem('too-large', 'upload-too-large', { megabytes: MEGABYTES })
	const kind = kindOf(bytes)
	if (kind === 'pdf') return { mediaType: 'application/pdf', ending: 'pdf', bytes: await drawPdf(bytes, drawPage) }
	if (kind === 'drawing') throw new Problem('invalid', 'upload-is-drawing')
	if (kind === 'unknown') throw new Problem('invalid', 'upload-kind-unknown')
	return { mediaType: 'image/jpeg', ending: 'jpg', bytes: await drawAnew(bytes, kind) }
}

type Kind = 'jpeg' | 'png' | 'webp' | 'pdf' | 'drawing' | 'unknown'

/** By the first bytes; the name and what the browser says count for nothing. */
function kindOf(bytes: Uint8Array): Kind {
	const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1')
	if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
	if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
	if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
	if (start.startsWith('%PDF-')) return 'pdf'
	return /<(svg|html|!doctype|\?xml|script|body)/i.test(start) ? 'drawing' : 'unknown'
}

/** A new picture of what the old one shows, upright; sharp writes no EXIF, XMP or comment unless asked to. */
async function drawAnew(bytes: Uint8Array, kind: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
	const sharp = await loadSharp()
	const limits = { limitInputPixels: LARGEST_PIXELS, sequentialRead: true, pages: 1 } as const
	try {
		const { format, width, height } = await sharp(bytes, limits).metadata()
		if (width * height > LARGEST_PIXELS) throw new Problem('too-large', 'upload-too-many-pixels')
		if (format !== kind) throw new Problem('invalid', 'upload-unreadable')
		return await sharp(bytes, limits)
			.autoOrient()
			.resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.jpeg({ quality: 80 })
			.timeout({ seconds: 20 })
			.toBuffer()
	} catch (error) {
		if (error instanceof Problem) throw error
		if (error instanceof Error && /pixel limit/.test(error.message))
			throw new Problem('too-large', 'upload-too-many-pixels')
		if (error instanceof Error) throw new Problem('invalid', 'upload-unreadable')
		throw error
	}
}

/** A page of a PDF as a picture, as good as an uploaded one. */
async function drawPage({ pixels, width, height }: DrawnPage): Promise<Uint8Array> {
	const sharp = await loadSharp()
	return sharp(pixels, { raw: { width, height, channels: 4 } })
		.removeAlpha()
		.jpeg({ quality: 80 })
		.toBuffer()
}

/** Loaded only when needed: hardly a request is about pictures, and it brings a library of its own. */
async function loadSharp() {
	const { default: sharp } = await import('sharp')
	sharp.cache(false)
	return sharp
}
