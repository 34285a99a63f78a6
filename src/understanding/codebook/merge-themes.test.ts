import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { removeCoding } from '../coding/remove-coding.ts'
import { codePassage } from '../coding/code-passage.ts'
import { sampleConversation, sampleTown, type SampleConversation } from '../sample.ts'
import { codings, memos, themeChanges, themes } from '../tables.ts'
import { changeTheme } from './change-theme.ts'
import { createTheme } from './create-theme.ts'
import { deleteTheme } from './delete-theme.ts'
import { findCodebook } from './find-codebook.ts'
import { mergeThemes } from './merge-themes.ts'
import { moveTheme } from './move-theme.ts'
import { splitTheme } from './split-theme.ts'
import { redoStep, undoStep } from './undo-step.ts'

const at = new Date('2025-06-01T12:00:00Z')
const database = await freshDatabase()

/** A story café where B3 and B7 speak of neighbours; `code` gives words of one of their turns a theme. */
async function withTalk(work: (db: MunicipalityDatabase, talk: SampleConversation, code: Code) => Promise<void>) {
	await inMunicipality(database, await sampleTown(database), async (db) => {
		const talk = await sampleConversation(db)
		const { transcriptId, coderId } = talk
		await work(db, talk, async (theme, turn, words = 10) => {
			const place = { transcriptId, start: talk.starts[turn]!, end: talk.starts[turn]! + words }
			return (await codePassage(db, { ...place, coderId, themeId: talk.themeIds[theme] ?? theme, at })).id
		})
	})
}
type Code = (theme: string, turn: number, words?: number) => Promise<string>

/** `name: passages`, archived ones in brackets. */
async function bookOf(db: MunicipalityDatabase) {
	return (await findCodebook(db)).map(({ label, passages, isArchived, depth }) => {
		const line = `${'-'.repeat(depth)}${label}: ${passages}`
		return isArchived ? `(${line})` : line
	})
}

test('merged themes become one with everything they carried, and come apart again when it is undone', async () => {
	await withTalk(async (db, talk, code) => {
		const { infrastructure, community, administration } = talk.themeIds as Record<string, string>
		await changeTheme(db, { themeId: community!, keywords: ['Nachbarn'], definition: 'Wie man sich hilft' })
		const sub = await createTheme(db, { label: 'Fahrdienst', parentId: community })
		const twice = await code('community', 1)
		const kept = await code('infrastructure', 1)
		const other = await code('community', 2)
		const removed = await code('community', 4)
		await removeCoding(db, { codingId: removed, at })
		await db.insert(memos).values({ themeId: community, coderId: talk.coderId, text: 'Nachfragen' })
		await db.update(codings).set({ isSensitive: true }).where(eq(codings.id, twice))

		const stepId = await mergeThemes(db, { sourceIds: [community!, administration!], targetId: infrastructure!, at })
		assert.deepEqual(await bookOf(db), ['infrastructure: 2', '-Fahrdienst: 0', '(community: 0)', '(administration: 0)'])
		const now = new Map((await db.select().from(codings)).map((coding) => [coding.id, coding]))
		assert.deepEqual([now.get(twice)?.removedAt, now.get(kept)?.isSensitive], [at, true])
		assert.deepEqual(
			[other, removed].map((id) => now.get(id)?.themeId),
			[infrastructure, infrastructure],
		)
		assert.equal(now.get(other)?.version, 2)
		const [target] = await db.select().from(themes).where(eq(themes.id, infrastructure!))
		assert.deepEqual([target?.keywords, target?.definition], [['Nachbarn'], 'Wie man sich hilft'])
		assert.equal((await db.select().from(memos))[0]?.themeId, infrastructure)

		await undoStep(db, { stepId, at })
		assert.deepEqual(await bookOf(db), ['infrastructure: 1', 'community: 2', '-Fahrdienst: 0', 'administration: 0'])
		await assert.rejects(undoStep(db, { stepId, at }), { code: 'codebook-step-undone' })
		const again = await db.select().from(themes).where(eq(themes.id, infrastructure!))
		assert.deepEqual([again[0]?.keywords, again[0]?.definition], [[], ''])
		assert.equal((await db.select().from(memos))[0]?.themeId, community)

		await redoStep(db, { stepId, at })
		assert.deepEqual(await bookOf(db), ['infrastructure: 2', '-Fahrdienst: 0', '(community: 0)', '(administration: 0)'])
		assert.equal(sub.parentId, community)
	})
})

test('a merge into a sub-theme, an archived theme or nothing is refused with what is wrong', async () => {
	await withTalk(async (db, { themeIds }) => {
		const { infrastructure, community, administration } = themeIds as Record<string, string>
		await moveTheme(db, { themeId: community!, to: 'in' })
		const merge = (sourceIds: string[], targetId: string) => mergeThemes(db, { sourceIds, targetId, at })
		await assert.rejects(merge([infrastructure!], community!), { code: 'theme-into-its-own' })
		await assert.rejects(merge([infrastructure!], infrastructure!), { code: 'themes-to-merge-missing' })
		await assert.rejects(merge([talkless], infrastructure!), { code: 'theme-unknown' })
		await merge([community!], infrastructure!)
		await assert.rejects(merge([administration!], community!), { code: 'theme-archived' })
	})
})
const talkless = '00000000-0000-4000-8000-000000000000'

