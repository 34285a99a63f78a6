import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { files } from '#platform/tables.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { auditEntries, knownNames } from '#people/tables.ts'
import { createRound } from '../create-round.ts'
import { recordConversations } from '../record-conversation.ts'
import { preparedInterview, preparedWrittenVoice, SAMPLE_DAY as at } from '../sample.ts'
import { nameFindings, pseudonyms, sealedOriginals } from '../names.tables.ts'
import { conversations, sources, transcripts, turns, voices } from '../tables.ts'
import { countNames, decideNames, undoNames } from './decide-names.ts'
import { deleteOriginals } from './delete-originals.ts'
import { finishNames } from './finish-names.ts'
import { markName } from './mark-name.ts'
import { openOriginal } from './open-original.ts'
import { carryOutNamesForm } from './read-names-form.ts'
import { suggestNames } from './suggest-names.ts'

const INTERVIEW = `Interview mit Erna Müller am 3. Mai

I: Wer hilft im Dorf?

B1: Der Klaus Müller vom TSV. Müllers Traktor steht immer bereit. 👍

B2: Frag die Müllers. Oder ruf an: 05521 998877.`

const database = await freshDatabase()
const { id: town, team } = await sampleMunicipality(database)
const pepper = () => randomBytes(32).toString('hex')
const secrets = { pepperId: 'p1', lookupPepper: pepper(), sealPepper: pepper(), sessionKey: pepper() }
const seal = { secrets, municipalityId: town }
const by = team.moderator.accountId
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town, work)
let number = 0

/** A conversation read from a file of its own, with `Müller` among the names the town knows. */
async function recorded(text = INTERVIEW) {
	return inTown(async (db) => {
		await db
			.insert(knownNames)
			.values([{ kind: 'surname', name: 'Müller' }])
			.onConflictDoNothing()
		const round = await createRound(db, { title: 'Runde', slug: `runde-${++number}`, at })
		const bytes = new TextEncoder().encode(`${text} ${number}`)
		const report = { reader: 'text', warnings: [] }
		const source = { name: 'Interview Erna Müller.txt', mediaType: 'text/plain', bytes, report }
		const { ids } = await recordConversations(db, {
			roundId: round.id,
			conversations: [
				{ ...preparedInterview(text), title: 'Interview Erna Müller', slug: `interview-mueller-${number}`, source },
			],
			at,
		})
		return ids[0]!
	})
}

test('names are found, decided one by one, and gone together, while the original lies under seal', async () => {
	const conversationId = await recorded()
	const { transcriptId } = await inTown((db) => suggestNames(db, { conversationId, seal }))
	const found = await inTown((db) => db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId)))
	const open = await inTown((db) => countNames(db, transcriptId))
	assert.equal(open.decided, 0)
	assert.ok(found.some(({ kind }) => kind === 'phone'))
	assert.ok(
		found.some(({ start }) => start < 30),
		'the head of the file is looked at as well',
	)

	await assert.rejects(
		inTown((db) => finishNames(db, { conversationId, transcriptId, seal, by, at })),
		{ code: 'names-undecided', status: 409, facts: { count: open.all } },
	)
	await inTown((db) =>
		decideNames(db, { transcriptId, findingIds: found.map(({ id }) => id), state: 'replaced', by, at }),
	)
	const { slug, replaced } = await inTown((db) => finishNames(db, { conversationId, transcriptId, seal, by, at }))
	assert.equal(replaced, found.length)
	assert.match(slug, /^(?!.*mueller)/)

	await inTown(async (db) => {
		const everything = JSON.stringify([
			await db.select().from(conversations).where(eq(conversations.id, conversationId)),
			await db.select().from(transcripts).where(eq(transcripts.conversationId, conversationId)),
			await db.select().from(voices).where(eq(voices.conversationId, conversationId)),
			await db.select().from(nameFindings),
			await db.select().from(pseudonyms),
			await db.select().from(sources).where(eq(sources.conversationId, conversationId)),
			await db.select({ name: files.name }).from(files),
		])
		assert.ok(!/Müller|998877/.test(everything), everything)
		const [transcript] = await db.select().from(transcripts).where(eq(transcripts.conversationId, conversationId))
		assert.equal(transcript!.version, 2)
		assert.ok(/\[Person \d\]s Traktor/.test(transcript!.text), transcript!.text)
		const [conversation] = await db.select().from(conversations).where(eq(conversations.id, conversationId))
		assert.deepEqual(conversation!.namesCheckedAt, at)

		const [sealed] = await db.select().from(sealedOriginals).where(eq(sealedOriginals.conversationId, conversationId))
		const open = (reason: string) => openOriginal(db, { originalId: sealed!.id, reason, seal, by, at })
		await assert.rejects(open('neugier'), { code: 'opening-reason-missing' })
		const original = await open('meaning')
		assert.equal(original.text, INTERVIEW)
		assert.equal(original.title, 'Interview Erna Müller')
		assert.equal(original.files[0]!.name, 'Interview Erna Müller.txt')
		const opened = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, sealed!.id))
		assert.deepEqual(
			opened.map(({ act }) => act),
			['original-opened-for-meaning'],
		)
		const foreign = { secrets: { ...secrets, sealPepper: pepper() }, municipalityId: town }
		await assert.rejects(openOriginal(db, { originalId: sealed!.id, reason: 'law', seal: foreign, by, at }), {
			code: 'original-unreadable',
		})
	})
})

