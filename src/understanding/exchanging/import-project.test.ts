import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, asc, eq, sql } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { districts, sectors } from '#people/tables.ts'
import { conversations, speakers } from '#listening/tables.ts'
import { sampleTown } from '../sample.ts'
import { coders, codings, memos, themes } from '../tables.ts'
import { archive, g, likeAtlas, likeNvivo, likeQualcoder } from './exchange.sample.ts'
import { importExchangeFile } from './import-exchange-file.ts'
import type { ImportedProject } from './import-project.ts'

const database = await freshDatabase()
const at = new Date('2026-11-22T10:00:00Z')

async function town() {
	const id = await sampleTown(database)
	await inMunicipality(database, id, async (db) => {
		await db.insert(districts).values([{ slug: 'oberlohe', name: 'Oberlohe' }])
		await db.insert(sectors).values([{ slug: 'church', label: { de: 'Kirche' } }])
	})
	return id
}

const bring = (id: Awaited<ReturnType<typeof town>>, bytes: Uint8Array, name = 'probe.qdpx') =>
	importExchangeFile(database, id, {
		file: { name, bytes },
		round: 'runde',
		beginsRound: true,
		options: { channels: ['analyse'], format: undefined, title: undefined, heldOn: undefined, district: undefined },
		at,
		by: 'command',
	})

async function codedIn(db: MunicipalityDatabase) {
	const found = await db
		.select({ quote: codings.quote, theme: themes.label, by: coders.name })
		.from(codings)
		.innerJoin(themes, eq(themes.id, codings.themeId))
		.innerJoin(coders, eq(coders.id, codings.coderId))
		.orderBy(asc(codings.quote), asc(themes.label))
	return found.map(({ quote, theme, by }) => `${quote} | ${theme} | ${by}`)
}

const lossesOf = ({ losses }: ImportedProject) =>
	Object.fromEntries(losses.map(({ code, facts }) => [code, facts.count]))

test('a project arrives with its words, its codes and who coded, and a second time adds nothing', async () => {
	const id = await town()
	const bytes = await likeAtlas()
	const first = await bring(id, bytes)
	assert.deepEqual([first.conversations, first.themes, first.codings, first.memos], [2, 2, 6, 3])
	assert.deepEqual(lossesOf(first), {
		'sources-missing': 1,
		'codings-without-place': 3,
		'codings-across-turns': 2,
		areas: 1,
		sets: 2,
		'rich-text': 1,
		media: 1,
	})
	const [talk] = first.readings
	assert.deepEqual([talk?.found, talk?.named, talk?.counting.lineEnd], [3, 3, 1])
	await inMunicipality(database, id, async (db) => {
		assert.deepEqual(await codedIn(db), [
			'Am Samstag nicht | Versorgung | Import',
			'Der Laden 🛒 fehlt | Versorgung | Anna Beispiel',
			'Seit Jahren. | Mobilität | Anna Beispiel',
			'Seit Jahren. | Versorgung | Anna Beispiel',
			'Und der Bus. | Mobilität | Anna Beispiel',
			'Und der Bus. | Versorgung | Anna Beispiel',
		])
		const codes = await db
			.select({ code: speakers.code, asks: speakers.isModerator })
			.from(speakers)
			.orderBy(asc(speakers.code))
		assert.deepEqual(
			codes.map(({ code, asks }) => code + (asks ? '*' : '')),
			['B1', 'I*', 'S1', 'S1'],
		)
		const [theme] = await db
			.select()
			.from(themes)
			.where(eq(themes.id, g('Versorgung')))
		assert.deepEqual([theme?.colour, theme?.label], ['#ff0088', 'Versorgung'])
		const [anna] = await db.select({ id: coders.id }).from(coders).where(eq(coders.name, 'Anna Beispiel'))
		assert.equal(anna?.id, g('Anna'), 'who coded keeps their number')
		const noted = await db.select({ text: memos.text, on: memos.codingId }).from(memos).orderBy(asc(memos.text))
		assert.deepEqual(noted, [
			{ text: 'Gute Frage', on: null },
			{ text: 'Idee\n\nDas sagen alle.', on: g('c1') },
			{ text: 'Weg.txt: Nachfragen!', on: null },
		])
	})
	const again = await bring(id, bytes)
	assert.deepEqual([again.added, again.codings, again.memos, again.unchanged], [0, 0, 0, 2])
	assert.equal(lossesOf(again)['codings-changed-here'], undefined)
	await inMunicipality(database, id, async (db) => {
		await db.update(codings).set({ removedAt: at }).where(eq(codings.quote, 'Am Samstag nicht'))
		const moved = and(eq(codings.quote, 'Und der Bus.'), eq(codings.themeId, g('Versorgung')))
		await db
			.update(codings)
			.set({ start: sql`${codings.start} + 1` })
			.where(moved)
	})
	const changed = await bring(id, bytes)
	assert.deepEqual([changed.added, lossesOf(changed)['codings-changed-here']], [0, 2])
})

