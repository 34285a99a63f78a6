import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sampleTown } from '#focusing/sample.ts'
import { addCommitment, type AddCommitment } from './add-commitment.ts'
import { findInitiative } from './find-initiative.ts'
import { keepCommitment } from './keep-commitment.ts'
import { sampleInitiative } from './sample.ts'
import { takeCommitment } from './take-commitment.ts'
import { withdrawCommitment } from './withdraw-commitment.ts'

const town = await sampleTown(await freshDatabase())
const { id: initiativeId, slug, actorId } = await town.inTown((db) => sampleInitiative(db))
const today = '2026-01-10'

function add(given: Partial<AddCommitment>) {
	const step = { initiativeId, what: 'Zweite Fahrerin finden', actorId: null, until: '2026-03-14', today }
	return town.inTown((db) => addCommitment(db, { ...step, ...given }))
}

const standings = (day: string) =>
	town.inTown(async (db) =>
		(await findInitiative(db, slug, day)).commitments.map(({ what, standing }) => [what, standing.kind]),
	)

test('an open step is taken by somebody and becomes a promise with a day', async () => {
	const { id } = await add({ what: 'Versicherung klären', until: null })
	assert.deepEqual(await standings(today), [['Versicherung klären', 'open']])
	const take = (until?: string) =>
		town.inTown((db) => takeCommitment(db, { commitmentId: id, actorId, until: until ?? null, today }))
	await assert.rejects(take(), { code: 'commitment-until-missing' })
	await take('2026-02-01')
	await assert.rejects(take('2026-02-01'), { code: 'commitment-taken' })
	assert.deepEqual(await standings('2026-02-02'), [['Versicherung klären', 'late']])
})

test('a promise is kept once, or taken back with a reason, and stays readable either way', async () => {
	const kept = await add({ actorId, what: 'Bus leihen' })
	const broken = await add({ actorId, what: 'Fahrplan drucken' })
	await town.inTown(async (db) => {
		await keepCommitment(db, { commitmentId: kept.id, note: 'Steht bereit.', today })
		await withdrawCommitment(db, { commitmentId: broken.id, note: 'Die Druckerei schließt.', today })
	})
	assert.deepEqual((await standings('2027-01-01')).slice(1), [
		['Bus leihen', 'kept'],
		['Fahrplan drucken', 'withdrawn'],
	])
	const again = (work: Promise<unknown>, code: string) => assert.rejects(work, { code })
	await again(
		town.inTown((db) => keepCommitment(db, { commitmentId: kept.id, note: '', today })),
		'commitment-closed',
	)
	await again(
		town.inTown((db) => withdrawCommitment(db, { commitmentId: kept.id, note: ' ', today })),
		'commitment-reason-missing',
	)
	await again(
		town.inTown((db) => keepCommitment(db, { commitmentId: initiativeId, note: '', today })),
		'commitment-unknown',
	)
})

test('a promise says who, what and until when', async () => {
	await assert.rejects(add({ what: '' }), { code: 'commitment-what-missing' })
	await assert.rejects(add({ actorId, until: null }), { code: 'commitment-until-missing' })
	await assert.rejects(add({ actorId, until: '2026-01-09' }), { code: 'day-past' })
	await assert.rejects(add({ actorId: town.roundId }), { code: 'actor-unknown' })
	await assert.rejects(add({ hours: -2 }), { code: 'commitment-hours-unreadable' })
	const { id } = await add({ what: 'Flyer' })
	await assert.rejects(
		town.inTown((db) => keepCommitment(db, { commitmentId: id, note: '', today })),
		{ code: 'commitment-not-taken' },
	)
})
