/** A reader keeps every page, file and table of several editions of one small town and tries to work out who said what. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sectors } from '#people/tables.ts'
import type { MunicipalityDatabase as Db } from '#platform/database/database.ts'
import { findRoleDictionary } from '#protecting/find-role-label.ts'
import { draftEdition, type TablesWanted } from '#publishing/draft-edition.ts'
import type { EditionContent } from '#publishing/edition-content.ts'
import { hashOf } from '#publishing/edition-hash.ts'
import { findLiveEdition } from '#publishing/find-edition.ts'
import { findTableWords } from '#publishing/find-earlier-tables.ts'
import { findTableBasis } from '#publishing/find-table-basis.ts'
import { freezeEdition } from '#publishing/freeze-edition.ts'
import { printBands } from '#publishing/read-towns.sample.ts'
import { linkByLabel, workOut, type Presence } from '#publishing/reader.sample.ts'
import { publishedTown } from '#publishing/sample.ts'
import { speakMany } from '#publishing/sample-crowd.ts'
import { artefacts, editions } from '#publishing/tables.ts'
import { openTestHouse } from './house.ts'
import { columnsIn, findIds, quotesIn, readPages, readServed, tableIn, type Served } from './what-is-served.ts'

const database = await freshDatabase()
const town = await publishedTown(database)
const house = await openTestHouse(database)
const origin = 'http://localhost:3000'

/** People of one sector who were heard together: how many came, and how many of them spoke of the theme. */
const COMING: { sector: string; people: number; spoke: number }[][] = [
	[
		{ sector: 'business', people: 12, spoke: 4 },
		{ sector: 'church', people: 3, spoke: 3 },
	],
	[
		{ sector: 'business', people: 2, spoke: 2 },
		{ sector: 'church', people: 2, spoke: 0 },
	],
	[
		{ sector: 'business', people: 150, spoke: 40 },
		{ sector: 'church', people: 11, spoke: 3 },
	],
]

type Kept = { served: Served[]; content: EditionContent }
const kept: Kept[] = []
const unprotected: Kept[] = []

test('a small town publishes again and again while a few people come', async () => {
	const wording = (slug: string) => ({ slug, label: { de: slug } })
	await town.inTown((db) =>
		db.insert(sectors).values(['business', 'church'].map((slug, at) => ({ ...wording(slug), position: at + 1 }))),
	)
	for (const [at, groups] of COMING.entries()) {
		await town.inTown(async (db) => {
			for (const { sector, ...group } of groups) {
				const [{ id }] = (await db.select({ id: sectors.id }).from(sectors).where(eq(sectors.slug, sector))) as [
					{ id: string },
				]
				await speakMany(db, town, { ...group, sectorId: id })
			}
			await freeze(db, at === 2 ? 'numbers' : 'bands')
		})
		kept.push(await read())
		unprotected.push(await readUnprotected())
	}
})

test('from everything served and printed nobody can be worked out, and every place says the same', async () => {
	assert.deepEqual(await findings(kept, true), [])
	for (const { served, content } of kept) {
		const tables = served
			.filter(({ where }) => !/^matrix by (?!sector)/.test(where))
			.flatMap(({ where, text }) => {
				const table = tableIn(
					text,
					content.themes.map(({ label }) => label),
					content.sectors.length,
				)
				return table ? [{ where, table }] : []
			})
		assert.ok(
			['/themen', 'docx', 'pdf', 'matrix by sector'].every((one) => tables.some(({ where }) => where === one)),
			tables.map(({ where }) => where).join(', '),
		)
		for (const { where, table } of tables) assert.deepEqual(table.map(cellsOf), content.themes.map(cellsOf), where)
	}
})

test('nothing served holds the id of a person, a contribution or a consent, or the minute somebody spoke', async () => {
	const ids = await findIds(database, town.municipalityId)
	assert.ok(ids.length > 300)
	for (const { where, text } of kept.flatMap(({ served }) => served)) {
		assert.ok(!ids.some((id) => text.includes(id)), where)
		const times = [...text.matchAll(/\d{4}-\d{2}-\d{2}T\d{2}:(\d{2}:\d{2})|\bD:\d{10}(\d{4})/g)]
		const minutes = times.map(([, time, inPdf]) => time ?? inPdf!)
		assert.ok(
			minutes.every((minute) => /^00:?00$/.test(minute)),
			`${where}: ${minutes.join(' ')}`,
		)
	}
})

test('the same reader finds people in the same pages as soon as nothing is protected', async () => {
	const found = await findings(unprotected, false)
	console.table([
		{
			editions: kept.length,
			places: kept.flatMap(({ served }) => served).length,
			found: (await findings(kept, true)).length,
			unprotected: found.length,
		},
	])
	assert.ok(
		found.some((one) => /people/.test(one)),
		'a rare label',
	)
	assert.ok(
		found.some((one) => /: [1-4]$/.test(one)),
		'a small number',
	)
	assert.ok(
		found.some((one) => / of /.test(one)),
		'a few among a few',
	)
})

const cellsOf = ({ label, bands, numbers, total }: EditionContent['themes'][number]) =>
	numbers ? { label, numbers, total: total ?? null } : { label, bands }

