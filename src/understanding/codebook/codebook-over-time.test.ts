import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { codePassage } from '../coding/code-passage.ts'
import { sampleConversation, sampleTown } from '../sample.ts'
import { themeChanges, themes } from '../tables.ts'
import { changeTheme } from './change-theme.ts'
import { writeCodebookCsv } from './codebook-csv.rules.ts'
import { compareCodebooks } from './compare-codebooks.ts'
import { createTheme } from './create-theme.ts'
import { findCodebook, findRolledUp } from './find-codebook.ts'
import { findGaps } from './find-gaps.ts'
import { findHistory } from './find-history.ts'
import { findThemePassages } from './find-theme-passages.ts'
import { importThemes, planImport, readCodebookTable } from './import-themes.ts'
import { mergeThemes } from './merge-themes.ts'
import { moveTheme } from './move-theme.ts'
import { previewStep } from './preview-step.ts'
import { requireAnchor } from './require-anchor.ts'
import { undoStep } from './undo-step.ts'

const database = await freshDatabase()
const day = (number: number) => new Date(`2025-06-0${number}T12:00:00Z`)
const bytes = (text: string) => new TextEncoder().encode(text)

test('two versions show what came, changed, moved and was merged, with what was coded then and now', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const { transcriptId, starts, coderId, themeIds } = await sampleConversation(db)
		const code = (theme: string, turn: number, at: Date) => {
			const place = { transcriptId, start: starts[turn]!, end: starts[turn]! + 10 }
			return codePassage(db, { ...place, coderId, themeId: themeIds[theme]!, at })
		}
		const early = await code('community', 1, day(1))
		await code('infrastructure', 2, day(1))
		await changeTheme(db, { themeId: themeIds['infrastructure']!, definition: 'Wege', at: day(2) })
		await createTheme(db, { label: 'Vereine', at: day(3) })
		const before = await previewStep(db, { themeIds: [themeIds['community']!], toThemeId: themeIds['infrastructure']! })
		assert.deepEqual([before.passages, before.persons, before.doubles, before.later], [1, 1, 0, []])
		const sourceIds = [themeIds['community']!]
		const stepId = await mergeThemes(db, { sourceIds, targetId: themeIds['infrastructure']!, at: day(4) })
		await code('administration', 4, day(5))

		const told = async (from: Parameters<typeof compareCodebooks>[1]['from']) =>
			(await compareCodebooks(db, { from, to: null })).themes
				.map(({ label, fate, earlier, later }) => [label, fate, earlier.passages, later.passages])
				.toSorted()
		const then = [
			['Vereine', 'added', 0, 0],
			['administration', 'same', 0, 1],
			['community', 'merged', 1, 0],
			['infrastructure', 'changed', 1, 2],
		]
		assert.deepEqual(
			await told({ step: 0 }),
			then.map((row) => (row[1] === 'added' ? row : [row[0], row[1], 0, row[3]])),
		)
		assert.deepEqual(await told({ day: '2025-06-01' }), then)
		assert.equal((await told({ round: 'runde-erzaehlcafe' })).length, 3)
		await assert.rejects(told({ round: 'nirgends' }), { code: 'codebook-version-unknown' })
		await undoStep(db, { stepId, at: day(6) })
		assert.ok((await told({ day: '2025-06-01' })).some(([label, fate]) => label === 'community' && fate === 'same'))

		const { steps, total, labels } = await findHistory(db, { themeId: themeIds['community'], limit: 5 })
		assert.deepEqual([total, steps[0]?.isUndone, labels[themeIds['community']!]], [1, true, 'community'])
		const first = await findThemePassages(db, { themeId: themeIds['community']!, word: 'ALSO', limit: 5 })
		assert.deepEqual(
			first.passages.map(({ id }) => id),
			[early.id],
		)
		await requireAnchor(db, { themeId: themeIds['community']!, anchorPassageId: early.id })
		await assert.rejects(requireAnchor(db, { themeId: themeIds['administration']!, anchorPassageId: early.id }), {
			code: 'coding-unknown',
		})
		await changeTheme(db, { themeId: themeIds['community']!, anchorPassageId: early.id })
		const anchored = (await findCodebook(db)).find(({ label }) => label === 'community')
		assert.equal(anchored?.anchorExample, early.quote)
	})
})

