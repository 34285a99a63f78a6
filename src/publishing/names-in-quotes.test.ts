/** What is printed names nobody who has not been asked, and follows when a name is replaced later. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { decideNames } from '#listening/names/decide-names.ts'
import { finishNames } from '#listening/names/finish-names.ts'
import { suggestNames } from '#listening/names/suggest-names.ts'
import { rewriteTranscript } from '#listening/rewrite-transcript.ts'
import { nameFindings } from '#listening/names.tables.ts'
import { speakers, transcripts } from '#listening/tables.ts'
import { codings } from '#understanding/tables.ts'
import { openFindingsIn } from '#focusing/open-findings-in.ts'
import { firstDeviation } from '#focusing/quote-wording.rules.ts'
import { quotes } from '#focusing/tables.ts'
import { findEditions } from './find-edition.ts'
import { freeze, publishedTown } from './sample.ts'

await import('#understanding/reactions.ts')
await import('#focusing/reactions.ts')
await import('./reactions.ts')

const at = new Date('2025-12-02T09:00:00Z')
const key = () => randomBytes(32).toString('hex')
const secrets = { pepperId: 'p', lookupPepper: key(), sealPepper: key(), sessionKey: key() }

/** Somebody's name gets into the quoted words, as if it had been there from the beginning. */
async function townWithName() {
	const town = await publishedTown(await freshDatabase())
	const conversationId = await town.inTown(async (db) => {
		const [speaker] = await db.select().from(speakers).where(eq(speakers.id, town.speakers.B1))
		const { conversationId: id } = speaker!
		const [transcript] = await db.select().from(transcripts).where(eq(transcripts.conversationId, id))
		const start = transcript!.text.indexOf('im Laden')
		const replacements = [{ start, end: start + 8, text: 'bei Frau Petra Wollin im Laden' }]
		await rewriteTranscript(db, { conversationId: id, replacements, at })
		return id
	})
	return { ...town, conversationId, seal: { secrets, municipalityId: town.municipalityId } }
}

test('no edition is frozen in which somebody is named about whom nobody has decided', async () => {
	const { inTown, roundId, codings: coded, conversationId, seal } = await townWithName()
	await inTown(async (db) => {
		const [quote] = await db.select().from(quotes).where(eq(quotes.codingId, coded.shop))
		assert.match(quote!.wording, /Petra Wollin/)
		const [first] = await findEditions(db)
		assert.equal(first!.revision, 1, 'what is frozen does not go on saying the words of before')
		const [open] = await openFindingsIn(db, [coded.shop, coded.bus])
		assert.equal(open!.codingId, coded.shop)
		assert.ok(open!.certain.some(({ text }) => text.includes('Wollin')))
	})
	await assert.rejects(
		inTown((db) => freeze(db, roundId)),
		{ code: 'edition-names-open', facts: { count: 1 } },
	)
	await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const found = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		const decide = (state: 'kept' | 'replaced', isPerson: boolean) => {
			const findingIds = found.filter(({ kind }) => (kind === 'person') === isPerson).map(({ id }) => id)
			return findingIds.length > 0 && decideNames(db, { transcriptId, findingIds, state, by: null, at })
		}
		await decide('replaced', true)
		await decide('kept', false)
		await finishNames(db, { conversationId, transcriptId, seal, by: 'command', at })
		const [quote] = await db.select().from(quotes).where(eq(quotes.codingId, coded.shop))
		const [coding] = await db.select().from(codings).where(eq(codings.id, coded.shop))
		assert.match(quote!.wording, /bei (Frau )?\[Person \d\] im Laden erfahren/)
		assert.equal(firstDeviation(quote!.wording, coding!.quote), null)
		assert.deepEqual(await openFindingsIn(db, [coded.shop]), [])
		await freeze(db, roundId)
	})
})

test('a name that a person kept on purpose may be printed', async () => {
	const { inTown, roundId, conversationId, seal } = await townWithName()
	await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const found = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		await decideNames(db, { transcriptId, findingIds: found.map(({ id }) => id), state: 'kept', by: null, at })
		await freeze(db, roundId)
	})
})