test('what was kept is not asked again, and a name found later gets the next number', async () => {
	const conversationId = await recorded()
	const first = await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const found = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		const phone = found.find(({ kind }) => kind === 'phone')!
		const rest = found.filter(({ id }) => id !== phone.id).map(({ id }) => id)
		await decideNames(db, { transcriptId, findingIds: [phone.id], state: 'kept', by, at })
		await decideNames(db, { transcriptId, findingIds: rest, state: 'replaced', by, at })
		await finishNames(db, { conversationId, transcriptId, seal, by, at })
		return found
	})
	await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const [kept, ...others] = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		assert.deepEqual([kept!.state, kept!.kind, others.length], ['kept', 'phone', 0])
		const [transcript] = await db.select().from(transcripts).where(eq(transcripts.id, transcriptId))
		const at0 = [...transcript!.text.slice(0, transcript!.text.indexOf('Traktor'))].length
		const place = { start: at0, end: at0 + 7 }
		const marked = await markName(db, { conversationId, transcriptId, ...place, kind: 'person', seal, by, at })
		const used = first
			.filter(({ kind }) => kind === 'person')
			.map(({ replacement }) => replacement.replace(/\].*/, ']'))
		assert.equal(marked.after[0]!.replacement, `[Person ${new Set(used).size + 1}]`)
		await assert.rejects(
			markName(db, { conversationId, transcriptId, start: at0, end: at0 + 60, kind: 'person', seal, by, at }),
			{ code: 'replacement-across-turns' },
		)
		await finishNames(db, { conversationId, transcriptId, seal, by, at })
		const sealed = await db.select().from(sealedOriginals).where(eq(sealedOriginals.conversationId, conversationId))
		assert.deepEqual(sealed.map(({ version }) => version).toSorted(), [1, 2])
	})
})

test('one decision holds for every place of a name, and can be undone', async () => {
	const conversationId = await recorded('B1: Klaus kam. Klaus ging.\n\nB2: Ja, der Klaus.')
	await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const [one] = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId)).limit(1)
		const decided = await decideNames(db, {
			transcriptId,
			findingIds: [one!.id],
			state: 'replaced',
			replacement: ' [Nachbar] ',
			everywhere: true,
			by,
			at,
		})
		assert.equal(decided.after.length, 3)
		assert.ok(decided.after.every(({ replacement, state }) => replacement === '[Nachbar]' && state === 'replaced'))
		assert.deepEqual(await countNames(db, transcriptId), { decided: 3, all: 3 })
		await undoNames(db, { transcriptId, ...decided, by, at })
		assert.deepEqual(await countNames(db, transcriptId), { decided: 0, all: 3 })
		await assert.rejects(
			decideNames(db, { transcriptId, findingIds: [one!.id], state: 'replaced', replacement: ' ', by, at }),
			{ code: 'replacement-empty' },
		)

		const [transcript] = await db.select().from(transcripts).where(eq(transcripts.id, transcriptId))
		const marked = await markName(db, {
			conversationId,
			transcriptId,
			start: transcript!.text.indexOf('ging'),
			end: transcript!.text.indexOf('ging') + 4,
			kind: 'unique',
			seal,
			by,
			at,
		})
		assert.deepEqual(await countNames(db, transcriptId), { decided: 1, all: 4 })
		await undoNames(db, { transcriptId, ...marked, by, at })
		assert.deepEqual(await countNames(db, transcriptId), { decided: 0, all: 3 })
	})
})

