/** How the matrix is said: names of its columns, and bands instead of numbers where the public may see it. */
import { language, m } from '#platform/words/words.ts'
import type { Nearness } from './pairs.rules.ts'
import type { Naming } from './namings.ts'
import type { MatrixView } from './matrix-grid.ts'
import type { MatrixColumn, MatrixColumns, MatrixCount } from './find-matrix.ts'
import type { Stance } from '../tables.ts'

export function stanceWord(stance: Stance): string {
	return {
		helps: m.understanding_stance_helps,
		hinders: m.understanding_stance_hinders,
		wish: m.understanding_stance_wish,
		neutral: m.understanding_stance_neutral,
	}[stance]()
}

export function columnWord({ key, label }: Pick<MatrixColumn, 'key' | 'label'>): string {
	if (key === '') return m.understanding_matrix_unknown()
	if (label) return label[language()] ?? label.de
	return isStance(key) ? stanceWord(key) : key
}

function isStance(key: string): key is Stance {
	return ['helps', 'hinders', 'wish', 'neutral'].includes(key)
}

export function columnsWord(by: MatrixColumns): string {
	return {
		sector: m.understanding_sector,
		district: m.understanding_district,
		format: m.understanding_format,
		role: m.understanding_role,
		stance: m.understanding_desk_stance,
		age: m.listening_age,
	}[by]()
}

export function countWord(count: MatrixCount): string {
	return {
		persons: m.understanding_count_persons,
		voices: m.understanding_count_voices,
		passages: m.understanding_count_passages,
	}[count]()
}

export function viewWord(view: MatrixView): string {
	return {
		count: m.understanding_matrix_view_count,
		row: m.understanding_matrix_view_row,
		column: m.understanding_matrix_view_column,
		intensity: m.understanding_matrix_view_intensity,
		expected: m.understanding_matrix_view_expected,
	}[view]()
}

export function namingWord(naming: Naming): string {
	return { concrete: m.understanding_naming_concrete, higher: m.understanding_naming_higher }[naming]()
}

export function nearnessWord(nearness: Nearness): string {
	return {
		passage: m.understanding_near_passage,
		voice: m.understanding_near_voice,
		conversation: m.understanding_near_conversation,
		person: m.understanding_near_person,
	}[nearness]()
}
