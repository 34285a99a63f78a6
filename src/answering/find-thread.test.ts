import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sampleTown } from '#focusing/sample.ts'
import { focusThemes, focusThemeThemes } from '#focusing/tables.ts'
import { initiatives } from '#acting/tables.ts'
import { findThreads } from './find-thread.ts'
import { countAnsweredPeople, findAnswerRate, findUnanswered } from './find-unanswered.ts'
import { answers } from './tables.ts'
import { threadSteps } from './thread.rules.ts'

test('an answer to a focus theme reaches everyone who spoke of one of its themes, and nobody else', async () => {
	const town = await sampleTown(await freshDatabase())
	await town.inTown(async (db) => {
		const [theme] = await db
			.insert(focusThemes)
			.values({ roundId: town.roundId, slug: 'versorgung', title: 'Versorgung' })
			.returning()
		await db.insert(focusThemeThemes).values({ focusThemeId: theme!.id, themeId: town.themes.administration })
		await db
			.insert(initiatives)
			.values({ slug: 'rufbus', title: 'Rufbus', focusThemeId: theme!.id, nextAnswerBy: '2026-01-10' })
		assert.deepEqual(await findAnswerRate(db), { awaited: 2, answered: 0 })
		assert.deepEqual(
			(await findUnanswered(db)).map(({ voiceId }) => voiceId),
			[town.voices.B1, town.voices.B2],
			'whom no focus theme reaches comes first',
		)

		await db.insert(answers).values({
			focusThemeId: theme!.id,
			kind: 'heard',
			because: 'Der Ortsrat hat es auf der Tagesordnung.',
			byOffice: 'Bürgermeister',
			answeredOn: '2026-01-01',
		})

		assert.deepEqual(await findAnswerRate(db), { awaited: 2, answered: 1 })
		assert.equal(await countAnsweredPeople(db), 1)
		const [answered, waiting] = await findThreads(db, {
			voiceIds: [town.voices.B2, town.voices.B1],
			today: '2026-02-01',
		})
		assert.deepEqual(
			threadSteps(answered!).map(({ stage, isOpen }) => `${stage}${isOpen ? ' (open)' : ''}`),
			['listen', 'understand', 'focus', 'act (open)', 'answer', 'answer (open)'],
		)
		assert.deepEqual(answered!.nextAnswer, { by: '2026-01-10', about: 'Rufbus', isOverdue: true })
		assert.equal(answered!.voice.heardIn, '2025-05')
		assert.deepEqual(waiting!.answers, [])
		assert.deepEqual(threadSteps(waiting!).at(-1), { stage: 'answer', isOpen: true, next: null })
	})
})