/** The team takes what is offered when new tables would tell too much. */
async function freeze(db: Db, mode: TablesWanted['mode']) {
	const edition = { roundId: town.roundId, title: 'Quellheim hört zu', by: null, today: '2025-12-01', at: new Date() }
	const { leaks } = await draftEdition(db, town.roundId, { mode, from: 'new' })
	const from = leaks.length === 0 ? 'new' : mode === 'bands' ? 'where-safe' : 'last'
	await freezeEdition(db, { ...edition, tables: { mode, from } })
}

async function read(): Promise<Kept> {
	return { served: await readServed(house, origin, database), content: (await town.inTown(findLiveEdition))!.content }
}

/** The same edition as another tool would print it: labels as wished, every number as it is; then it is put back. */
async function readUnprotected(): Promise<Kept> {
	const edition = (await town.inTown(findLiveEdition))!
	const content = await town.inTown(async (db): Promise<EditionContent> => {
		const { tables } = await findTableBasis(db, town.roundId, [])
		const themes = edition.content.themes.map((row, at) => {
			const numbers = tables.themes!.cells[at]!.map(({ length }) => length)
			return {
				...row,
				bands: numbers.map(() => 'none' as const),
				numbers,
				total: numbers.reduce((sum, one) => sum + one, 0),
			}
		})
		const words = await findTableWords(db)
		const sectors = tables.themes!.columns.map((slug) => words.sectors.get(slug) ?? slug)
		const dossiers = edition.content.dossiers.map((dossier, at) => ({
			...dossier,
			bands: [],
			quotes: dossier.quotes.map((quote) => ({ ...quote, label: at === 0 ? 'Ortsbürgermeisterin' : quote.label })),
		}))
		return { ...edition.content, tables: { mode: 'numbers', carriedFrom: null }, sectors, themes, dossiers }
	})
	await replace(edition.id, content)
	const told = { served: await readPages(house, origin), content }
	await replace(edition.id, edition.content)
	return told
}

async function replace(id: string, content: EditionContent) {
	await town.inTown(async (db) => {
		await db
			.update(editions)
			.set({ content, hash: hashOf(content) })
			.where(eq(editions.id, id))
		await db.delete(artefacts)
	})
}

/** What the reader makes of the words on the pages alone; nothing is taken from what lies behind them. */
async function findings(all: readonly Kept[], isProtected: boolean): Promise<string[]> {
	const { dictionary, presence, speakers } = await town.inTown(async (db) => {
		return { dictionary: await findRoleDictionary(db), ...(await findPresence(db)) }
	})
	const seen = all.map(({ served, content }) => asRead(served, content))
	const sectorsHeard = [...new Set(presence.flatMap(({ path }) => path.filter(Boolean)))]
	const print = (groups: readonly Presence[], spoke: readonly number[]) =>
		printBands(groups, spoke, { sectors: sectorsHeard, isProtected })
	return [
		...workOut(seen, { dictionary, presence, minimum: 10, print }),
		...seen.flatMap((edition) => linkByLabel(edition, (wording) => speakers.get(wording) ?? wording)),
	]
}

/** An edition put together again from what was served. */
function asRead(served: readonly Served[], { themes, tables }: EditionContent): EditionContent {
	const page = served.find(({ where }) => where === '/themen')!.text
	const sectorsRead = columnsIn(page)
	const labels = themes.map(({ label }) => label)
	const quotes = served
		.filter(({ where }) => /^\/(themen\/\w+|suche.*|bericht\/bericht.html)?$/.test(where))
		.flatMap(({ text }) => quotesIn(text))
	const unique = [...new Map(quotes.map((quote) => [`${quote.label} ${quote.wording}`, quote])).values()]
	return {
		...(tables ? { tables } : {}),
		sectors: sectorsRead,
		themes: tableIn(page, labels, sectorsRead.length) ?? [],
		dossiers: [{ quotes: unique.map((quote) => ({ ...quote, id: quote.wording })) }],
	} as unknown as EditionContent
}

/** Who was heard in which edition, which the reader knows from standing at the door; and who said each of the words. */
async function findPresence(db: Db): Promise<{ presence: Presence[]; speakers: Map<string, string> }> {
	const rows = await db.select({ basis: editions.basis }).from(editions).orderBy(editions.number)
	const heard = rows.slice(1).map(({ basis }) => basis!.heard)
	const sectorOf = (person: string) => (edition: Record<string, string[]>) =>
		Object.keys(edition).find((slug) => edition[slug]!.includes(person)) ?? ''
	const people = [...new Set(heard.flatMap((edition) => Object.values(edition).flat()))]
	const paths = people.map((person) => heard.map(sectorOf(person)))
	const presence = [...Map.groupBy(paths, (path) => path.join()).values()].map((same) => {
		return { path: same[0]!, size: same.length }
	})
	const { rows: said } = await db.execute<{ wording: string; speaker: string }>(sql`
		select quote.wording, voice.speaker_id as speaker from quote
		join coding on coding.id = quote.coding_id join voice on voice.id = coding.voice_id`)
	return { presence, speakers: new Map(said.map(({ wording, speaker }) => [wording, speaker])) }
}