test('words that belong to cases are their turns, and what the cases say of people is kept where the town knows it', async () => {
	const id = await town()
	const brought = await bring(id, await likeNvivo())
	assert.deepEqual([brought.speakers, brought.turns, brought.codings, brought.memos], [2, 2, 2, 1])
	assert.equal(brought.readings[0]?.counting.lineEnd, 2)
	assert.deepEqual(lossesOf(brought), { variables: 1, 'codes-renamed': 1 })
	await inMunicipality(database, id, async (db) => {
		assert.deepEqual(await codedIn(db), ['Niemand hilft | negativ | Import', 'machen das gern | positiv | Import'])
		const found = await db.select().from(speakers).leftJoin(districts, eq(districts.id, speakers.districtId))
		const petra = found.find(({ speaker }) => speaker.ageBand === '45-59')
		assert.equal(petra?.district?.slug, 'oberlohe')
		assert.ok(
			found.every(({ speaker }) => !JSON.stringify(speaker).includes('Keller')),
			'a name in a case is not kept',
		)
		const labels = await db
			.select({ label: themes.label, parent: themes.parentId })
			.from(themes)
			.orderBy(asc(themes.label))
		assert.deepEqual(
			labels.map(({ label, parent }) => [label, parent]),
			[
				['Ehrenamt', null],
				['negativ', g('Ehrenamt')],
				['positiv', g('Ehrenamt')],
				['positiv (Schule)', g('Schule')],
				['Schule', null],
			].toSorted(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1)),
		)
		const [note] = await db.select().from(memos)
		assert.equal(note?.text, 'Leise gesprochen')
		assert.ok(note?.voiceId)
	})
})

test('missing ids, unescaped signs, recordings with times and passages past the end do not stop a project', async () => {
	const id = await town()
	const brought = await bring(id, await likeQualcoder())
	assert.deepEqual(lossesOf(brought), { 'codings-clamped': 1, 'areas-by-words': 2, media: 1, variables: 1 })
	await inMunicipality(database, id, async (db) => {
		assert.deepEqual(
			await codedIn(db),
			[
				'Dann der Brunnen. | Jugend & Räume | Import',
				'Erst die Bank. | Jugend & Räume | Import',
				'ugend braucht einen Raum.\nUnd jemanden, der aufschließt. | Jugend & Räume | Import',
				'braucht einen Raum | Jugend & Räume | default',
			].toSorted(),
		)
		const texts = (await db.select({ text: memos.text }).from(memos)).map(({ text }) => text)
		assert.deepEqual(texts.toSorted(), ['A & B fragen', 'wichtig'])
	})
	assert.equal((await bring(id, await likeQualcoder())).added, 0)
})

test('an archive that leads outside, hides definitions or holds no project is refused, and nothing arrives by half', async () => {
	const id = await town()
	const empty = '<Project xmlns="urn:QDA-XML:project:1.0" name="x"/>'
	const secret = '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project name="&x;"/>'
	const evil = (await archive(empty, { 'aaaaaaaaaa.txt': 'x' })).map((byte) => byte)
	const outside = Buffer.from(
		Buffer.from(evil).toString('latin1').replaceAll('aaaaaaaaaa.txt', '../../evil.txt'),
		'latin1',
	)
	await assert.rejects(bring(id, outside), { code: 'exchange-archive-broken' })
	await assert.rejects(bring(id, await archive(secret, {})), { code: 'document-with-definitions' })
	await assert.rejects(bring(id, await archive(empty, { 'other.qde': empty })), { code: 'exchange-no-project' })
	await assert.rejects(bring(id, await archive(empty, {})), { code: 'exchange-nothing-in-it' })
	await assert.rejects(bring(id, await archive('<Project><Users></Project>', {})), { code: 'exchange-file-broken' })
	await assert.rejects(bring(id, Buffer.from('<CodeBook><Codes/></CodeBook>'), 'leer.qdc'), {
		code: 'exchange-nothing-in-it',
	})
	const outsidePath = empty.replace(
		'/>',
		'><Sources><TextSource guid="x" name="x" plainTextPath="absolute:///etc/passwd"/><TextSource guid="y" plainTextPath="relative:///../../etc/passwd"/></Sources></Project>',
	)
	await assert.rejects(bring(id, await archive(outsidePath, {})), { code: 'exchange-nothing-in-it' })
	await inMunicipality(database, id, async (db) => assert.equal((await db.select().from(conversations)).length, 0))
})
