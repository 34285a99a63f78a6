/** The words of a PDF, in the order a reader finds them; for tests of what we print. */
import { openPdf } from './open-pdf.ts'

/** A word parted at the end of a line keeps its hyphen and the line its end. */
export async function textOfPdf(bytes: Uint8Array): Promise<{ text: string; pageCount: number }> {
	const opened = await openPdf(bytes)
	if (typeof opened === 'string') throw new Error(`The PDF is ${opened}.`)
	const { pdfium, document, pageCount } = opened
	const texts: string[] = []
	for (let position = 0; position < pageCount; position++) {
		const page = pdfium.FPDF_LoadPage(document, position)
		const text = pdfium.FPDFText_LoadPage(page)
		const length = pdfium.FPDFText_CountChars(text)
		const address = pdfium.pdfium.wasmExports.malloc((length + 1) * 2)
		pdfium.FPDFText_GetText(text, 0, length, address)
		texts.push(pdfium.pdfium.UTF16ToString(address))
		pdfium.pdfium.wasmExports.free(address)
		pdfium.FPDFText_ClosePage(text)
		pdfium.FPDF_ClosePage(page)
	}
	opened.close()
	// PDFium marks a parted word with a sign of its own.
	return {
		text: texts
			.join('\n')
			.replaceAll('\r\n', '\n')
			.replace(/[\u0002\ufffe]\n?/g, '-\n'),
		pageCount,
	}
}
