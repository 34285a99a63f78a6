/** A receipt as a QR code: an address whose last part never leaves the phone, because it stands behind a #. */
import { encodeQR } from 'qr'
import type { ReceiptCode } from '#protecting/receipt-code.ts'

export type QrDrawing = {
	/** Width and height in modules, with the quiet border. */
	size: number
	/** Path of the dark modules, for an SVG of that size. */
	path: string
}

/** Four light modules around the code: scanners need them. */
const BORDER = 4

export function receiptAddress(baseUrl: string, code: ReceiptCode): string {
	return `${baseUrl}/beleg#${code}`
}

export function drawQr(text: string): QrDrawing {
	const modules = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
	const path = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
	return { size: modules.length, path }
}
