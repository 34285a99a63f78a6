/** Codings as a table: one row each, for spreadsheets and statistics. */
import { m } from '#platform/words/words.ts'
import type { ExportedRow } from './find-exported-codings.ts'
import { wordsOf } from './exported-words.ts'

/** With a byte order mark, without which spreadsheets read umlauts wrongly; separated by commas. */
export function codingsCsv(rows: readonly ExportedRow[]): string {
	const head = [
		m.understanding_export_theme_path(),
		m.understanding_export_theme(),
		m.understanding_export_words(),
		m.understanding_export_stance(),
		m.understanding_export_intensity(),
		m.understanding_export_good_quote(),
		m.understanding_export_sensitive(),
		m.understanding_export_special(),
		m.understanding_export_round(),
		m.understanding_export_conversation(),
		m.understanding_export_format(),
		m.understanding_export_day(),
		m.understanding_export_speaker(),
		m.understanding_export_sector(),
		m.understanding_export_role(),
		m.understanding_export_district(),
		m.understanding_export_age(),
		m.understanding_export_coder(),
		m.understanding_export_coded_at(),
		m.understanding_export_memos(),
		m.understanding_export_start(),
		m.understanding_export_end(),
		'id',
	]
	return `\ufeff${[head, ...rows.map(cellsOf)].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

function cellsOf(row: ExportedRow): (string | number)[] {
	const words = wordsOf(row)
	return [
		row.themePath.join(' > '),
		row.themePath.at(-1)!,
		row.quote,
		words.stance,
		row.intensity,
		words.goodQuote,
		words.sensitive,
		words.special,
		row.round,
		row.conversation,
		words.format,
		row.heldOn ?? '',
		row.speakerCode,
		words.sector,
		words.role,
		row.district ?? '',
		words.ageBand,
		row.coder,
		row.createdAt.toISOString(),
		row.memos.join('\n\n'),
		row.start,
		row.end,
		row.id,
	]
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe. */
function quoted(cell: string | number): string {
	if (typeof cell === 'number') return String(cell)
	const harmless = /^[\s]*[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
	return /[",\n\r;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
