/** What stands beside a coding, in the language of whoever takes it out. */
import { formatOf } from '#method/formats.ts'
import { language, m } from '#platform/words/words.ts'
import { inLanguage } from '#listening/wording.rules.ts'
import { specialWord } from '../coding/special-words.ts'
import { stanceWord } from '../weighing/matrix-words.ts'
import type { ExportedRow } from './find-exported-codings.ts'

export function wordsOf(row: ExportedRow) {
	const yes = (is: boolean) => (is ? m.understanding_export_yes() : '')
	return {
		stance: stanceWord(row.stance),
		intensity: [m.understanding_intensity_1, m.understanding_intensity_2, m.understanding_intensity_3][
			row.intensity - 1
		]!(),
		goodQuote: yes(row.isGoodQuote),
		sensitive: yes(row.isSensitive),
		special: row.specialCategory ? specialWord(row.specialCategory) : '',
		format: inLanguage(formatOf(undefined, row.format).label, language()),
		sector: row.sector ? inLanguage(row.sector, language()) : '',
		role: row.role ? inLanguage(row.role, language()) : '',
		ageBand: row.ageBand ?? '',
	}
}

/** Who said it, without a name: `B3 · Kirche · Oberlohe · Erzählcafé, 2025-05-08`. */
export function sourceLine(row: ExportedRow): string {
	const { sector, role } = wordsOf(row)
	const said = [row.speakerCode, role || sector, row.district ?? '', row.conversation, row.heldOn ?? '']
	return said.filter((part) => part !== '').join(' · ')
}

/** `bremst · betont · Anna`. */
export function codingLine(row: ExportedRow): string {
	const { stance, intensity, special } = wordsOf(row)
	const marks = [
		row.isGoodQuote ? m.understanding_export_good_quote() : '',
		row.isSensitive ? m.understanding_export_sensitive() : '',
		special,
	]
	return [stance, intensity, ...marks, row.coder].filter((part) => part !== '').join(' · ')
}

/** Rows under each theme, in the order they come. */
export function byTheme(
	rows: readonly ExportedRow[],
): { path: string[]; colour: string; definition: string; rows: ExportedRow[] }[] {
	return Array.from(Map.groupBy(rows, ({ themeId }) => themeId).values(), (own) => {
		const { themePath, colour, definition } = own[0]!
		return { path: themePath, colour, definition, rows: own }
	})
}
