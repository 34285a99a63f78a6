/** Whoever is erased is gone from every table there is, also from those that come later. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { files } from '#platform/tables.ts'
import { eraseSpeaker } from '#listening/erase-speaker.ts'
import { consents, contacts, dataRequests } from '#listening/consent.tables.ts'
import { nameFindings, pseudonyms, sealedOriginals } from '#listening/names.tables.ts'
import { conversations, sources, speakers, transcripts, turns } from '#listening/tables.ts'
import {
	agreementCodings,
	agreementSamples,
	agreementUnits,
	agreementVerdicts,
} from '#understanding/agreeing.tables.ts'
import { suggestions } from '#understanding/suggesting.tables.ts'
import { codings, coders, memos, passageSetEntries, passageSets, themes } from '#understanding/tables.ts'
import { focusThemeCodings, perspectivePoints, perspectives, pointEvidence } from '#focusing/tables.ts'
import { answers } from '#answering/tables.ts'
import { PRINTED, publishedTown, type PublishedTown } from './sample.ts'

await import('#listening/reactions.ts')
await import('#understanding/reactions.ts')
await import('#focusing/reactions.ts')
await import('./reactions.ts')

const AT = new Date('2025-12-02T09:00:00Z')

/** Everything a person can have, beside what the sample brings: a row in each table that points at them. */
async function giveEverything(
	db: MunicipalityDatabase,
	{ speakers: people, voices: said, codings: coded, roundId }: PublishedTown,
) {
	const speakerId = people.B1
	const file = (name: string) => ({
		name,
		mediaType: 'text/plain',
		bytes: new Uint8Array(3),
		byteLength: 3,
		sha256: name,
	})
	const [upload, scan] = await db
		.insert(files)
		.values([file('upload'), file('scan')])
		.returning({ id: files.id })
	const [speaker] = await db.select().from(speakers).where(eq(speakers.id, speakerId))
	const { conversationId } = speaker!
	const report = { reader: 'text', warnings: [] }
	await db.insert(sources).values({ conversationId, fileId: upload!.id, report })
	await db.update(consents).set({ scanFileId: scan!.id }).where(eq(consents.speakerId, speakerId))
	await db.insert(contacts).values({ speakerId, sealed: new Uint8Array(3) })
	await db
		.insert(dataRequests)
		.values({ kind: 'erase', via: 'mail', speakerId, wish: PRINTED, about: PRINTED, receivedOn: '2025-12-01' })
	await db.insert(sealedOriginals).values({ conversationId, version: 1, sealed: new Uint8Array(3) })
	await db
		.insert(pseudonyms)
		.values({ conversationId, kind: 'person', replacement: '[Person 1]', sealedName: new Uint8Array(3) })
	const [turn] = await db.select().from(turns).where(eq(turns.speakerId, speakerId))
	await db
		.insert(nameFindings)
		.values({ transcriptId: turn!.transcriptId, start: turn!.start, end: turn!.start + 3, kind: 'person', name: 'Fr' })
	const [coder] = await db.select().from(coders)
	const note = { coderId: coder!.id, text: PRINTED }
	await db.insert(memos).values([
		{ ...note, codingId: coded.shop },
		{ ...note, voiceId: said.B1 },
	])
	await understandMore(db, { voiceId: said.B1, codingId: coded.shop, coderId: coder!.id, roundId })
	await db
		.insert(focusThemeCodings)
		.values({ focusThemeId: (await focusTheme(db))!, codingId: coded.shop })
		.onConflictDoNothing()
	const [perspective] = await db
		.insert(perspectives)
		.values({ roundId, slug: 'rat', title: 'Rat' })
		.returning({ id: perspectives.id })
	const [point] = await db
		.insert(perspectivePoints)
		.values({ perspectiveId: perspective!.id, position: 0, title: 'Bus', text: 'Bus' })
		.returning({ id: perspectivePoints.id })
	await db.insert(pointEvidence).values({ perspectivePointId: point!.id, codingId: coded.shop })
	await db
		.insert(answers)
		.values({ voiceId: said.B1, kind: 'heard', because: 'Danke.', byOffice: 'Rathaus', answeredOn: '2025-12-01' })
}

