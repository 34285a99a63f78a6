/** Writes a PDF of pictures: one fills each page, and nothing else is in it – no author, no date, no program's name. */

/** `width` and `height` in pixels, `points` in 1/72 of an inch. */
export type PicturePage = {
	jpeg: Uint8Array
	width: number
	height: number
	points: { width: number; height: number }
}

/** The parts of the file, as ISO 32000 numbers them: 1 the catalogue, 2 the list of pages, then three for each page. */
export function picturesAsPdf(pages: readonly PicturePage[]): Uint8Array {
	const pageNumbers = pages.map((_, position) => 3 + position * 3)
	const objects = [
		bytesOf('<< /Type /Catalog /Pages 2 0 R >>'),
		bytesOf(`<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map((at) => `${at} 0 R`).join(' ')}] >>`),
		...pages.flatMap((page, position) => pageObjects(page, pageNumbers[position]!)),
	]
	const parts = [bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
	const starts: number[] = []
	let length = parts[0]!.byteLength
	for (const [position, object] of objects.entries()) {
		const part = Buffer.concat([bytesOf(`${position + 1} 0 obj\n`), object, bytesOf('\nendobj\n')])
		starts.push(length)
		length += part.byteLength
		parts.push(part)
	}
	const places = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
	const size = objects.length + 1
	parts.push(bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n${places}trailer\n<< /Size ${size} /Root 1 0 R >>\n`))
	parts.push(bytesOf(`startxref\n${length}\n%%EOF\n`))
	return new Uint8Array(Buffer.concat(parts))
}

function pageObjects({ jpeg, width, height, points }: PicturePage, number: number): Uint8Array[] {
	const [across, up] = [points.width.toFixed(2), points.height.toFixed(2)]
	const content = `q ${across} 0 0 ${up} 0 0 cm /Seite Do Q`
	const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`
	return [
		bytesOf(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${up}] /Contents ${number + 1} 0 R ` +
				`/Resources << /XObject << /Seite ${number + 2} 0 R >> >> >>`,
		),
		streamOf('', bytesOf(content)),
		streamOf(`${picture} /Filter /DCTDecode`, jpeg),
	]
}

function streamOf(says: string, bytes: Uint8Array): Uint8Array {
	return Buffer.concat([bytesOf(`<< ${says} /Length ${bytes.byteLength} >>\nstream\n`), bytes, bytesOf('\nendstream')])
}

function bytesOf(text: string): Buffer {
	return Buffer.from(text, 'latin1')
}
