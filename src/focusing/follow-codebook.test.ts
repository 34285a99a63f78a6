import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { deleteTheme } from '#understanding/codebook/delete-theme.ts'
import { findRolledUp } from '#understanding/codebook/find-codebook.ts'
import { mergeThemes } from '#understanding/codebook/merge-themes.ts'
import { moveTheme } from '#understanding/codebook/move-theme.ts'
import { previewMove } from '#understanding/codebook/preview-move.ts'
import { splitTheme } from '#understanding/codebook/split-theme.ts'
import { redoStep, undoStep } from '#understanding/codebook/undo-step.ts'
import { codings } from '#understanding/tables.ts'
import { changeFocusTheme } from './change-focus-theme.ts'
import { findDossier } from './find-dossier.ts'
import { findThemeUses } from './find-theme-uses.ts'
import { openFocusTheme } from './open-focus-theme.ts'
import { sampleTown } from './sample.ts'
import { writeDossierPart } from './write-dossier-part.ts'

await import('./reactions.ts')

const at = new Date('2025-12-01T11:00:00Z')

test('a focus theme keeps its evidence when the codebook is merged, split and put back', async () => {
	const { inTown, roundId, themes, codings: coded } = await sampleTown(await freshDatabase())
	await inTown(async (db) => {
		const { id, slug } = await openFocusTheme(db, { roundId, title: 'Rathaus', themeIds: [themes.administration] })
		const paragraphs = [{ text: 'Es steht im Protokoll.', codingIds: [coded.minutes] }]
		await writeDossierPart(db, { focusThemeId: id, kind: 'analysis', paragraphs, by: null, at })
		const stands = async () => {
			const { evidence, themes: gathered, parts } = await findDossier(db, slug)
			return [evidence.codings, gathered.length, parts.analysis.paragraphs[0]?.codingIds.length]
		}
		const before = await stands()
		assert.deepEqual(before.slice(1), [1, 1])
		const [use] = await findThemeUses(db, { themeIds: [themes.administration] })
		assert.deepEqual([use?.title, use?.gathers, use?.cited], ['Rathaus', true, 1])
		await assert.rejects(deleteTheme(db, { themeId: themes.administration }), { code: 'theme-carried' })

		const target = themes.mobility
		const merged = await mergeThemes(db, { sourceIds: [themes.administration], targetId: target, at })
		const [, , cited] = await stands()
		assert.equal(cited, 1)
		assert.ok(Number((await stands())[0]) >= Number(before[0]))
		await changeFocusTheme(db, { focusThemeId: id, title: 'Rathaus', teaser: '', themeIds: [target] })
		await undoStep(db, { stepId: merged, at })
		assert.deepEqual(await stands(), before)
		await redoStep(db, { stepId: merged, at })
		assert.ok(Number((await stands())[0]) >= Number(before[0]))
		await undoStep(db, { stepId: merged, at })

		const own = await db.select({ id: codings.id }).from(codings).where(eq(codings.themeId, themes.administration))
		const codingIds = own.map((coding) => coding.id)
		const into = { label: 'Protokolle' }
		const split = await splitTheme(db, { themeId: themes.administration, codingIds, into, at })
		assert.deepEqual(await stands(), [before[0], 2, 1])
		await undoStep(db, { stepId: split.stepId, at })
		assert.deepEqual(await stands(), before)
	})
})

test('before a theme moves it is told who counts and gathers it then, and so it comes', async () => {
	const { inTown, roundId, themes } = await sampleTown(await freshDatabase())
	await inTown(async (db) => {
		const { administration: themeId, mobility } = themes
		const { slug } = await openFocusTheme(db, { roundId, title: 'Unterwegs', themeIds: [mobility] })
		const evidence = async () => (await findDossier(db, slug)).evidence.codings
		const alone = await evidence()
		const under = { themeId, to: { parentId: mobility, beforeId: null } }
		const told = await previewMove(db, under)
		assert.deepEqual([told.isOrderOnly, told.topLevel, told.leaves], [false, 'leaves', []])
		assert.deepEqual(
			told.joins.map(({ title }) => title),
			['Unterwegs'],
		)
		const own = await db.$count(codings, eq(codings.themeId, themeId))
		const [count] = told.counts
		assert.equal(count!.after.passages, count!.before.passages + own)

		const stepId = await moveTheme(db, { ...under, at })
		assert.deepEqual((await findRolledUp(db)).get(mobility), count!.after)
		assert.equal(await evidence(), alone + own)
		const out = { themeId, to: { parentId: null, beforeId: mobility } }
		const back = await previewMove(db, out)
		assert.deepEqual([back.topLevel, back.joins, back.leaves[0]?.title], ['joins', [], 'Unterwegs'])
		assert.equal((await previewMove(db, { ...out, to: under.to })).isOrderOnly, true)
		await assert.rejects(previewMove(db, { themeId: mobility, to: { parentId: themeId, beforeId: null } }), {
			code: 'theme-under-itself',
		})
		await undoStep(db, { stepId: stepId!, at })
		assert.equal(await evidence(), alone)
	})
})
