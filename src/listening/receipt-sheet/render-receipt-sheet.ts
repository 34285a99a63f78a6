/** Sets receipts for paper as a printable sheet (A4, PDF/UA-1). */
import { createRequire } from 'node:module'
import { HOUSE_FONTS } from '#platform/typst-fonts.ts'
import { compileTypst } from '#platform/typst.ts'
import { language, m } from '#platform/words/words.ts'
import { groupedCode, type ReceiptCode } from '#protecting/receipt-code.ts'
import { drawQr } from '#platform/qr-drawing.ts'
import { receiptAddress } from '../receipt-address.ts'

const { resolve } = createRequire(import.meta.url)

export type ReceiptSheet = { codes: readonly ReceiptCode[]; baseUrl: string; convener: string; name: string }

/** The words are those of the language spoken at the moment. */
export async function renderReceiptSheet({ codes, baseUrl, convener, name }: ReceiptSheet): Promise<Uint8Array> {
	return compileTypst({
		templatePath: resolve('#listening/receipt-sheet/receipt-sheet.typ'),
		data: {
			language: language() === 'en' ? 'en' : 'de',
			convener,
			address: `${baseUrl.replace(/^https?:\/\//, '')}/beleg`,
			words: {
				title: m.listening_sheet_title(),
				purpose: m.listening_sheet_purpose({ name }),
				how: m.listening_sheet_how(),
				keep: m.listening_sheet_keep(),
				code: m.listening_sheet_code(),
				qr: m.listening_sheet_qr(),
				where: m.listening_sheet_where(),
				cut: m.listening_sheet_cut(),
				fold: m.listening_sheet_fold(),
			},
			receipts: codes.map((code) => ({
				groups: groupedCode(code).split('-'),
				qr: svgOf(receiptAddress(baseUrl, code)),
			})),
		},
		fontFiles: HOUSE_FONTS,
	})
}

function svgOf(address: string): string {
	const { size, path } = drawQr(address)
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000" shape-rendering="crispEdges"/></svg>`
}
