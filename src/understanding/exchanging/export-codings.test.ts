import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { m } from '#platform/words/words.ts'
import { districts, roles, sectors } from '#people/tables.ts'
import { codePointLength, sliceCodePoints } from '#listening/code-points.ts'
import { readParts } from '#listening/readers/office-parts.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { sampleConversation, sampleTown } from '../sample.ts'
import { memos } from '../tables.ts'
import { exportCodings, previewExport, type ExportWish } from './export-codings.ts'
import type { ExportedProject } from './exported-project.ts'
import { findExportedProject } from './find-exported-project.ts'
import { importExchangeFile } from './import-exchange-file.ts'
import { randomProject } from './random-project.sample.ts'
import { writeQdc, writeQde } from './write-qde.ts'
import { PROFILES, writeQdpx } from './write-qdpx.ts'

const database = await freshDatabase()
const at = new Date('2026-11-22T10:00:00Z')

/** Runs of the property; `RUNS` for more. */
const RUNS = Number(process.env['RUNS'] ?? 5)

const OFFICIAL = process.env['REFI_SCHEMAS']
const schemaAt = (name: 'Project' | 'Codebook') =>
	OFFICIAL
		? join(OFFICIAL, `refi-${name}-1.0.xsd`)
		: join(import.meta.dirname, '../../../tests/refi-qda', `${name.toLowerCase()}.xsd`)

/** @throws with what is wrong and where */
function validate(xml: string, name: 'Project' | 'Codebook') {
	const schema = XmlDocument.fromString(readFileSync(schemaAt(name), 'utf8'))
	const validator = XsdValidator.fromDoc(schema)
	const document = XmlDocument.fromString(xml)
	try {
		validator.validate(document)
	} finally {
		for (const one of [document, validator, schema]) one.dispose()
	}
}

async function bring(bytes: Uint8Array) {
	const id = await sampleTown(database)
	await inMunicipality(database, id, async (db) => {
		await db.insert(districts).values([{ slug: 'oberlohe', name: 'Oberlohe' }])
		await db.insert(sectors).values([{ slug: 'church', label: { de: 'Kirche' } }])
		await db.insert(roles).values([{ slug: 'teacher', label: { de: 'Lehrkraft' } }])
	})
	const file = { name: 'probe.qdpx', bytes }
	const options = {
		channels: ['analyse' as const],
		format: undefined,
		title: undefined,
		heldOn: undefined,
		district: undefined,
	}
	await importExchangeFile(database, id, { file, round: 'runde', beginsRound: true, options, at, by: 'command' })
	return inMunicipality(database, id, (db) => findExportedProject(db, {}))
}

/** Without what is made anew: ids of speakers and voices, the round's id, the town's name, and the order of equals. */
function comparable({ coders, themes, conversations, memos: noted }: ExportedProject) {
	const byId = <One extends { id: string }>(all: readonly One[]) =>
		all.toSorted((one, other) => (one.id < other.id ? -1 : 1))
	const names = new Map(coders.map(({ id, kind, name }) => [id, `${kind} ${name}`]))
	const voices = new Map(
		conversations.flatMap(({ id, turns }) => turns.map(({ voiceId, start }) => [voiceId, `${id} ${start}`])),
	)
	return {
		themes,
		conversations: byId(conversations).map(({ speakers, turns, codings, ...conversation }) => {
			const codes = new Map(speakers.map(({ id, code }) => [id, code]))
			return {
				...conversation,
				speakers: speakers
					.map(({ id: _, ...speaker }) => speaker)
					.toSorted((one, other) => (one.code < other.code ? -1 : 1)),
				turns: turns.map(({ start, end, speakerId, voiceId }) => ({
					start,
					end,
					by: codes.get(speakerId),
					said: voiceId !== null,
				})),
				codings: byId(codings).map(({ coderId, ...coding }) => ({ ...coding, by: names.get(coderId) })),
			}
		}),
		memos: byId(noted).map(({ coderId, voiceId, roundId, ...memo }) => ({
			...memo,
			by: names.get(coderId),
			voice: voiceId && voices.get(voiceId),
			ofRound: roundId !== null,
		})),
	}
}

test('a project that goes out and comes in again is the same project, whatever stands in it', async () => {
	await fc.assert(
		fc.asyncProperty(randomProject(), fc.constantFrom(...PROFILES), async (project, profile) => {
			validate(writeQde(project), 'Project')
			if (project.themes.length > 0) validate(writeQdc(project.themes), 'Codebook')
			assert.deepEqual(comparable(await bring(await writeQdpx(project, profile))), comparable(project))
		}),
		{ numRuns: RUNS, endOnFailure: RUNS > 5 },
	)
})

