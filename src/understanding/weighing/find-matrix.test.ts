import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { consents } from '#listening/consent.tables.ts'
import { findCell } from './find-cell.ts'
import { municipalities } from '#people/tables.ts'
import { findMatrix, MATRIX_COLUMNS, MATRIX_COUNTS, type MatrixColumns, type MatrixCount } from './find-matrix.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { sampleConversation, sampleTown, type SampleTurn } from '../sample.ts'
import { codings, STANCES } from '../tables.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

type Coded = { turn: number; theme: string; stance: (typeof STANCES)[number]; isRemoved: boolean }

const WHO = ['B3', 'B7', 'B8'] as const
const talks = fc.array(fc.constantFrom(...WHO), { minLength: 1, maxLength: 8 })
const coded = fc.array(
	fc.record({
		turn: fc.nat(7),
		theme: fc.constantFrom('infrastructure', 'community', 'administration'),
		stance: fc.constantFrom(...STANCES),
		isRemoved: fc.boolean(),
	}),
	{ maxLength: 25 },
)
const COLUMN_KEY: Record<MatrixColumns, (who: string, coding: Coded) => string> = {
	sector: (who) => ({ B3: 'church', B7: 'business' })[who] ?? '',
	district: (who) => ({ B3: 'oberlohe' })[who] ?? '',
	format: () => 'story-cafe',
	role: () => '',
	stance: (_, { stance }) => stance,
	age: (who) => ({ B3: '60-74' })[who] ?? '',
}

/** Counts one by one what the query counts at once. */
function countSlowly(
	speakers: readonly string[],
	counted: Coded[],
	by: MatrixColumns,
	count: MatrixCount,
	theme?: string,
	column?: string,
) {
	const inCell = counted.filter((one) => {
		const who = speakers[one.turn]!
		return (!theme || one.theme === theme) && (column === undefined || COLUMN_KEY[by](who, one) === column)
	})
	if (count === 'passages') return inCell.length
	return new Set(inCell.map(({ turn }) => (count === 'voices' ? turn : speakers[turn]))).size
}

test('every number of the matrix is what counting by hand gives, and rows and columns add up', async () => {
	await fc.assert(
		fc.asyncProperty(talks, coded, async (speakers, given) => {
			const kept = given.filter(({ turn }) => turn < speakers.length)
			await inMunicipality(database, await sampleTown(database), async (db) => {
				const sampleTurns: SampleTurn[] = speakers.map((by, n) => ({ by, text: `Beitrag ${n} von hier` }))
				const talk = await sampleConversation(db, { sampleTurns })
				const { ids } = await recordCodings(db, {
					at,
					codings: kept.map(({ turn, theme, stance }, n) => ({
						transcriptId: talk.transcriptId,
						start: talk.starts[turn]! + (n % 5),
						end: talk.starts[turn]! + 6 + Math.floor(n / 5),
						themeId: talk.themeIds[theme]!,
						coderId: talk.coderId,
						stance,
					})),
				})
				for (const [n, id] of ids.entries()) {
					if (kept[n]!.isRemoved) await db.update(codings).set({ removedAt: at }).where(eq(codings.id, id))
				}
				const counted = kept.filter(({ isRemoved }) => !isRemoved)
				for (const columns of MATRIX_COLUMNS) {
					for (const count of MATRIX_COUNTS) {
						const matrix = await findMatrix(db, { columns, count })
						const slowly = (theme?: string, column?: string) =>
							countSlowly(speakers, counted, columns, count, theme, column)
						for (const { theme, cells, sum, distinct } of matrix.rows) {
							assert.deepEqual(
								cells,
								matrix.columns.map(({ key }) => slowly(theme.slug, key)),
							)
							assert.equal(distinct, slowly(theme.slug))
							assert.equal(
								sum,
								cells.reduce((all, cell) => all + cell, 0),
							)
						}
						assert.deepEqual(
							matrix.distinctByColumn,
							matrix.columns.map(({ key }) => slowly(undefined, key)),
						)
						assert.equal(matrix.distinct, slowly())
						assert.equal(
							matrix.sum,
							matrix.sums.reduce((all, sum) => all + sum, 0),
						)
						if (count === 'passages') assert.equal(matrix.sum, counted.length)
					}
				}
			})
		}),
		{ numRuns: 12 },
	)
})

test('a cell opens its passages; whoever took back the consent is counted and shown nowhere', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const talk = await sampleConversation(db)
		const { transcriptId, coderId } = talk
		const themeId = talk.themeIds['community']!
		const at7 = [2, 4].map((n) => ({
			transcriptId,
			start: talk.starts[n]!,
			end: talk.starts[n]! + 5,
			themeId,
			coderId,
		}))
		await recordCodings(db, { codings: at7, at })
		const cell = { themeIds: [themeId], column: { by: 'sector', key: 'business' } as const, limit: 10 }
		const { total, persons, passages } = await findCell(db, cell)
		assert.deepEqual([total, persons], [2, 1], 'a person who spoke twice is one person')
		assert.deepEqual(
			passages.map(({ quote, turn, speakerCode }) => [quote, turn, speakerCode]),
			[
				['Na ja', 2, 'B7'],
				['Gefra', 4, 'B7'],
			],
		)
		const [row] = (await findMatrix(db, { columns: 'sector', count: 'persons' })).rows.filter(
			({ theme }) => theme.slug === 'community',
		)
		assert.deepEqual([row!.sum, row!.distinct], [1, 1])
		const [town] = await db.select({ profile: municipalities.profile }).from(municipalities)
		const evening = { de: 'Erzählabend', en: 'Evening of stories' }
		const formats = [{ kind: 'story-cafe' as const, label: evening, plural: evening }]
		await db.update(municipalities).set({ profile: { ...town!.profile, formats } })
		const { columns } = await findMatrix(db, { columns: 'format', count: 'persons' })
		assert.deepEqual(
			columns.map(({ key, label }) => [key, label?.de]),
			[['story-cafe', 'Erzählabend']],
			'columns are called as the town calls them',
		)

		await db.update(consents).set({ withdrawnAt: at }).where(eq(consents.speakerId, talk.speakerIds['B7']!))
		assert.equal((await findCell(db, cell)).total, 0)
		assert.equal((await findMatrix(db, { columns: 'sector', count: 'passages' })).sum, 0)
	})
})
