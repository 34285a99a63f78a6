import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { openFocusTheme } from '#focusing/open-focus-theme.ts'
import { sampleTown } from '#focusing/sample.ts'
import { findInitiative } from '#acting/find-initiative.ts'
import { sampleInitiative } from '#acting/sample.ts'
import { findAnswers } from './find-answers.ts'
import { findOverdueAnswers } from './find-overdue.ts'
import { findReach } from './find-answer-targets.ts'
import { findThreads } from './find-thread.ts'
import { findAnswerRate } from './find-unanswered.ts'
import { writeAnswer, type WriteAnswer } from './write-answer.ts'

const town = await sampleTown(await freshDatabase())
const theme = await town.inTown((db) =>
	openFocusTheme(db, { roundId: town.roundId, title: 'Versorgung', themeIds: [town.themes.administration] }),
)
const initiative = await town.inTown((db) => sampleInitiative(db, { focusThemeId: theme.id }))
const toTheme = { kind: 'focus-theme', id: theme.id } as const
const today = '2026-02-01'

function answer(given: Partial<WriteAnswer>) {
	const words = {
		to: toTheme,
		kind: 'decided-no',
		because: 'Nicht in diesem Jahr, weil der Haushalt nicht genehmigt ist.',
		byOffice: 'Bürgermeister',
		nextAnswerBy: null,
		by: null,
		today,
		at: new Date('2026-02-01T10:00:00Z'),
	} as const
	return town.inTown((db) => writeAnswer(db, { ...words, ...given }))
}

test('an answer to a focus theme reaches the voices under it, and says so beforehand', async () => {
	assert.deepEqual([...(await town.inTown(findReach))], [[theme.id, { voices: 1, unanswered: 1 }]])
	const first = await answer({})
	assert.deepEqual(await answer({}), first, 'sent twice it is one answer')
	assert.deepEqual(await town.inTown(findAnswerRate), { awaited: 2, answered: 1 })
	const [thread] = await town.inTown((db) => findThreads(db, { voiceIds: [town.voices.B2], today }))
	assert.deepEqual(
		thread!.answers.map(({ kind, byOffice }) => [kind, byOffice]),
		[['decided-no', 'Bürgermeister']],
	)
})

test('a single voice can be answered too, and only its speaker reads it', async () => {
	await answer({ to: { kind: 'voice', id: town.voices.B1 }, kind: 'changed', because: 'Der Bus ist gebucht.' })
	assert.deepEqual(await town.inTown(findAnswerRate), { awaited: 2, answered: 2 })
	const threads = await town.inTown((db) => findThreads(db, { voiceIds: [town.voices.B1, town.voices.B2], today }))
	assert.deepEqual(
		threads.map(({ answers }) => answers.map(({ to }) => to.kind)),
		[['voice'], ['focus-theme']],
	)
})

test('an answer to an initiative promises the next one, and silence shows', async () => {
	const to = { kind: 'initiative', id: initiative.id } as const
	await assert.rejects(answer({ to, kind: 'done' }), { code: 'next-answer-missing' })
	await answer({ to, kind: 'next-step', because: 'Zwei fahren.', nextAnswerBy: '2026-04-01' })
	await answer({
		kind: 'heard',
		because: 'Wir haben es gelesen.',
		nextAnswerBy: '2026-03-20',
		at: new Date('2026-02-01T12:00:00Z'),
	})
	const found = await town.inTown((db) => findInitiative(db, initiative.slug, today))
	assert.equal(found.nextAnswerBy, '2026-04-01')
	assert.equal((await town.inTown((db) => findAnswers(db, { initiativeId: initiative.id }))).length, 1)
	assert.deepEqual(await town.inTown((db) => findOverdueAnswers(db, '2026-03-20')), [])
	const late = await town.inTown((db) => findOverdueAnswers(db, '2026-04-03'))
	assert.deepEqual(
		late.map(({ to, daysOverdue }) => [to.kind, daysOverdue]),
		[
			['focus-theme', 14],
			['initiative', 2],
		],
	)
})

test('an answer without a because, an office or a next day is not given', async () => {
	await assert.rejects(answer({ because: ' ' }), { code: 'answer-because-missing' })
	await assert.rejects(answer({ byOffice: '' }), { code: 'answer-office-missing' })
	await assert.rejects(answer({ kind: 'heard' }), { code: 'next-answer-missing' })
	await assert.rejects(answer({ kind: 'heard', nextAnswerBy: '2026-01-31' }), { code: 'day-past' })
	await assert.rejects(answer({ to: { kind: 'voice', id: theme.id } }), { code: 'answer-target-unknown' })
})
