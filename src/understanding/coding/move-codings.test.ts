import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sliceCodePoints } from '#listening/code-points.ts'
import { rewriteTranscript } from '#listening/rewrite-transcript.ts'
import { transcripts, turns, voices } from '#listening/tables.ts'
import { codePassage } from './code-passage.ts'
import { findStandingCodings } from './find-desk.ts'
import { recordCodings } from './record-codings.ts'
import { removeCoding } from './remove-coding.ts'
import { restoreCoding } from './restore-coding.ts'
import { sampleConversation, sampleTown } from '../sample.ts'
import { codings, memos } from '../tables.ts'
import '../reactions.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

test('whatever names are replaced, every coding keeps its words, its notes and its place, time and again', async () => {
	const town = await sampleTown(database)
	const { conversationId, transcriptId, starts, themeIds, coderId, text } = await inMunicipality(
		database,
		town,
		sampleConversation,
	)
	const [first, second] = [starts[1]!, starts[2]!]
	const themeId = themeIds['community']!
	const given = Array.from({ length: 12 }, (_, n) => ({ from: (n < 6 ? first : second) + (n % 6) * 3, n }))
	await inMunicipality(database, town, (db) =>
		recordCodings(db, {
			codings: given.map(({ from, n }) => ({
				transcriptId,
				start: from,
				end: from + 1 + 4 * (n % 6),
				themeId,
				coderId,
				memo: `Notiz ${n}`,
			})),
			at,
		}),
	)
	assert.ok(sliceCodePoints(text, first).startsWith('Also 👵🏼'))
	const places = fc.record({
		turn: fc.constantFrom(1, 2, 4),
		cuts: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 }),
		name: fc.constantFrom('[Person 1]', '🏠', 'die Nachbarin', '[Verein 12]'),
	})
	await fc.assert(
		fc.asyncProperty(places, ({ turn, cuts, name }) =>
			inMunicipality(database, town, async (db) => {
				const before = await newest()
				const place = before.turns[turn]!
				const edges = cuts.toSorted((one, other) => one - other).map((cut) => Math.min(place.start + cut, place.end))
				const replacements = []
				for (let n = 0; n + 1 < edges.length; n += 2)
					if (edges[n + 1]! > edges[n]!) replacements.push({ start: edges[n]!, end: edges[n + 1]!, text: name })
				await rewriteTranscript(db, { conversationId, replacements, at })
				const after = await newest()
				const moved = await db.select().from(codings)
				assert.equal(moved.length, given.length)
				assert.equal((await db.select().from(memos)).length, given.length)
				for (const coding of moved) {
					const own = after.turns.find(({ voiceId }) => voiceId === coding.voiceId)!
					assert.equal(coding.transcriptId, after.id)
					assert.ok(own.start <= coding.start && coding.start < coding.end && coding.end <= own.end)
					assert.equal(coding.quote, sliceCodePoints(after.text, coding.start, coding.end))
					const around = sliceCodePoints(after.text, own.start, own.end)
					assert.ok(around.includes(coding.prefix + coding.quote + coding.suffix))
				}
				const said = await db.select().from(voices).where(eq(voices.conversationId, conversationId))
				for (const voice of said) {
					const own = after.turns.find(({ voiceId }) => voiceId === voice.id)!
					assert.equal(voice.text, sliceCodePoints(after.text, own.start, own.end))
				}

				async function newest() {
					const [transcript, ...others] = await db
						.select()
						.from(transcripts)
						.where(eq(transcripts.conversationId, conversationId))
					assert.deepEqual(others, [], 'no older version is left')
					const placed = await db
						.select()
						.from(turns)
						.where(eq(turns.transcriptId, transcript!.id))
						.orderBy(asc(turns.position))
					return { ...transcript!, turns: placed }
				}
			}),
		),
		{ numRuns: 30 },
	)
})

test('who codes an old text is told so, and what was taken back can still be brought again', async () => {
	const town = await sampleTown(database)
	await inMunicipality(database, town, async (db) => {
		const { conversationId, transcriptId, starts, themeIds, coderId } = await sampleConversation(db)
		const place = { transcriptId, start: starts[1]!, end: starts[1]! + 4 }
		const wanted = { ...place, themeId: themeIds['community']!, coderId, at }
		const coding = await codePassage(db, wanted)
		await removeCoding(db, { codingId: coding.id, at })
		await rewriteTranscript(db, {
			conversationId,
			replacements: [{ start: starts[1]! + 5, end: starts[1]! + 8, text: '[Person 1]' }],
			at,
		})
		await assert.rejects(codePassage(db, wanted), { code: 'transcript-rewritten', status: 409 })
		await assert.rejects(findStandingCodings(db, transcriptId), { code: 'transcript-rewritten' })
		const restored = await restoreCoding(db, { codingId: coding.id })
		assert.equal(restored.quote, 'Also')
		assert.notEqual(restored.transcriptId, transcriptId)
	})
})
