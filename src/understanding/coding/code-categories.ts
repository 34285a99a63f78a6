/** Categories a file brought along become themes, and every contribution carries the one its writer chose. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { allowsBy } from '#listening/speaker-allows.ts'
import { coderByName } from './coder-of.ts'
import { createTheme, LONGEST_LABEL, sameLabel } from '../codebook/create-theme.ts'
import { recordCodings, type GivenCoding } from './record-codings.ts'
import { themes } from '../tables.ts'

export type Category = {
	name: string
	/** Whole contributions, `[start, end)` in code points of their transcripts. */
	ranges: readonly { voiceId: string; transcriptId: string; start: number; end: number }[]
}

/**
 * Codes whole contributions with the themes of the same name, creating those that are missing. The stance stays neutral:
 * a category says what it is about, not whether it helps. Contributions that may not be analysed are left out.
 */
export async function codeCategories(
	db: MunicipalityDatabase,
	{ categories, at }: { categories: readonly Category[]; at: Date },
) {
	const coderId = await coderByName(db, { kind: 'import', name: 'Import' })
	const known = await db.select({ id: themes.id, label: themes.label }).from(themes)
	const silent = await findNotAnalysable(
		db,
		categories.flatMap(({ ranges }) => ranges.map(({ voiceId }) => voiceId)),
	)
	const stepId = randomUUID()
	const given: GivenCoding[] = []
	for (const { name, ranges } of categories) {
		const label = shortened(name)
		if (label === '') continue
		let theme = known.find((one) => sameLabel(one.label, label))
		if (!theme) known.push((theme = await createTheme(db, { label, deed: 'imported', by: coderId, at, stepId })))
		const themeId = theme.id
		for (const { voiceId, transcriptId, start, end } of ranges) {
			if (end > start && !silent.has(voiceId)) given.push({ transcriptId, start, end, themeId, coderId })
		}
	}
	await recordCodings(db, { codings: given, at })
}

async function findNotAnalysable(db: MunicipalityDatabase, voiceIds: string[]): Promise<Set<string>> {
	const { rows } = await db.execute<{ id: string }>(sql`
		select voice.id from voice
		where voice.id in (select jsonb_array_elements_text(${JSON.stringify(voiceIds)}::jsonb)::uuid)
			and not ${allowsBy(sql`voice.speaker_id`, 'analyse')}`)
	return new Set(rows.map(({ id }) => id))
}

function shortened(name: string): string {
	const label = name.trim().replace(/\s+/g, ' ')
	return label.length <= LONGEST_LABEL
		? label
		: `${label
				.slice(0, LONGEST_LABEL - 1)
				.trimEnd()
				.toWellFormed()}…`
}
