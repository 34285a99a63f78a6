/** Reads the form that says who spoke: one set of fields per speaker, each name ending in the speaker's id. */
import type { DescribedSpeaker } from './describe-speakers.ts'
import { textOf } from './parts/form-fields.ts'
import { AGE_BANDS, CHANNELS } from './tables.ts'

export function readSpeakersForm(form: FormData): DescribedSpeaker[] {
	return form.getAll('speaker').flatMap((id) => (typeof id === 'string' ? [readSpeaker(form, id)] : []))
}

function readSpeaker(form: FormData, id: string): DescribedSpeaker {
	return {
		id,
		pseudonym: textOf(form, `pseudonym-${id}`),
		isModerator: textOf(form, `moderator-${id}`) === 'ja',
		sector: textOf(form, `sector-${id}`),
		role: textOf(form, `role-${id}`),
		district: textOf(form, `district-${id}`),
		ageBand: AGE_BANDS.find((band) => band === textOf(form, `age-${id}`)) ?? null,
		channels: CHANNELS.filter((channel) => form.getAll(`consents-${id}`).includes(channel)),
	}
}
