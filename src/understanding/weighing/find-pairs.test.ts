import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { sampleConversation, sampleTown } from '../sample.ts'
import { codings } from '../tables.ts'
import { findCell } from './find-cell.ts'
import { findPairs } from './find-pairs.ts'
import { NEARNESSES, type Nearness } from './pairs.rules.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

const SPEAKERS = ['B3', 'B7', 'B3', 'B8']
const THEMES = ['infrastructure', 'community', 'administration']
const passage = fc.record({
	turn: fc.nat(SPEAKERS.length - 1),
	theme: fc.constantFrom(...THEMES),
	from: fc.nat(12),
	length: fc.integer({ min: 1, max: 8 }),
	isRemoved: fc.nat(5).map((one) => one === 0),
})
const passages = fc.uniqueArray(passage, {
	maxLength: 25,
	selector: ({ turn, theme, from, length }) => `${turn} ${theme} ${from} ${length}`,
})
type Passage = { turn: number; theme: string; from: number; length: number }

const UNIT: Record<Exclude<Nearness, 'passage'>, (one: Passage) => string> = {
	voice: ({ turn }) => String(turn),
	person: ({ turn }) => SPEAKERS[turn]!,
	conversation: () => '',
}

function stands(one: Passage, other: Passage, nearness: Nearness): boolean {
	if (nearness !== 'passage') return UNIT[nearness](one) === UNIT[nearness](other)
	return one.turn === other.turn && one.from < other.from + other.length && other.from < one.from + one.length
}

/** Compares every passage with every other. */
function countSlowly(counted: Passage[], nearness: Nearness, [first, second]: [string, string]) {
	const of = (theme: string) => counted.filter((one) => one.theme === theme)
	const beside = (theme: string, near: string) =>
		of(theme).filter((one) => of(near).some((other) => stands(one, other, nearness)))
	const opened = [beside(first, second).length, beside(second, first).length] as const
	if (nearness === 'passage') {
		const both = of(first).flatMap((one) => of(second).filter((other) => stands(one, other, nearness))).length
		return { opened, both, jaccard: (opened[0] + opened[1]) / (of(first).length + of(second).length) }
	}
	const units = (passages: Passage[]) => new Set(passages.map(UNIT[nearness]))
	const either = units([...of(first), ...of(second)]).size
	const both = [...units(of(first))].filter((unit) => units(of(second)).has(unit)).length
	return { opened, both, jaccard: both / either }
}

test('every pair is what comparing each passage with every other gives, and opens the passages it counts', async () => {
	await fc.assert(
		fc.asyncProperty(passages, async (given) => {
			await inMunicipality(database, await sampleTown(database), async (db) => {
				const talk = await sampleConversation(db, {
					sampleTurns: SPEAKERS.map((by) => ({ by, text: 'Ein Beitrag von hier für alle' })),
				})
				const places = given.map(({ turn, theme, from, length }) => ({
					...{ transcriptId: talk.transcriptId, coderId: talk.coderId, themeId: talk.themeIds[theme]! },
					...{ start: talk.starts[turn]! + from, end: talk.starts[turn]! + from + length },
				}))
				const { ids } = await recordCodings(db, { at, codings: places })
				const removed = ids.filter((_, n) => given[n]!.isRemoved)
				if (removed.length > 0) await db.update(codings).set({ removedAt: at }).where(inArray(codings.id, removed))
				const counted = given.filter(({ isRemoved }) => !isRemoved)
				for (const nearness of NEARNESSES) {
					const { themes, pairs } = await findPairs(db, { nearness })
					const carried = THEMES.filter((theme) => counted.some((one) => one.theme === theme))
					assert.deepEqual(themes.map(({ slug }) => slug).toSorted(), carried.toSorted())
					for (const first of themes.keys()) {
						for (let second = first + 1; second < themes.length; second++) {
							const slugs: [string, string] = [themes[first]!.slug, themes[second]!.slug]
							const pair = pairs.find((one) => one.first === first && one.second === second)
							const { opened, both, jaccard } = countSlowly(counted, nearness, slugs)
							assert.deepEqual([pair?.both ?? 0, pair?.jaccard ?? 0], [both, jaccard])
							const [one, other] = slugs.map((slug) => [talk.themeIds[slug]!]) as [string[], string[]]
							const open = async (themeIds: string[], beside: string[]) =>
								(await findCell(db, { themeIds, beside: { themeIds: beside, nearness }, limit: 1 })).total
							assert.deepEqual([await open(one, other), await open(other, one)], opened)
						}
					}
				}
			})
		}),
		{ numRuns: 6 },
	)
})
