import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { archiveTheme, reopenTheme } from './archive-theme.ts'
import { changeTheme } from './change-theme.ts'
import { coderByName } from '../coding/coder-of.ts'
import { codeCategories } from '../coding/code-categories.ts'
import { codePassage } from '../coding/code-passage.ts'
import { createTheme } from './create-theme.ts'
import { findCodebook } from './find-codebook.ts'
import { forgetAnchors } from './forget-anchors.ts'
import { findCodingsOfTranscript } from '../coding/find-codings.ts'
import { moveTheme } from './move-theme.ts'
import { sampleConversation, sampleTown } from '../sample.ts'
import { themeChanges, themes } from '../tables.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

test('the codebook is a tree in the order the team gave it', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const services = await createTheme(db, { label: 'Grundversorgung' })
		const youth = await createTheme(db, { label: 'Jugend & Bildung' })
		const doctor = await createTheme(db, { label: 'Ärztin & Pflege', parentId: services.id, keywords: ['Praxis'] })
		const shop = await createTheme(db, { label: 'Laden', parentId: services.id })
		assert.equal(doctor.slug, 'aerztin-pflege')
		const order = async () => (await findCodebook(db)).map(({ label, depth }) => `${'-'.repeat(depth)}${label}`)
		assert.deepEqual(await order(), ['Grundversorgung', '-Ärztin & Pflege', '-Laden', 'Jugend & Bildung'])

		await moveTheme(db, { themeId: youth.id, to: 'up' })
		await moveTheme(db, { themeId: youth.id, to: 'up' })
		await moveTheme(db, { themeId: shop.id, to: 'up' })
		assert.deepEqual(await order(), ['Jugend & Bildung', 'Grundversorgung', '-Laden', '-Ärztin & Pflege'])

		await changeTheme(db, { themeId: shop.id, parentId: youth.id, definition: 'Wo man einkauft' })
		assert.deepEqual(await order(), ['Jugend & Bildung', '-Laden', 'Grundversorgung', '-Ärztin & Pflege'])
		await assert.rejects(changeTheme(db, { themeId: services.id, parentId: doctor.id }), { code: 'theme-under-itself' })
	})
})

test('two themes never have the same name, and a theme always has one', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const theme = await createTheme(db, { label: 'Vereine' })
		await createTheme(db, { label: 'Kultur' })
		await assert.rejects(createTheme(db, { label: ' vereine ' }), { code: 'theme-label-taken' })
		await assert.rejects(changeTheme(db, { themeId: theme.id, label: 'Kultur' }), { code: 'theme-label-taken' })
		await assert.rejects(createTheme(db, { label: '  ' }), { code: 'theme-label-missing' })
		await assert.rejects(createTheme(db, { label: 'x'.repeat(81) }), { code: 'theme-label-too-long' })
		await assert.rejects(createTheme(db, { label: 'Rot', colour: 'red' }), { code: 'theme-colour-unknown' })
		assert.equal((await changeTheme(db, { themeId: theme.id, label: 'Vereine' })).label, 'Vereine')
	})
})

test('an archived theme keeps what carries it and can be brought back', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const talk = await sampleConversation(db)
		const themeId = talk.themeIds['community']!
		const start = talk.starts[2]!
		await codePassage(db, {
			transcriptId: talk.transcriptId,
			start,
			end: start + 5,
			themeId,
			coderId: talk.coderId,
			at,
		})
		await archiveTheme(db, { themeId, at })
		const counted = async () => (await findCodebook(db)).find(({ id }) => id === themeId)
		assert.deepEqual({ ...(await counted()), isArchived: true, passages: 1, persons: 1 }, await counted())
		await reopenTheme(db, { themeId })
		assert.equal((await counted())?.isArchived, false)
	})
})

test('categories of a file become themes once, and code what their writers wrote', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const talk = await sampleConversation(db)
		const range = (n: number) => {
			const start = talk.starts[n]!
			const words = Array.from(talk.text.split('\n')[n]!).length
			return { voiceId: talk.voiceIds[n]!, transcriptId: talk.transcriptId, start, end: start + words }
		}
		const categories = [
			{ name: 'Community', ranges: [range(1)] },
			{ name: '<script>alert(1)</script>', ranges: [range(2), range(3)] },
		]
		await codeCategories(db, { categories, at })
		const book = await findCodebook(db)
		assert.deepEqual(
			book.map(({ label, passages }) => [label, passages]),
			[
				['infrastructure', 0],
				['community', 1],
				['administration', 0],
				['<script>alert(1)</script>', 1],
			],
		)
		const found = await findCodingsOfTranscript(db, talk.transcriptId)
		assert.deepEqual(
			found.map(({ coderName, stance, start }) => [coderName, stance, start]),
			[
				['Import', 'neutral', talk.starts[1]],
				['Import', 'neutral', talk.starts[2]],
			],
		)
	})
})

test('the history tells every step of the codebook: who, when, what it was and what it became', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const by = await coderByName(db, { kind: 'human', name: 'Anna' })
		const shop = await createTheme(db, { label: 'Laden', by, at })
		const doctor = await createTheme(db, { label: 'Ärztin', by, at })
		await changeTheme(db, { themeId: shop.id, label: 'Dorfladen', definition: '', by, at })
		await changeTheme(db, { themeId: shop.id, label: 'Dorfladen', by, at })
		await moveTheme(db, { themeId: doctor.id, to: 'in', by, at })
		await archiveTheme(db, { themeId: doctor.id, by, at })
		await archiveTheme(db, { themeId: doctor.id, by, at })
		const told = await db.select().from(themeChanges).orderBy(themeChanges.number)
		assert.deepEqual(
			told.map(({ number, deed, before, after }) => [number, deed, before, deed === 'added' ? after?.label : after]),
			[
				[1, 'added', null, 'Laden'],
				[2, 'added', null, 'Ärztin'],
				[3, 'changed', { label: 'Laden' }, { label: 'Dorfladen' }],
				[4, 'moved', { parentId: null, position: 1 }, { parentId: shop.id, position: 0 }],
				[5, 'archived', { isArchived: false }, { isArchived: true }],
			],
		)
		assert.deepEqual(new Set(told.map(({ coderId }) => coderId)), new Set([by]))
	})
})

test('words somebody takes back are no anchor example any more, chosen or pasted, today or in the history', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const talk = await sampleConversation(db)
		const pasted = talk.text.split('\n')[2]!.slice(0, 40)
		const place = { transcriptId: talk.transcriptId, start: talk.starts[2]!, end: talk.starts[2]! + 20 }
		const themeId = talk.themeIds['community']!
		const coding = await codePassage(db, { ...place, themeId, coderId: talk.coderId, at })
		const chosen = await createTheme(db, { label: 'Fahrdienst', anchorPassageId: coding.id })
		const typed = await createTheme(db, { label: 'Nachbarschaft', anchorExample: pasted })
		await changeTheme(db, { themeId: typed.id, anchorExample: 'Wir fahren sie einfach, das ist doch klar.' })
		const reshaped = await createTheme(db, { label: 'Haftung', anchorExample: pasted })

		await forgetAnchors(db, { voiceIds: [talk.voiceIds[2]!] })

		const now = new Map((await db.select().from(themes)).map((theme) => [theme.id, theme]))
		assert.equal(now.get(chosen.id)?.anchorPassageId, null)
		assert.equal(now.get(reshaped.id)?.anchorExample, '')
		assert.equal(now.get(typed.id)?.anchorExample, 'Wir fahren sie einfach, das ist doch klar.')
		assert.ok(!JSON.stringify(await db.select().from(themeChanges)).includes(pasted))
	})
})