test('what somebody else decided meanwhile is not overwritten unseen, and both decisions are shown', async () => {
	const conversationId = await recorded('B1: Klaus kam. Klaus ging.\n\nB2: Ja, der Klaus.')
	const other = team.analyst.accountId
	const minute = (past: number) => new Date(at.getTime() + past * 60_000)
	await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const places = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		const one = { transcriptId, findingIds: [places[0]!.id], everywhere: true }
		const theirs = { ...one, state: 'replaced', replacement: '[Nachbar]', by: other, at: minute(1) } as const
		const decided = await decideNames(db, { ...theirs, seenAt: at })

		const mine = { ...one, state: 'kept', by, at: minute(2) } as const
		await assert.rejects(decideNames(db, { ...mine, seenAt: at }), {
			code: 'names-replaced-meanwhile',
			status: 409,
			facts: { theirs: '[Nachbar]' },
		})
		await assert.rejects(decideNames(db, { ...mine, state: 'replaced', replacement: '[Freund]', seenAt: at }), {
			code: 'names-replaced-otherwise',
			facts: { theirs: '[Nachbar]', yours: '[Freund]' },
		})
		const mark = { conversationId, transcriptId, start: places[0]!.start, end: places[0]!.end + 4, seal, by }
		await assert.rejects(markName(db, { ...mark, kind: 'person', seenAt: at, at: minute(2) }), {
			code: 'names-replaced-otherwise',
		})
		// Whoever says the same, or has seen it and decides otherwise, is heard.
		await decideNames(db, { ...theirs, by, at: minute(2), seenAt: at })
		await decideNames(db, { ...mine, at: minute(3), seenAt: minute(3) })
		await assert.rejects(undoNames(db, { transcriptId, ...decided, by: other, at: minute(4) }), {
			code: 'names-kept-meanwhile',
		})
		const now = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		assert.deepEqual([...new Set(now.map(({ state }) => state))], ['kept'])
	})
})

test('a form says only what was changed in it, and a refused one keeps all of it', async () => {
	const conversationId = await recorded('B1: Klaus kam.\n\nB2: Ja, und Renate.')
	const other = team.analyst.accountId
	await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const names = (await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))).toSorted(
			(a, b) => a.start - b.start,
		)
		const [klaus, renate] = names
		const form = new FormData()
		const entered = { act: 'decide', transcript: transcriptId, gesehen: at.toISOString() }
		const klausUntouched = {
			'stelle-0': klaus!.id,
			'stand-0': 'kept',
			'entscheidung-0': 'kept',
			'ersatz-0': '[Person 1]',
		}
		const renateKept = { 'stelle-1': renate!.id, 'stand-1': '', 'entscheidung-1': 'kept', 'ersatz-1': '[Person 2]' }
		for (const [name, value] of Object.entries({ ...entered, ...klausUntouched, ...renateKept })) form.set(name, value)
		const later = new Date(at.getTime() + 60_000)
		await decideNames(db, { transcriptId, findingIds: [klaus!.id], state: 'replaced', by: other, at: later })
		await carryOutNamesForm(db, { conversationId, form, seal, by, at: later })
		const states = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		assert.equal(states.find(({ id }) => id === klaus!.id)!.state, 'replaced')
		assert.equal(states.find(({ id }) => id === renate!.id)!.state, 'kept')
	})
})

test('originals are deleted on their own, and nobody learns the names behind the numbers any more', async () => {
	const conversationId = await recorded()
	await inTown(async (db) => {
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const found = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		await decideNames(db, { transcriptId, findingIds: found.map(({ id }) => id), state: 'replaced', by, at })
		await finishNames(db, { conversationId, transcriptId, seal, by, at })
		assert.equal(await deleteOriginals(db, { conversationId, by, at }), 1)
		assert.equal(await deleteOriginals(db, { sealedBefore: new Date('2020-01-01'), by, at }), 0)
		const names = await db.select().from(pseudonyms).where(eq(pseudonyms.conversationId, conversationId))
		assert.ok(names.length > 0 && names.every(({ sealedName }) => sealedName.length === 0))
		const placed = await db.select().from(transcripts).where(eq(transcripts.conversationId, conversationId))
		assert.ok(placed[0]!.text.includes('[Person 1]'))
		const said = await db.select().from(turns).where(eq(turns.transcriptId, placed[0]!.id))
		assert.equal(said.length, 3)
	})
})

test('a written voice loses the name in its heading and its title as well', async () => {
	await inTown(async (db) => {
		const round = await createRound(db, { title: 'Form', slug: `form-${++number}`, at })
		const text = 'Klaus mäht den Sportplatz ganz allein.'
		const { ids } = await recordConversations(db, {
			roundId: round.id,
			conversations: [{ ...preparedWrittenVoice(text, 'Danke, Klaus!'), title: 'Klaus mäht den Sportplatz …' }],
			at,
		})
		const conversationId = ids[0]!
		const { transcriptId } = await suggestNames(db, { conversationId, seal })
		const found = await db.select().from(nameFindings).where(eq(nameFindings.transcriptId, transcriptId))
		await decideNames(db, { transcriptId, findingIds: found.map(({ id }) => id), state: 'replaced', by, at })
		await finishNames(db, { conversationId, transcriptId, seal, by, at })
		const [voice] = await db.select().from(voices).where(eq(voices.conversationId, conversationId))
		const [conversation] = await db.select().from(conversations).where(eq(conversations.id, conversationId))
		assert.equal(voice!.title, 'Danke, [Person 1]!')
		assert.equal(conversation!.title, '[Person 1] mäht den Sportplatz ganz allein.')
	})
})
