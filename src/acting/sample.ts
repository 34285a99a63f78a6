/** An initiative with an actor, for tests of this and later stages. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { addActor } from '#people/add-actor.ts'
import { startInitiative, type StartInitiative } from './start-initiative.ts'

/** Tells of the ride service on Thursdays; started on 2026-01-05, next answer by 2026-03-02, owned by the sports club. */
export async function sampleInitiative(
	db: MunicipalityDatabase,
	given: Partial<StartInitiative> = {},
): Promise<{ id: string; slug: string; actorId: string }> {
	const { id: actorId } = await addActor(db, { kind: 'association', name: 'Sportverein' })
	const started = await startInitiative(db, {
		title: 'Fahrdienst Donnerstag',
		kind: 'pilot',
		teaser: 'Zwei fahren, acht kommen mit.',
		goal: 'Jede Woche eine Fahrt.',
		firstStep: 'Zweite Fahrerin finden.',
		level: 'municipality',
		ownerId: actorId,
		districtId: null,
		focusThemeId: null,
		fieldOfActionIds: [],
		partners: [],
		nextAnswerBy: '2026-03-02',
		today: '2026-01-05',
		...given,
	})
	return { ...started, actorId }
}
