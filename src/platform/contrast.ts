/** How well one colour can be told from another: WCAG 2.2, "contrast ratio". */

/** 1 (the same) to 21 (black on white); both as `#rrggbb`. */
export function contrastRatio(one: string, other: string): number {
	const [dark, light] = [relativeLuminance(one), relativeLuminance(other)].toSorted((a, b) => a - b) as [number, number]
	return (light + 0.05) / (dark + 0.05)
}

function relativeLuminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [
		number,
		number,
		number,
	]
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
	return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
