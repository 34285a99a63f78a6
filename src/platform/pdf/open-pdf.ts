/**
 * PDFs as somebody sees them: the reader of the Chromium browser, compiled to WebAssembly. It runs no scripts, opens no
 * addresses and no files, and its memory is its own. Takes its time: servers use it in a thread.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

export type Pdfium = WrappedPdfiumModule & { pdfium: { HEAPU8: Uint8Array<ArrayBuffer> } }

/** `pixels` are red, green, blue and a fourth byte without meaning; `points` are 1/72 of an inch. */
export type DrawnPage = {
	pixels: Uint8Array<ArrayBuffer>
	width: number
	height: number
	points: { width: number; height: number }
}

export type OpenedPdf = {
	pdfium: Pdfium
	document: number
	pageCount: number
	/** The pages are made by a program inside the file, which nobody runs here: they only ask for another reader. */
	isProgrammedForm: boolean
	close: () => void
}

/** From PDFium's public headers. */
const PASSWORD_ERROR = 4
const PROGRAMMED_FORM = 2
const WITH_ANNOTATIONS = 0x01
/** Comments, their windows, attached files and sounds: on the page they are icons of a reader, no part of the paper. */
const REMARKS = new Set([1, 16, 17, 18])
const RED_FIRST = 0x10
const WHITE = 0xffffffff

const loading: { pdfium?: Promise<Pdfium> } = {}

/** `locked` for a PDF that wants a password, `broken` for what is none. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf | 'locked' | 'broken'> {
	const pdfium = await (loading.pdfium ??= load())
	const { malloc, free } = pdfium.pdfium.wasmExports
	const address = malloc(bytes.byteLength)
	if (address === 0) return 'broken'
	pdfium.pdfium.HEAPU8.set(bytes, address)
	const document = pdfium.FPDF_LoadMemDocument(address, bytes.byteLength, '')
	if (document === 0) {
		free(address)
		return pdfium.FPDF_GetLastError() === PASSWORD_ERROR ? 'locked' : 'broken'
	}
	return {
		pdfium,
		document,
		pageCount: pdfium.FPDF_GetPageCount(document),
		isProgrammedForm: pdfium.FPDF_GetFormType(document) === PROGRAMMED_FORM,
		close: () => {
			pdfium.FPDF_CloseDocument(document)
			free(address)
		},
	}
}

async function load(): Promise<Pdfium> {
	const program = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
	const pdfium = (await init({ wasmBinary: new Uint8Array(program).buffer })) as Pdfium
	pdfium.PDFiumExt_Init()
	return pdfium
}

/**
 * A page with what was filled in, drawn and stamped on it, without comments; `position` counts from 0. Null when it is damaged.
 *
 * `dotsPerInch` is kept to unless a side would become longer than `longestSide`, in pixels.
 */
export function drawPage(
	{ pdfium, document }: OpenedPdf,
	position: number,
	{ dotsPerInch, longestSide }: { dotsPerInch: number; longestSide: number },
): DrawnPage | null {
	const page = pdfium.FPDF_LoadPage(document, position)
	if (page === 0) return null
	const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) }
	if (!(points.width > 0 && points.height > 0)) return null
	const scale = Math.min(dotsPerInch / 72, longestSide / Math.max(points.width, points.height))
	const [width, height] = [points.width, points.height].map((side) => Math.max(1, Math.round(side * scale))) as [
		number,
		number,
	]

	removeRemarks(pdfium, page)
	const [formSettings, bitmap] = [pdfium.PDFiumExt_OpenFormFillInfo(), pdfium.FPDFBitmap_Create(width, height, 0)]
	const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, formSettings)
	pdfium.FORM_OnAfterLoadPage(page, form)
	pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
	pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | RED_FIRST)
	pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, RED_FIRST)
	const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
	const pixels = pdfium.pdfium.HEAPU8.slice(start, start + width * height * 4)

	pdfium.FORM_OnBeforeClosePage(page, form)
	pdfium.FPDF_ClosePage(page)
	pdfium.PDFiumExt_ExitFormFillEnvironment(form)
	pdfium.PDFiumExt_CloseFormFillInfo(formSettings)
	pdfium.FPDFBitmap_Destroy(bitmap)
	return { pixels, width, height, points }
}

function removeRemarks(pdfium: Pdfium, page: number) {
	for (let position = pdfium.FPDFPage_GetAnnotCount(page) - 1; position >= 0; position--) {
		const annotation = pdfium.FPDFPage_GetAnnot(page, position)
		const subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
		pdfium.FPDFPage_CloseAnnot(annotation)
		if (REMARKS.has(subtype)) pdfium.FPDFPage_RemoveAnnot(page, position)
	}
}
