/** A municipality that leaves in a package and comes back elsewhere is the same municipality. */
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import fc from 'fast-check'
import { asOwner, freshDatabase } from '#platform/database/fresh-database.ts'
import { runStatement, type Database, type MunicipalityId } from '#platform/database/database.ts'
import * as platform from '#platform/tables.ts'
import type { TownFormat } from '#method/formats.ts'
import * as account from '#people/account.tables.ts'
import * as people from '#people/tables.ts'
import * as consent from '#listening/consent.tables.ts'
import * as names from '#listening/names.tables.ts'
import * as listening from '#listening/tables.ts'
import * as understanding from '#understanding/tables.ts'
import * as focusing from '#focusing/tables.ts'
import * as acting from '#acting/tables.ts'
import * as answering from '#answering/tables.ts'
import * as publishing from '#publishing/tables.ts'
import { exportPackage } from './export-package.ts'
import { importPackage } from './import-package.ts'
import { PACKAGE_FORMAT, packageJsonSchema, parsePackageContent, type PackageContent } from './package-content.ts'
import { LEFT_BEHIND, PACKAGE_TABLES } from './package-tables.ts'
import { readPackageFile } from './read-package-file.ts'

const OWN_FORMAT: TownFormat = {
	kind: 'story-cafe',
	label: { de: 'Erzählabend', en: 'Evening of stories' },
	plural: { de: 'Erzählabende', en: 'Evenings of stories' },
}

const folder = await mkdtemp(join(tmpdir(), 'gehoert-package-'))
after(() => rm(folder, { recursive: true }))

test('every table of a municipality travels, or is on the list of what stays behind', () => {
	const stages = [
		platform,
		account,
		people,
		consent,
		names,
		listening,
		understanding,
		focusing,
		acting,
		answering,
		publishing,
	]
	const tables = stages.flatMap((stage) => Object.values(stage).filter((value) => value instanceof PgTable))
	const municipal = tables.filter((table) =>
		getTableConfig(table).columns.some(({ name }) => name === 'municipalityId'),
	)
	const listed = new Set<unknown>([...Object.values(PACKAGE_TABLES), ...LEFT_BEHIND])
	assert.ok(municipal.length > 40)
	assert.deepEqual(
		municipal.filter((table) => !listed.has(table)).map((table) => getTableConfig(table).name),
		[],
	)
})

test('what leaves in a package comes back with the same ids and the same words', async () => {
	const database = await freshDatabase()
	await fc.assert(
		fc.asyncProperty(municipalityContent(), async ({ content, sources }) => {
			await emptyInstallation(database)
			await importPackage(database, content, sources)
			const first = await throughFile(database, content, 'first')
			await emptyInstallation(database)
			await importPackage(database, first.content, first.sources)
			const second = await throughFile(database, content, 'second')
			assert.deepEqual(second, first)
			assert.deepEqual(withoutDefaults(first.content), withoutDefaults(content))
		}),
		{ numRuns: 15 },
	)
})

test('a package whose municipality is already here is refused and changes nothing', async () => {
	const database = await freshDatabase()
	const [{ content, sources }] = fc.sample(municipalityContent(), { numRuns: 1, seed: 7 }) as [Sample]
	await importPackage(database, content, sources)
	await assert.rejects(importPackage(database, content, sources), { code: 'municipality-already-here' })
})

test('a package that cites a row it does not bring leaves nothing behind', async () => {
	const database = await freshDatabase()
	const [{ content, sources }] = fc.sample(municipalityContent(), { numRuns: 1, seed: 7 }) as [Sample]
	const broken = structuredClone(content)
	broken.rows.guideQuestions = [
		{ id: randomUUID(), roundId: randomUUID(), direction: 'helps', wording: 'Was hilft?', position: 0 },
	]
	await assert.rejects(importPackage(database, broken, sources), { code: 'package-cites-nothing' })
	const { rows } = await runStatement(database, 'select count(*)::int as n from municipality')
	assert.equal(rows[0].n, 0)
})

test('a package with a damaged file, an unknown field or no JSON is refused with the place of the mistake', async () => {
	const [{ content }] = fc.sample(municipalityContent(), { numRuns: 1, seed: 7 }) as [Sample]
	const database = await freshDatabase()
	await assert.rejects(importPackage(database, content, new Map([['0'.repeat(64), new Uint8Array([1])]])), {
		code: 'package-source-missing',
	})
	assert.throws(() => parsePackageContent('{'), { code: 'package-unreadable' })
	const strange = { ...content, rows: { ...content.rows, rounds: [{ ...content.rows.rounds![0], colour: 'blue' }] } }
	assert.throws(
		() => parsePackageContent(JSON.stringify(strange)),
		(refusal: { code: string; facts: { place: string } }) =>
			refusal.code === 'package-invalid' && refusal.facts.place.startsWith('rows.rounds.0'),
	)
	const { municipality } = content
	const nameless = {
		...municipality,
		profile: { ...municipality.profile, formats: [{ ...OWN_FORMAT, label: 'Runde' }] },
	}
	assert.throws(() => parsePackageContent(JSON.stringify({ ...content, municipality: nameless })), {
		code: 'package-invalid',
		facts: {
			place: 'municipality.profile.formats.0.label',
			why: 'Ungültige Eingabe: erwartet object, erhalten string',
		},
	})
	await assert.rejects(readPackageFile(Buffer.from('no zip at all')), { code: 'package-unreadable' })
})

test('the published schema names every table', () => {
	const schema = packageJsonSchema() as { properties: { rows: { properties: object } } }
	assert.deepEqual(Object.keys(schema.properties.rows.properties), Object.keys(PACKAGE_TABLES))
})

