import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { methodFile, parseMethod } from '#method/method-file.ts'
import { createMunicipality } from '#people/create-municipality.ts'
import { roles, sectors } from '#people/tables.ts'
import { createRound } from '#listening/create-round.ts'
import { guideQuestions } from '#listening/tables.ts'
import { themes } from '#understanding/tables.ts'
import '../../src/reactions.ts'

test('a municipality begins with its own sectors, roles, guide and themes', async () => {
	const database = await freshDatabase()
	const file = JSON.parse(methodFile('de')) as Record<string, object[]>
	const label = { de: 'Hafen', en: 'Harbour' }
	file['sectors']!.push({ slug: 'hafen', label })
	file['roles']!.push({ slug: 'fischer', label, parent: 'resident', sector: 'hafen', population: 12, counts: 'office' })
	file['guide'] = [{ direction: 'open', wording: { de: 'Was trägt der Hafen?', en: 'What does the harbour carry?' } }]
	file['themes'] = [{ slug: 'hafen', label: 'Hafen', definition: 'Alles am Kai.', colour: '#2f7fc4' }]
	const at = new Date('2026-11-22T09:00:00Z')
	const { id } = await createMunicipality(database, {
		name: 'Hafenau',
		districts: [{ name: 'Mitte', population: 4000 }],
		method: parseMethod(JSON.stringify(file), 'de'),
		at,
	})
	await inMunicipality(database, id, async (db) => {
		await createRound(db, { title: 'Hafenau hört zu', at })
		const own = { sectors: await db.$count(sectors), themes: await db.select({ label: themes.label }).from(themes) }
		assert.deepEqual(own, { sectors: 7, themes: [{ label: 'Hafen' }] })
		const slugs = (await db.select({ slug: roles.slug }).from(roles)).map(({ slug }) => slug)
		assert.ok(slugs.includes('fischer'))
		const asked = await db.select({ wording: guideQuestions.wording }).from(guideQuestions)
		assert.deepEqual(asked, [{ wording: 'Was trägt der Hafen?' }])
	})
})