/** Kept in a set, proposed by the machine, coded blind and settled. */
async function understandMore(
	db: MunicipalityDatabase,
	{ voiceId, codingId, coderId, roundId }: Record<'voiceId' | 'codingId' | 'coderId' | 'roundId', string>,
) {
	const [theme] = await db.select({ id: themes.id }).from(themes).limit(1)
	const themeId = theme!.id
	const [set] = await db.insert(passageSets).values({ name: 'Bus', createdAt: AT }).returning()
	await db.insert(passageSetEntries).values({ passageSetId: set!.id, voiceId })
	await db.insert(suggestions).values({ voiceId, themeId, coderId, codingId, probability: 0.9, because: ['Laden'] })
	const sample = { slug: 'probe', title: 'Probe', roundId, createdAt: AT }
	const [drawn] = await db.insert(agreementSamples).values(sample).returning()
	const [unit] = await db
		.insert(agreementUnits)
		.values({ agreementSampleId: drawn!.id, voiceId, position: 0 })
		.returning()
	const place = { agreementUnitId: unit!.id, themeId, coderId }
	await db.insert(agreementCodings).values({ ...place, start: 0, end: 3, createdAt: AT })
	await db.insert(agreementVerdicts).values({ ...place, applies: true, note: PRINTED, decidedAt: AT })
}

async function focusTheme(db: MunicipalityDatabase) {
	const { rows } = await db.execute<{ id: string }>(sql`select id from focus_theme limit 1`)
	return rows[0]?.id
}

type Citing = { table: string; column: string; cited: string }

/** Every column that points at a speaker or voice, directly or through others; a column's name counts where no key does. */
async function findCitingColumns(db: MunicipalityDatabase): Promise<Citing[]> {
	const { rows: keys } = await db.execute<Citing>(sql`
		select citing.relname as table, attribute.attname as column, cited.relname as cited
		from pg_constraint
		join pg_class as citing on citing.oid = conrelid join pg_class as cited on cited.oid = confrelid
		join pg_attribute as attribute on attribute.attrelid = conrelid and attribute.attnum = any (conkey)
		where contype = 'f' and attribute.attname <> 'municipality_id'`)
	const { rows: named } = await db.execute<Citing>(sql`
		select table_name as table, column_name as column, substring(column_name from '(speaker|voice|coding|quote)_id$') as cited
		from information_schema.columns
		where table_schema = 'public' and column_name ~ '(^|_)(speaker|voice|coding|quote)_id$'`)
	const every = [
		...keys,
		...named.filter(({ table, column }) => !keys.some((key) => key.table === table && key.column === column)),
	]
	const reached = new Set(['speaker', 'voice'])
	for (let before = 0; before < reached.size;) {
		before = reached.size
		for (const { table, cited } of every) if (reached.has(cited)) reached.add(table)
	}
	return every.filter(({ cited }) => reached.has(cited))
}

/** Rows that point at any of these people or voices, by `table.column`. */
async function countCiting(db: MunicipalityDatabase, citing: Citing[], ids: Map<string, Set<string>>) {
	const counts = new Map<string, number>()
	for (let grew = true; grew;) {
		grew = false
		for (const { table, column, cited } of citing) {
			const wanted = [...(ids.get(cited) ?? [])]
			if (wanted.length === 0) continue
			const { rows } = await db.execute<{ id: string }>(
				sql`select id from ${sql.identifier(table)} where ${sql.identifier(column)} = any (${sql.param(wanted)}::uuid[])`,
			)
			counts.set(`${table}.${column}`, rows.length)
			const known = ids.get(table) ?? new Set()
			for (const { id } of rows) {
				if (!known.has(id)) grew = true
				known.add(id)
			}
			ids.set(table, known)
		}
	}
	return counts
}

