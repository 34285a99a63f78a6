/** Reads what the forms of this stage send, and does it. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { addActor, type ActorKind } from '#people/add-actor.ts'
import type { Level } from '#focusing/tables.ts'
import { text, ticked } from '#platform/http/form-fields.ts'
import { addCommitment } from '../add-commitment.ts'
import { changeInitiative } from '../change-initiative.ts'
import { changeInitiativeState } from '../change-initiative-state.ts'
import type { InitiativeKind } from '../find-initiatives.ts'
import { keepCommitment } from '../keep-commitment.ts'
import type { InitiativeWords } from '../start-initiative.ts'
import type { InitiativeState } from '../tables.ts'
import { takeCommitment } from '../take-commitment.ts'
import { withdrawCommitment } from '../withdraw-commitment.ts'

/** The actor chosen in an `ActorChoice`: a new name wins over the list; null when neither was given. */
async function chosenActor(db: MunicipalityDatabase, form: FormData, name: string): Promise<string | null> {
	const named = text(form, `${name}-neu`).trim()
	if (named === '') return text(form, name) || null
	const kind = (text(form, `${name}-art`) || 'association') as ActorKind
	return (await addActor(db, { kind, name: named })).id
}

export async function initiativeWords(db: MunicipalityDatabase, form: FormData): Promise<InitiativeWords> {
	return {
		title: text(form, 'titel'),
		kind: text(form, 'art') as InitiativeKind,
		teaser: text(form, 'satz'),
		goal: text(form, 'ziel'),
		firstStep: text(form, 'schritt'),
		level: text(form, 'ebene') as Level,
		ownerId: await chosenActor(db, form, 'wer'),
		districtId: text(form, 'ortsteil') || null,
		focusThemeId: text(form, 'fokusthema') || null,
		fieldOfActionIds: ticked(form, 'feld'),
		partners: await partnersIn(db, form),
	}
}

/** Ticked partners with their part, and one more from the last row. */
async function partnersIn(db: MunicipalityDatabase, form: FormData) {
	const kept = ticked(form, 'partner').map((actorId) => ({ actorId, part: text(form, `beitrag-${actorId}`) }))
	const added = await chosenActor(db, form, 'mithilfe')
	return added ? [...kept, { actorId: added, part: text(form, 'mithilfe-womit') }] : kept
}

type Editing = { initiativeId: string; by: string; today: string; at: Date }

/** Does what `was` says to one initiative; returns the part of the page to show again. */
export async function saveInitiativeForm(db: MunicipalityDatabase, form: FormData, editing: Editing) {
	const { initiativeId, today } = editing
	const commitmentId = text(form, 'zusage')
	const field = (name: string) => text(form, `${name}-${commitmentId}`)
	switch (text(form, 'was')) {
		case 'stand':
			await changeInitiativeState(db, {
				...editing,
				state: text(form, 'stand') as InitiativeState,
				reason: text(form, 'grund'),
				nextAnswerBy: text(form, 'antwort-bis'),
			})
			return 'stand'
		case 'zusage-neu':
			await addCommitment(db, {
				initiativeId,
				what: text(form, 'neu-was'),
				actorId: await chosenActor(db, form, 'neu-wer'),
				until: text(form, 'neu-bis') || null,
				hours: hoursIn(text(form, 'neu-stunden')),
				today,
			})
			return 'zusagen'
		case 'uebernehmen': {
			const actorId = (await chosenActor(db, form, `wer-${commitmentId}`)) ?? ''
			await takeCommitment(db, { commitmentId, actorId, until: field('bis'), today })
			return 'zusagen'
		}
		case 'gehalten':
			await keepCommitment(db, { commitmentId, note: field('notiz'), today })
			return 'zusagen'
		case 'zurueck':
			await withdrawCommitment(db, { commitmentId, note: field('notiz'), today })
			return 'zusagen'
		default:
			await changeInitiative(db, { initiativeId, ...(await initiativeWords(db, form)) })
			return 'angaben'
	}
}

/** Hours as people write them: `2`, `1,5`; null when left empty, NaN when it is no number. */
function hoursIn(typed: string): number | null {
	return typed.trim() === '' ? null : Number(typed.replace(',', '.'))
}
