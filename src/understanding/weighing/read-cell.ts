/** Which passages an address asks for: a cell of the matrix, an edge of the network, a figure of the patterns. */
import { Problem } from '#platform/problem.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { m } from '#platform/words/words.ts'
import { findConversation } from './find-case-summaries.ts'
import { findFilterChoices, idOf } from '../find-filters.ts'
import { STANCES } from '../tables.ts'
import type { FindCell } from './find-cell.ts'
import { findMatrixColumns } from './find-matrix.ts'
import { NAMINGS, type Naming } from './namings.ts'
import { isWithin } from '../codebook/codebook.rules.ts'
import { NEARNESSES } from './pairs.rules.ts'
import { findThemeHeads, type ThemeHead } from './find-theme-heads.ts'
import { readColumns } from './matrix-choice.ts'
import { columnWord, namingWord, nearnessWord, stanceWord } from './matrix-words.ts'

/** How the address says it. */
const NAMING_WORDS: Record<Naming, string> = { concrete: 'konkret', higher: 'oben' }

export type AskedCell = {
	cell: Omit<FindCell, 'limit' | 'offset'>
	/** Null for those of every theme. */
	themeId: string | null
	/** What narrows them, in words; the theme first. */
	titles: string[]
}

/** @throws {Problem} `theme-unknown`, `matrix-columns-unknown`, `conversation-unknown` */
export async function readCell(db: MunicipalityDatabase, search: URLSearchParams): Promise<AskedCell> {
	const themes = await findThemeHeads(db)
	const wanted = search.get('thema')
	const theme = wanted === null ? null : themes.find(({ slug }) => slug === wanted)
	if (theme === undefined) throw new Problem('not-found', 'theme-unknown')
	const isRolledUp = search.get('unter') === '1'
	const column = await readColumn(db, search)
	const { rounds, sectors } = await findFilterChoices(db)
	const stance = STANCES.find((one) => one === search.get('haltung'))
	const other = themes.find(({ slug }) => slug === search.get('mit'))
	const nearness = NEARNESSES.find((one) => one === search.get('in')) ?? 'voice'
	const naming = NAMINGS.find((one) => NAMING_WORDS[one] === search.get('genannt'))
	const conversation = search.get('gespraech')
	const held = conversation === null ? undefined : await findConversation(db, conversation)
	const leastIntensity = Number(search.get('gewicht') ?? 1)
	return {
		themeId: theme?.id ?? null,
		cell: {
			themeIds: theme ? branch(themes, theme, isRolledUp) : undefined,
			column: column && { by: column.by, key: column.key },
			roundId: idOf(rounds, search.get('runde')),
			stance,
			sectorId: idOf(sectors, search.get('bereich')),
			leastIntensity: leastIntensity > 1 ? leastIntensity : undefined,
			conversationId: held?.id,
			naming,
			beside: other && { themeIds: branch(themes, other, isRolledUp), nearness },
		},
		titles: [
			theme?.label ?? m.understanding_all_themes(),
			...(held ? [held.title || m.understanding_conversation_untitled()] : []),
			...(column ? [columnWord(column)] : []),
			...(stance ? [stanceWord(stance)] : []),
			...(other ? [`${other.label} (${nearnessWord(nearness)})`] : []),
			...(naming ? [namingWord(naming)] : []),
			...(leastIntensity > 1 ? [m.understanding_weighing_strong()] : []),
		],
	}
}

async function readColumn(db: MunicipalityDatabase, search: URLSearchParams) {
	const key = search.get('wert')
	if (search.get('spalten') === null || key === null) return undefined
	const by = readColumns(search.get('spalten'))
	if (key === '') return { by, key, label: null }
	const known = (await findMatrixColumns(db, by)).find((one) => one.key === key)
	if (!known) throw new Problem('not-found', 'matrix-columns-unknown', { possible: by })
	return { by, key, label: known.label }
}

function branch(themes: readonly ThemeHead[], theme: ThemeHead, isRolledUp: boolean): string[] {
	return isRolledUp ? themes.filter(({ id }) => isWithin(themes, id, theme.id)).map(({ id }) => id) : [theme.id]
}