/** Everything the database says in words, of every table. */
async function allWords(db: MunicipalityDatabase): Promise<string> {
	const { rows } = await db.execute<{ name: string }>(
		sql`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'municipality_id'`,
	)
	const words: string[] = []
	for (const { name } of rows) {
		const { rows: said } = await db.execute<{ row: string }>(
			sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} as t`,
		)
		words.push(...said.map(({ row }) => `${name} ${row}`))
	}
	return words.join('\n')
}

test('whoever is erased is in no table any more that points at people or what they said', async () => {
	const town = await publishedTown(await freshDatabase())
	const { inTown, speakers: people, voices: said } = town
	await inTown((db) => giveEverything(db, town))
	await inTown(async (db) => {
		const citing = await findCitingColumns(db)
		const ids = new Map([
			['speaker', new Set<string>([people.B1])],
			['voice', new Set<string>([said.B1])],
		])
		const before = await countCiting(db, citing, ids)
		const unknown = citing
			.map(({ table, column }) => `${table}.${column}`)
			.filter((place) => (before.get(place) ?? 0) === 0)
		assert.deepEqual(unknown, [], 'give the erased person a row there, and see that erasing reaches it')

		await eraseSpeaker(db, { speakerId: people.B1, by: 'command', at: AT })

		const after = await countCiting(db, citing, ids)
		assert.deepEqual(
			[...after].filter(([, rows]) => rows > 0),
			[],
		)
		assert.doesNotMatch(await allWords(db), /Beerdigung|im Laden erfahren|Rot-Weiß/)
		assert.equal(await db.$count(sealedOriginals), 0)
		const kept = await db.select({ name: files.name }).from(files)
		assert.ok(!kept.some(({ name }) => name === 'upload' || name === 'scan'))
	})
	await inTown(async (db) => {
		const [other] = await db.select().from(speakers).where(eq(speakers.id, people.B2))
		const own = eq(transcripts.conversationId, other!.conversationId)
		const [transcript] = await db.select().from(transcripts).where(own)
		assert.ok(transcript!.text.startsWith('[gelöscht]\n\nDer Bus fährt'))
		const [turn, ...others] = await db.select().from(turns).where(eq(turns.transcriptId, transcript!.id))
		assert.deepEqual([turn!.position, others.length], [0, 0])
		const left = await db.select({ quote: codings.quote }).from(codings).where(eq(codings.voiceId, said.B2))
		assert.deepEqual(left.map(({ quote }) => quote).toSorted(), [
			'Das steht seit vier Jahren im Protokoll, und keiner macht was.',
			'Der Bus fährt zweimal am Tag.',
		])
		await assert.rejects(eraseSpeaker(db, { speakerId: people.B1, at: AT }), { code: 'speaker-unknown' })
	})
})

test('one of several letters in a file can be erased, and the others stay', async () => {
	const { inTown, speakers: people } = await publishedTown(await freshDatabase())
	await inTown(async (db) => {
		const [speaker] = await db.select().from(speakers).where(eq(speakers.id, people.B1))
		const id = speaker!.conversationId
		await db.update(conversations).set({ format: 'written' }).where(eq(conversations.id, id))
		await eraseSpeaker(db, { speakerId: people.B1, at: AT })
		assert.equal(await db.$count(conversations, eq(conversations.id, id)), 1)
		assert.equal(await db.$count(speakers, eq(speakers.id, people.B2)), 1)
	})
})

test('where nobody else spoke, the whole conversation goes', async () => {
	const town = await publishedTown(await freshDatabase())
	await town.inTown(async (db) => {
		const before = await db.$count(conversations)
		await eraseSpeaker(db, { speakerId: town.speakers.B2, at: AT })
		assert.equal(await db.$count(conversations), before)
		await eraseSpeaker(db, { speakerId: town.speakers.B1, at: AT })
		assert.equal(await db.$count(conversations), before - 1)
		const left = inArray(speakers.id, [town.speakers.B1, town.speakers.B2])
		assert.equal(await db.$count(speakers, left), 0)
	})
})