async function sampleCodings(db: MunicipalityDatabase) {
	const talk = await sampleConversation(db)
	const passage = (n: number, words: string) => {
		const line = talk.text.split('\n')[n]!
		const start = talk.starts[n]! + codePointLength(line.slice(0, line.indexOf(words)))
		return { transcriptId: talk.transcriptId, start, end: start + codePointLength(words), coderId: talk.coderId }
	}
	const themeId = talk.themeIds['infrastructure']!
	const { ids } = await recordCodings(db, {
		at,
		codings: [
			{ ...passage(1, 'die Gemeindeschwester'), themeId, stance: 'helps', intensity: 3, memo: '=1+1' },
			{
				...passage(4, 'Gefragt schon.'),
				themeId: talk.themeIds['community']!,
				isSensitive: true,
				specialCategory: 'health',
			},
		],
	})
	await db.insert(memos).values({ themeId, coderId: talk.coderId, text: 'Zwei Ebenen: <Ort> & Kreis', createdAt: at })
	return { ...talk, ids }
}

const take = (db: MunicipalityDatabase, wish: ExportWish) => exportCodings(db, { ...wish, by: 'command', at })
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

test('nothing leaves the house of those who did not agree to be analysed, and every file says what it left behind', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const { conversationId, ids } = await sampleCodings(db)
		const { bytes, losses, codings } = await take(db, { format: 'qdpx' })
		assert.equal(codings, 2)
		assert.deepEqual(
			losses.map(({ code, facts }) => [code, facts.count]),
			[
				['consents-stay', 1],
				['not-agreed', 1],
				['names-unchecked', 1],
				['marks-as-notes', 1],
			],
		)
		const parts = await readParts(bytes, () => true)
		assert.deepEqual([...parts.keys()], ['project.qde', `sources/${conversationId}.txt`])
		const project = parts.get('project.qde')!.toString('utf8')
		validate(project, 'Project')
		const text = parts.get(`sources/${conversationId}.txt`)!.toString('utf8')
		for (const words of [project, text]) assert.doesNotMatch(words, /Das bitte nicht|B9|basePath|currentPath/)
		const [, start, end] = /name="Gefragt schon\." startPosition="(\d+)" endPosition="(\d+)"/.exec(project)!
		assert.equal(sliceCodePoints(text, Number(start), Number(end)), 'Gefragt schon.')
		assert.ok(
			ids.every((id) => project.includes(id)),
			'ids stay the same in every export',
		)
		assert.deepEqual((await take(db, { format: 'qdpx' })).bytes, bytes)
	})
})

test('codings go out as a table, as annotations, as a document and as a page, filtered by round, theme and coder', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const { transcriptId, ids } = await sampleCodings(db)
		const csv = textOf((await take(db, { format: 'csv' })).bytes)
		assert.ok(csv.startsWith('\ufeff'))
		assert.equal(csv.trim().split('\r\n').length, 3)
		assert.match(csv, /,'=1\+1,/, 'no cell is a formula')
		assert.match(csv, /Kirche/)
		assert.doesNotMatch(csv, /Das bitte nicht/)

		const { first } = JSON.parse(textOf((await take(db, { format: 'json', theme: 'infrastructure' })).bytes))
		assert.equal(first.items.length, 1)
		const [{ id, target }] = first.items
		assert.deepEqual([id, target.source], [`urn:uuid:${ids[0]}`, `urn:uuid:${transcriptId}`])
		const [position, quote] = target.selector
		assert.deepEqual(
			[quote.exact, quote.prefix.length > 0, position.end - position.start],
			['die Gemeindeschwester', true, 21],
		)

		const docx = (await readParts((await take(db, { format: 'docx' })).bytes, () => true))
			.get('word/document.xml')!
			.toString('utf8')
		XmlDocument.fromString(docx).dispose()
		assert.match(docx, /Gefragt schon\./)
		const html = textOf((await take(db, { format: 'html', coder: 'Anna' })).bytes)
		assert.match(html, /<blockquote>die Gemeindeschwester<\/blockquote>/)
		assert.ok(html.includes(m.understanding_export_count({ count: 2 })))
		await assert.rejects(take(db, { format: 'csv', coder: 'Niemand' }), { code: 'coder-unknown' })
		await assert.rejects(take(db, { format: 'csv', theme: 'nirgends' }), { code: 'theme-unknown' })
		await assert.rejects(take(db, { format: 'csv', round: 'nie' }), { code: 'round-unknown' })
		validate(textOf((await take(db, { format: 'qdc' })).bytes), 'Codebook')

		// What is said beforehand is said of this kind of file.
		const lost = async (format: ExportWish['format']) =>
			(await previewExport(db, { format })).losses.map((one) => one.code)
		assert.deepEqual(await lost('qdc'), ['codebook-only'])
		assert.ok((await lost('qdpx')).includes('consents-stay'))
		for (const format of ['csv', 'json', 'docx', 'html'] as const)
			assert.ok(!(await lost(format)).some((code) => ['consents-stay', 'marks-as-notes'].includes(code)))
		const { codings, themes } = await previewExport(db, { format: 'csv', theme: 'infrastructure' })
		assert.deepEqual([codings, themes], [1, 1])
	})
})