test('chosen passages go to a new theme beside the old one, and back', async () => {
	await withTalk(async (db, { themeIds }, code) => {
		const themeId = themeIds['community']!
		const [first, second] = [await code('community', 1), await code('community', 2)]
		const split = { themeId, codingIds: [second], into: { label: 'Fahrdienst' }, at }
		const { stepId, toThemeId } = await splitTheme(db, split)
		assert.deepEqual(await bookOf(db), ['infrastructure: 0', 'community: 1', 'administration: 0', 'Fahrdienst: 1'])
		await assert.rejects(splitTheme(db, { ...split, into: { themeId: toThemeId } }), { code: 'coding-unknown' })
		await assert.rejects(splitTheme(db, { ...split, codingIds: [] }), { code: 'passages-not-chosen' })

		const third = await code(toThemeId, 4)
		await assert.rejects(undoStep(db, { stepId, at }), { code: 'theme-carried' })
		await splitTheme(db, { themeId: toThemeId, codingIds: [third], into: { themeId }, at })
		await db.update(codings).set({ themeId: themeIds['infrastructure']! }).where(eq(codings.id, second))
		await undoStep(db, { stepId, at })
		assert.deepEqual(await bookOf(db), ['infrastructure: 1', 'community: 2', 'administration: 0'])
		assert.ok(first)
	})
})

test('only a theme that nothing carries is deleted, and undoing brings it back as it was', async () => {
	await withTalk(async (db, { themeIds }, code) => {
		const coded = await code('community', 1)
		await removeCoding(db, { codingId: coded, at })
		await assert.rejects(deleteTheme(db, { themeId: themeIds['community']! }), { code: 'theme-carried' })
		await deleteTheme(db, { themeId: themeIds['administration']!, at })
		assert.deepEqual(await bookOf(db), ['infrastructure: 0', 'community: 0'])
		const [told] = await db.select().from(themeChanges)
		await createTheme(db, { label: 'Administration' })
		await assert.rejects(undoStep(db, { stepId: told!.stepId, at }), { code: 'theme-label-taken' })
	})
})

test('a step on which a later one builds is not taken back before it; the refusal names the later one', async () => {
	await withTalk(async (db, _, code) => {
		const theme = await createTheme(db, { label: 'Bus' })
		await changeTheme(db, { themeId: theme.id, label: 'Busse', definition: 'Fahrpläne' })
		await changeTheme(db, { themeId: theme.id, label: 'Nahverkehr' })
		const [added, first, second] = (await db.select().from(themeChanges).orderBy(themeChanges.number)).map(
			({ stepId }) => stepId,
		) as [string, string, string]
		await assert.rejects(undoStep(db, { stepId: first, at }), { code: 'codebook-step-built-on', facts: { number: 3 } })
		await undoStep(db, { stepId: second, at })
		await undoStep(db, { stepId: first, at })
		await assert.rejects(redoStep(db, { stepId: second, at }), { code: 'codebook-step-overtaken' })
		await redoStep(db, { stepId: first, at })
		await redoStep(db, { stepId: second, at })
		await assert.rejects(undoStep(db, { stepId: added, at }), { code: 'codebook-step-built-on', facts: { number: 3 } })
		await undoStep(db, { stepId: second, at })
		await undoStep(db, { stepId: first, at })
		const coded = await code(theme.id, 1)
		await assert.rejects(undoStep(db, { stepId: added, at }), { code: 'theme-carried' })
		await db.delete(codings).where(eq(codings.id, coded))
		await undoStep(db, { stepId: added, at })
		assert.equal((await bookOf(db)).length, 3)
		await redoStep(db, { stepId: added, at })
		assert.equal((await bookOf(db)).at(-1), 'Bus: 0')
	})
})

test('undoing a move puts a theme where it stood', async () => {
	await withTalk(async (db) => {
		const order = async () => (await findCodebook(db)).map(({ label, depth }) => `${'-'.repeat(depth)}${label}`)
		const before = await order()
		const ids = new Map((await findCodebook(db)).map(({ label, id }) => [label, id]))
		await moveTheme(db, { themeId: ids.get('administration')!, to: 'up' })
		await moveTheme(db, { themeId: ids.get('administration')!, to: 'in' })
		assert.deepEqual(await order(), ['infrastructure', '-administration', 'community'])
		await moveTheme(db, { themeId: ids.get('administration')!, to: 'out' })
		assert.deepEqual(await order(), ['infrastructure', 'administration', 'community'])
		for (const { stepId } of await db.select().from(themeChanges).orderBy(themeChanges.number)) assert.ok(stepId)
		const told = await db.select().from(themeChanges).orderBy(themeChanges.number)
		for (const { stepId } of told.toReversed()) await undoStep(db, { stepId, at })
		assert.deepEqual(await order(), before)
	})
})
