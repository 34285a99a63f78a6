import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { deleteTheme } from '#understanding/codebook/delete-theme.ts'
import { mergeThemes } from '#understanding/codebook/merge-themes.ts'
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
