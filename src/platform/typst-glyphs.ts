/**
 * Which characters a set of fonts can draw. PDF/UA forbids a character without a glyph, and one emoji in one voice must not
 * stop a whole report, so what cannot be drawn is replaced by a marked omission.
 */
import { readFileSync } from 'node:fs'

/** Reads as what it is: something was left out here. */
const OMITTED = '[…]'

/** Draws nothing in any font: spaces, joiners, variation selectors, direction marks. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u
/** Not allowed in a tagged PDF, and never part of what somebody said: control characters, private use, byte order marks. */
const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Co}\p{Noncharacter_Code_Point}\uFEFF]/gu
/** Stands for a character without a glyph until its run is replaced; cannot occur in the text, being forbidden. */
const GAP = '\0'
const RUN_OF_GAPS = /\0(?:[\p{White_Space}\p{Default_Ignorable_Code_Point}]*\0)*/gu

/** Text with forbidden characters removed and every run of characters without a glyph replaced by `[…]`. */
export function drawableText(text: string, glyphs: ReadonlySet<number>): string {
	const allowed = text
		.toWellFormed()
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(FORBIDDEN, '')
	const withGaps = Array.from(allowed, (character) => (canDraw(character, glyphs) ? character : GAP))
	return withGaps.join('').replace(RUN_OF_GAPS, OMITTED)
}

function canDraw(character: string, glyphs: ReadonlySet<number>): boolean {
	return glyphs.has(character.codePointAt(0)!) || INVISIBLE.test(character)
}

/** Every code point that at least one of the fonts maps to a glyph. */
export function glyphsOf(fontFiles: string[]): ReadonlySet<number> {
	return new Set(fontFiles.flatMap((file) => mappedCodePoints(readFileSync(file))))
}

/** Reads the `cmap` table (OpenType 1.9, formats 4 and 12, which every font of the last twenty years has). */
function mappedCodePoints(font: Buffer): number[] {
	const cmap = tableStart(font, 'cmap')
	const count = font.readUInt16BE(cmap + 2)
	const subtables = Array.from({ length: count }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4))
	const codePoints = subtables.flatMap((start) => {
		const format = font.readUInt16BE(start)
		if (format === 4) return segmentsOf(font, start)
		return format === 12 ? groupsOf(font, start) : []
	})
	if (codePoints.length === 0) throw new Error('A font without a Unicode character map cannot be used.')
	return codePoints
}

function tableStart(font: Buffer, name: string): number {
	for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
		if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
	}
	throw new Error(`Not a TrueType or OpenType font: no ${name} table.`)
}

function segmentsOf(font: Buffer, start: number): number[] {
	const doubled = font.readUInt16BE(start + 6)
	const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map(
		(at) => start + at,
	) as [number, number, number, number]
	const codePoints: number[] = []
	for (let segment = 0; segment < doubled; segment += 2) {
		const from = font.readUInt16BE(starts + segment)
		const to = font.readUInt16BE(ends + segment)
		const delta = font.readUInt16BE(deltas + segment)
		const offset = font.readUInt16BE(offsets + segment)
		for (let code = from; code <= to && code < 0xffff; code++) {
			const mapped = offset === 0 ? code : font.readUInt16BE(offsets + segment + offset + 2 * (code - from))
			if (mapped !== 0 && ((mapped + delta) & 0xffff) !== 0) codePoints.push(code)
		}
	}
	return codePoints
}

function groupsOf(font: Buffer, start: number): number[] {
	const codePoints: number[] = []
	const groups = font.readUInt32BE(start + 12)
	for (let group = start + 16; group < start + 16 + groups * 12; group += 12) {
		for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) codePoints.push(code)
	}
	return codePoints
}
