import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { textOfPdf } from '#platform/pdf/pdf-text.ts'
import { assertOwn, openWorld } from './apart.ts'

const database = await freshDatabase()
const onPostgres = { skip: database.engine === 'embedded' && 'the embedded database holds one municipality' }

test('two municipalities share a house, and no byte of one is ever in what the other is told', onPostgres, async () => {
	const { world, run } = await openWorld(database)
	const [one, other] = world.towns
	const leak = { what: 'a page', of: one, said: `Guteɲ Tag aus Escheŋrode` }
	assert.throws(() => assertOwn(leak, world.towns), /holds what is eschenrode's/, 'the search finds a leak')
	assert.throws(() => assertOwn({ ...leak, said: other.ids['voices']![0]! }, world.towns), /eschenrode/)

	const seen = await run(220, 5)
	for (const done of [
		'coding: 201',
		'speaking: 200',
		'answering: 303',
		'asking for codings: 200',
		'opening what belongs to the other: 404',
	])
		assert.ok(seen.outcomes.has(done), `${done} among ${[...seen.outcomes.keys()].toSorted().join(', ')}`)
	for (const town of world.towns) {
		const pdf = await world.house.ask(`http://localhost:3000/${town.slug}/bericht/bericht.pdf`)
		const { text } = await textOfPdf(pdf.bytes)
		assert.ok(text.includes(town.letter), 'the report holds its own words')
		assertOwn({ what: 'the printed report', of: town, said: text }, world.towns)
	}
	process.stdout.write(`${seen.stories} stories, ${seen.deeds} deeds\n`)
})
