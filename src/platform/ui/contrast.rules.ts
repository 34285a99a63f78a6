/** Whether a colour can be read on a ground (WCAG 2.2, 1.4.3 and 1.4.11). Colours are `#rrggbb`. Pure. */

/** Text and whatever carries a meaning by itself must stand out this much. */
export const READABLE_CONTRAST = 4.5

/** Grounds on which a town's colour stands: paper and wash, light and dark. The tokens hold the same values. */
const GROUNDS = { light: ['#ffffff', '#eff4f4'], dark: ['#12171c', '#1c242b'] } as const

/** From 1 (the same) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
	const [dark, light] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b) as [number, number]
	return (light + 0.05) / (dark + 0.05)
}

/** Whether a town may use this colour for links, buttons and focus rings in the given scheme. */
export function isReadableTownColour(colour: string, scheme: 'light' | 'dark'): boolean {
	return GROUNDS[scheme].every((ground) => contrastOf(colour, ground) >= READABLE_CONTRAST)
}

function luminanceOf(colour: string): number {
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
