import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { addFieldOfAction } from '#focusing/add-field-of-action.ts'
import { openFocusTheme } from '#focusing/open-focus-theme.ts'
import { sampleTown } from '#focusing/sample.ts'
import { changeInitiative } from './change-initiative.ts'
import { changeInitiativeState } from './change-initiative-state.ts'
import { findInitiative } from './find-initiative.ts'
import { findInitiatives } from './find-initiatives.ts'
import { promiseNextAnswer } from './promise-next-answer.ts'
import { sampleInitiative } from './sample.ts'
import type { StartInitiative } from './start-initiative.ts'

const NOON = new Date('2026-01-05T11:00:00Z')
const town = await sampleTown(await freshDatabase())
const start = (given: Partial<StartInitiative> = {}) => town.inTown((db) => sampleInitiative(db, given))
const find = (slug: string, today = '2026-01-05') => town.inTown((db) => findInitiative(db, slug, today))

test('an initiative begins as an idea that takes up a field of action and owes an answer by a day', async () => {
	const theme = await town.inTown((db) =>
		openFocusTheme(db, { roundId: town.roundId, title: 'Versorgung', themeIds: [] }),
	)
	const field = await town.inTown((db) => addFieldOfAction(db, { focusThemeId: theme.id, title: 'Fahrdienst' }))
	const { slug, id, actorId } = await start({
		focusThemeId: theme.id,
		districtId: town.districtId,
		fieldOfActionIds: [field.id],
	})
	assert.equal((await start()).slug, 'fahrdienst-donnerstag-2')
	await town.inTown((db) =>
		changeInitiative(db, {
			initiativeId: id,
			title: 'Fahrdienst am Donnerstag',
			kind: 'pilot',
			teaser: '',
			goal: '',
			firstStep: '',
			level: 'county',
			ownerId: actorId,
			districtId: town.districtId,
			focusThemeId: theme.id,
			fieldOfActionIds: [field.id],
			partners: [{ actorId, part: 'Kleinbus' }],
		}),
	)
	const found = await find(slug)
	assert.deepEqual(
		[found.title, found.owner?.name, found.district?.name],
		['Fahrdienst am Donnerstag', 'Sportverein', 'Oberquell'],
	)
	assert.deepEqual(
		found.fieldsOfAction.map(({ title }) => title),
		['Fahrdienst'],
	)
	assert.deepEqual(
		found.partners.map(({ name, part }) => [name, part]),
		[['Sportverein', 'Kleinbus']],
	)
	assert.deepEqual(found.history, [{ state: 'idea', reason: null, since: '2026-01-05' }])
	assert.equal(
		(await town.inTown((db) => findInitiatives(db, { today: '2026-03-14', focusThemeId: theme.id })))[0]!.daysOverdue,
		12,
	)
})

test('an initiative without a title, or with an answer promised for yesterday, is not started', async () => {
	await assert.rejects(start({ title: ' ' }), { code: 'initiative-title-missing' })
	await assert.rejects(start({ nextAnswerBy: '' }), { code: 'next-answer-missing' })
	await assert.rejects(start({ nextAnswerBy: '2026-01-04' }), { code: 'day-past' })
	await assert.rejects(start({ nextAnswerBy: '2026-02-30' }), { code: 'day-unreadable' })
	await assert.rejects(start({ ownerId: town.roundId }), { code: 'actor-unknown' })
	await assert.rejects(find('gibt-es-nicht'), { code: 'initiative-unknown' })
})

test('whoever lets an initiative rest says why, and its history stays readable', async () => {
	const { id: initiativeId, slug } = await start({ title: 'Dorfladen' })
	const change = (state: 'running' | 'resting' | 'done', reason: string, today: string, nextAnswerBy?: string) =>
		town.inTown((db) =>
			changeInitiativeState(db, {
				initiativeId,
				state,
				reason,
				today,
				by: null,
				at: NOON,
				...(nextAnswerBy && { nextAnswerBy }),
			}),
		)
	await change('running', '', '2026-02-01')
	await change('running', '', '2026-02-02', '2026-04-01')
	await assert.rejects(change('resting', '', '2026-05-01'), { code: 'state-reason-missing' })
	await assert.rejects(change('resting', 'Kein Raum.', '2026-05-01'), { code: 'next-answer-missing' })
	await change('resting', 'Kein Raum.', '2026-05-01', '2026-09-01')
	await change('done', 'Er ist offen.', '2026-08-01')
	const found = await find(slug, '2027-01-01')
	assert.deepEqual(
		found.history.map(({ state, since }) => [state, since]),
		[
			['idea', '2026-01-05'],
			['running', '2026-02-01'],
			['resting', '2026-05-01'],
			['done', '2026-08-01'],
		],
	)
	assert.deepEqual([found.nextAnswerBy, found.daysOverdue], [null, 0])
	await town.inTown((db) => promiseNextAnswer(db, { initiativeId, nextAnswerBy: '2027-05-01', today: '2027-01-01' }))
	assert.equal((await find(slug)).nextAnswerBy, null, 'what is done owes nothing')
})