type Sample = { content: PackageContent; sources: Map<string, Uint8Array> }

async function throughFile(database: Database, content: PackageContent, name: string): Promise<Sample> {
	const path = join(folder, `${name}.gehoert`)
	await exportPackage(database, content.municipality.id as MunicipalityId, path)
	return readPackageFile(path)
}

async function emptyInstallation(database: Database) {
	await asOwner(database, 'delete from municipality')
	const [tables] = await asOwner<{ names: string }>(
		database,
		`select string_agg(quote_ident(table_name), ', ') as names
		from information_schema.columns where table_schema = 'public' and column_name = 'municipality_id'`,
	)
	await asOwner(database, `truncate ${tables!.names} cascade`)
}

/** Columns with a default may be left out on the way in; on the way out they are all there. */
function withoutDefaults({ rows, ...rest }: PackageContent) {
	const kept = [
		'id',
		'slug',
		'text',
		'start',
		'end',
		'themeId',
		'voiceId',
		'roundId',
		'label',
		'parentId',
		'quote',
		'sha256',
		'sealed',
	]
	const short = (row: Record<string, unknown>) =>
		Object.fromEntries(
			Object.entries(row).filter(([name, value]) => kept.includes(name) && value !== null && value !== undefined),
		)
	const byId = (one: Record<string, unknown>, other: Record<string, unknown>) =>
		String(one['id']) < String(other['id']) ? -1 : 1
	return {
		...rest,
		rows: Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list!.map(short).toSorted(byId)])),
	}
}

/** Words with everything that travels badly: umlauts in both forms, emoji, quotes, tabs, right-to-left marks. */
const words = fc.stringMatching(/^[a-zäöüßÄÖÜ „“’…\u0308😀👩‍🚒\t\n\u202e"\\]{1,80}$/u)

function municipalityContent(): fc.Arbitrary<Sample> {
	return fc
		.record({
			id: fc.uuid({ version: 4 }),
			texts: fc.array(words, { minLength: 1, maxLength: 6 }),
			bytes: fc.uint8Array({ maxLength: 300 }),
			seal: fc.uint8Array({ minLength: 1, maxLength: 40 }),
		})
		.map(({ id, texts, bytes, seal }) => {
			const sha256 = createHash('sha256').update(bytes).digest('hex')
			const ids = texts.map(() => ({
				conversation: randomUUID(),
				speaker: randomUUID(),
				transcript: randomUUID(),
				voice: randomUUID(),
				theme: randomUUID(),
			}))
			const roundId = randomUUID()
			const coderId = randomUUID()
			const content: PackageContent = {
				format: PACKAGE_FORMAT,
				municipality: {
					id,
					slug: `ort-${id.slice(0, 8)}`,
					name: 'Ort',
					officialKey: null,
					timeZone: 'Europe/Berlin',
					languages: ['de'],
					hosts: [],
					isFictional: true,
					minimumPeople: 10,
					profile: { convener: 'Verein', formats: [OWN_FORMAT] },
					createdAt: '2026-11-22T08:00:00.000Z',
				},
				accounts: [],
				rows: {
					files: [{ id: randomUUID(), name: 'brief.txt', mediaType: 'text/plain', byteLength: bytes.length, sha256 }],
					rounds: [{ id: roundId, slug: 'runde', title: texts[0] }],
					conversations: ids.map(({ conversation }, at) => ({
						id: conversation,
						roundId,
						slug: `g-${at}`,
						title: texts[at],
						format: 'written',
						heldOn: '2025-03-30',
					})),
					speakers: ids.map(({ conversation, speaker }) => ({
						id: speaker,
						conversationId: conversation,
						code: 'S1',
						ageBand: '75-plus',
					})),
					consents: ids.map(({ speaker }) => ({
						id: randomUUID(),
						speakerId: speaker,
						channel: 'quote',
						given: 'on-paper',
						withdrawnAt: '2026-01-02T03:04:05.678Z',
					})),
					transcripts: ids.map(({ conversation, transcript }, at) => ({
						id: transcript,
						conversationId: conversation,
						text: texts[at],
						length: [...texts[at]!].length,
					})),
					voices: ids.map(({ conversation, speaker, voice }, at) => ({
						id: voice,
						conversationId: conversation,
						speakerId: speaker,
						position: 0,
						text: texts[at],
					})),
					turns: ids.map(({ speaker, transcript, voice }, at) => ({
						id: randomUUID(),
						transcriptId: transcript,
						speakerId: speaker,
						voiceId: voice,
						position: 0,
						start: 0,
						end: [...texts[at]!].length,
					})),
					receipts: [
						{
							id: randomUUID(),
							lookup: 'abc',
							pepperId: 'p',
							sealed: Buffer.from(seal).toString('base64'),
							issuedWeek: '2026-W47',
						},
					],
					// Children stand before their parents here: order must not matter.
					themes: ids.map(({ theme }, at) => ({
						id: theme,
						slug: `t-${at}`,
						label: texts[at],
						parentId: ids[at + 1]?.theme ?? null,
					})),
					coders: [{ id: coderId, kind: 'human', name: 'Anna' }],
					codings: ids.map(({ transcript, voice, theme }, at) => ({
						id: randomUUID(),
						transcriptId: transcript,
						voiceId: voice,
						themeId: theme,
						coderId,
						start: 0,
						end: [...texts[at]!].length,
						quote: texts[at],
						stance: 'wish',
						intensity: 3,
					})),
				},
			}
			return { content, sources: new Map([[sha256, new Uint8Array(bytes)]]) }
		})
}