test('somebody who speaks of a theme and its sub-theme counts once when they are counted together', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const { transcriptId, starts, coderId, themeIds } = await sampleConversation(db)
		await moveTheme(db, { themeId: themeIds['community']!, to: 'in' })
		for (const [theme, turn] of [
			['infrastructure', 2],
			['community', 2],
			['community', 4],
		] as const) {
			const place = { transcriptId, start: starts[turn]!, end: starts[turn]! + 10 }
			await codePassage(db, { ...place, coderId, themeId: themeIds[theme]!, at: day(1) })
		}
		assert.deepEqual((await findRolledUp(db)).get(themeIds['infrastructure']!), { passages: 3, persons: 1 })
		const { themes: gappy, overlaps } = await findGaps(db)
		assert.deepEqual(gappy.find(({ label }) => label === 'administration')?.gaps.at(-1), 'unused')
		assert.equal(gappy.find(({ label }) => label === 'community')?.firstPassages.length, 2)
		assert.deepEqual(overlaps, [])
	})
})

test('a codebook from a table comes in as one step, shown before and taken back in one go', async () => {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		await createTheme(db, { label: 'Bus', definition: 'Alt' })
		const file =
			'Pfad;Definition;Farbe;Nummer\r\nVersorgung > Arzt >> Labor;Praxen;#2f7fc4;1\r\nbus;Fahrpläne;rot;2\r\n'
		const { rows, unknownColumns } = readCodebookTable(bytes(file))
		assert.deepEqual(unknownColumns, ['Nummer'])
		const plan = planImport(rows, await db.select().from(themes))
		assert.deepEqual(
			plan.map(({ label, fate, depth }) => [label, fate, depth]),
			[
				['Versorgung', 'added', 0],
				['Arzt > Labor', 'added', 1],
				['bus', 'changed', 0],
			],
		)
		const { added, changed, stepId } = await importThemes(db, { rows, at: day(1) })
		assert.deepEqual([added, changed], [2, 1])
		const book = await findCodebook(db)
		assert.deepEqual(
			book.map(({ label, depth, definition }) => [label, depth, definition]),
			[
				['Bus', 0, 'Fahrpläne'],
				['Versorgung', 0, ''],
				['Arzt > Labor', 1, 'Praxen'],
			],
		)
		const written = writeCodebookCsv(book, ['Pfad', 'Definition', 'Ankerbeispiel', 'Codierregel', 'Gehört dazu'])
		const again = planImport(readCodebookTable(bytes(written)).rows, await db.select().from(themes))
		assert.ok(again.every(({ fate }) => fate === 'same'))
		await undoStep(db, { stepId, at: day(2) })
		assert.deepEqual(
			(await findCodebook(db)).map(({ label, definition }) => [label, definition]),
			[['Bus', 'Alt']],
		)
		assert.equal((await db.select().from(themeChanges)).length, 4)
	})
	const refused = (text: string) => () => readCodebookTable(bytes(text))
	assert.throws(refused('Pfad\n'), { code: 'codebook-file-empty' })
	assert.throws(refused('Nummer,Wert\n1,2\n'), { code: 'codebook-column-missing' })
	assert.throws(refused(`Pfad\n${'x'.repeat(81)}\n`), { code: 'codebook-row-too-long' })
})

test('a table of another program names parents in a column of its own, and what cannot be read is told', () => {
	const file =
		'Obercode\tCode\tCode-Memo\tFarbe\nVersorgung\tBus\tFahrpläne\trot\n\tVersorgung\n\nbus\tTakt\nBus\tTakt\t\t#2F7FC4\n'
	const { rows, unknownColumns, repeated, unreadColours } = readCodebookTable(bytes(file))
	assert.deepEqual(
		rows.map(({ path, definition, colour }) => [path.join(' > '), definition, colour]),
		[
			['Versorgung > Bus', 'Fahrpläne', undefined],
			['Versorgung', undefined, undefined],
			['Versorgung > Bus > Takt', undefined, undefined],
			['Versorgung > Bus > Takt', undefined, '#2f7fc4'],
		],
	)
	assert.deepEqual([unknownColumns, repeated, unreadColours], [[], ['Takt'], ['rot']])
	const circle = readCodebookTable(bytes('Parent;Code\nA;B\nB;A\n')).rows
	assert.deepEqual(
		planImport(circle, []).map(({ label }) => label),
		['A', 'B'],
	)
})
