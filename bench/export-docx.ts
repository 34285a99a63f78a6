/**
 * How long it takes to write 1,200 codings as a Word document, reading them from the database included: the goal is
 * ≤ 1 s. The other formats stand beside it. Embedded database, or `DATABASE_URL`. `npm run bench -- export-docx`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inMunicipality } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { createRound } from '#listening/create-round.ts'
import { originKeyOf } from '#listening/prepared-conversation.ts'
import { recordConversations } from '#listening/record-conversation.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { coderByName } from '#understanding/coding/coder-of.ts'
import { recordCodings } from '#understanding/coding/record-codings.ts'
import { EXPORT_FORMATS, exportCodings } from '#understanding/exchanging/export-codings.ts'
import '#understanding/reactions.ts'

const SENTENCE = 'Wir fahren hin und her, und am Ende weiß niemand, wer über die Straße entscheidet. '
const CODINGS = 1_200
const TURNS = 400

const folder = mkdtempSync(join(tmpdir(), 'gehoert-bench-'))
const database = await openDatabase({ dataFolder: folder, databaseUrl: process.env['DATABASE_URL'], holder: 'bench' })
const town = await sampleMunicipality(database, { slug: `bench-${Date.now()}` })
const at = new Date()
await inMunicipality(database, town.id, async (db) => {
	const round = await createRound(db, { title: 'Bench', slug: 'bench', at })
	const said = SENTENCE.repeat(3).trim()
	const turns = Array.from({ length: TURNS }, (_, n) => {
		const start = n * (said.length + 1)
		return { speaker: `B${(n % 9) + 1}`, start, end: start + said.length }
	})
	const consent = { channels: ['analyse' as const], given: 'on-paper' as const }
	const speakers = Array.from({ length: 9 }, (_, n) => ({ code: `B${n + 1}`, consent }))
	const text = turns.map(() => said).join('\n')
	const talk = { originKey: originKeyOf('bench'), title: 'Bench', format: 'town-talk' as const, text, turns, speakers }
	const { writtenVoices } = await recordConversations(db, { roundId: round.id, conversations: [talk], at })
	const themes = await findCodebook(db)
	const coderId = await coderByName(db, { kind: 'human', name: 'Bench' })
	const codings = Array.from({ length: CODINGS }, (_, n) => {
		const { transcriptId, start } = writtenVoices[n % TURNS]!
		const theme = themes[n % themes.length]!
		return { transcriptId, start: start + (n % 7), end: start + 40 + (n % 90), themeId: theme.id, coderId }
	})
	await recordCodings(db, { codings, at })
})

process.stdout.write(`| ${CODINGS} codings as | first ms | median ms | KB |\n|---|---|---|---|\n`)
for (const format of EXPORT_FORMATS) {
	const times: number[] = []
	let size = 0
	for (let n = 0; n < 7; n++) {
		const began = performance.now()
		const { bytes } = await inMunicipality(database, town.id, (db) => exportCodings(db, { format, by: 'bench', at }))
		times.push(performance.now() - began)
		size = bytes.byteLength
	}
	const [first] = times
	const median = times.toSorted((one, other) => one - other)[3]!
	process.stdout.write(`| ${format} | ${first!.toFixed(0)} | ${median.toFixed(0)} | ${Math.round(size / 1024)} |\n`)
}
await database.close()
rmSync(folder, { recursive: true, force: true })
