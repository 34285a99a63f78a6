/**
 * How well search finds: of a table of contributions every text of ten words and more is looked for by its own title,
 * which is not part of what is searched. Goals on the shared contributions of a cycling dialogue: MRR ≥ 0.405,
 * recall@10 ≥ 0.565.
 *
 * `node bench/search-quality.ts FILE.csv [TEXT_COLUMN TITLE_COLUMN]`
 */
import { readFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { inMunicipality } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { createRound } from '#listening/create-round.ts'
import { originKeyOf } from '#listening/prepared-conversation.ts'
import { recordConversations } from '#listening/record-conversation.ts'
import { findVoices } from '#understanding/finding/find-voices.ts'

const [file, textColumn = 'text', titleColumn = 'title'] = process.argv.slice(2)
if (!file) throw new Error('bench/search-quality.ts FILE.csv [TEXT_COLUMN TITLE_COLUMN]')
const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true })
const contributions = rows.flatMap((row, at) => {
	const [text, title] = [(row[textColumn] ?? '').replace(/\r\n?/g, '\n').trim(), (row[titleColumn] ?? '').trim()]
	return text === '' ? [] : [{ text, title, key: `${at}` }]
})

const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-'))
const database = await openDatabase({ dataFolder: folder, databaseUrl: process.env['DATABASE_URL'], holder: 'bench' })
const town = await sampleMunicipality(database, { slug: `bench-${Date.now()}` })
const voiceIds = await inMunicipality(database, town.id, async (db) => {
	const round = await createRound(db, { title: 'Bench', at: new Date() })
	const { writtenVoices } = await recordConversations(db, {
		roundId: round.id,
		at: new Date(),
		conversations: contributions.map(({ text, key }) => ({
			originKey: originKeyOf(key),
			title: key,
			format: 'written' as const,
			text,
			speakers: [{ code: 'B1', consent: { channels: ['analyse' as const], given: 'on-paper' as const } }],
			turns: [{ speaker: 'B1', start: 0, end: Array.from(text).length }],
		})),
	})
	return writtenVoices.map(({ voiceId }) => voiceId)
})

let [asked, reciprocal, amongTen] = [0, 0, 0]
const times: number[] = []
await inMunicipality(database, town.id, async (db) => {
	for (const [at, { text, title }] of contributions.entries()) {
		if (text.split(/\s+/).length < 10) continue
		const began = performance.now()
		const { hits } = await findVoices(db, { query: title, limit: 50 })
		times.push(performance.now() - began)
		const rank = hits.findIndex(({ voiceId }) => voiceId === voiceIds[at]) + 1
		asked++
		if (rank > 0) reciprocal += 1 / rank
		if (rank > 0 && rank <= 10) amongTen++
	}
})
times.sort((one, other) => one - other)
const figures = {
	texts: contributions.length,
	asked,
	MRR: (reciprocal / asked).toFixed(4),
	'recall@10': (amongTen / asked).toFixed(4),
	'median ms': times[asked >> 1]!.toFixed(1),
}
for (const [name, figure] of Object.entries(figures)) process.stdout.write(`${name.padEnd(12)} ${figure}\n`)
await database.close()
rmSync(folder, { recursive: true, force: true })
