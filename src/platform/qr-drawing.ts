/** A QR code as one path, for an SVG of any size. */
import { encodeQR } from 'qr'

export type QrDrawing = {
	/** Width and height in modules, with the quiet border. */
	size: number
	/** Path of the dark modules, for an SVG of that size. */
	path: string
}

/** Four light modules around the code: scanners need them. */
const BORDER = 4

export function drawQr(text: string): QrDrawing {
	const modules = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
	const path = modules
		.map((row, y) =>
			darkRuns(row)
				.map(([from, width]) => `M${from} ${y}h${width}v1h-${width}z`)
				.join(''),
		)
		.join('')
	return { size: modules.length, path }
}

/** Where dark modules begin in a row, and how many there are side by side. */
function darkRuns(row: readonly boolean[]): [number, number][] {
	const runs: [number, number][] = []
	for (const [x, isDark] of row.entries()) {
		if (!isDark) continue
		const last = runs.at(-1)
		if (last && last[0] + last[1] === x) last[1]++
		else runs.push([x, 1])
	}
	return runs
}
