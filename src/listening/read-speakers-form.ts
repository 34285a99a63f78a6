/** Reads the form that says who spoke: one set of fields per speaker, each name ending in the speaker's id. */
import type { DescribedSpeaker } from './describe-speakers.ts'
import { textOf } from './parts/form-fields.ts'
import { readDay } from './readers/table-cells.rules.ts'
import { AGE_BANDS, CHANNELS } from './vocabulary.ts'
import { Problem } from '#platform/problem.ts'

/**
 * `scans`: ids of kept scans by speaker; whoever has one has signed on paper.
 *
 * @throws {Problem} `day-unknown` when somebody's own day is none
 */
export function readSpeakersForm(form: FormData, scans: ReadonlyMap<string, string>): DescribedSpeaker[] {
	return form
		.getAll('speaker')
		.flatMap((id) => (typeof id === 'string' ? [readSpeaker(form, id, scans.get(id) ?? null)] : []))
}

function readSpeaker(form: FormData, id: string, scanFileId: string | null): DescribedSpeaker {
	const isTicked = (name: string) => textOf(form, `${name}-${id}`) === 'ja'
	const way = (['on-paper', 'by-voice'] as const).find((one) => one === textOf(form, `given-${id}`)) ?? null
	const day = textOf(form, `given-on-${id}`)
	if (day && !readDay(day)) throw new Problem('invalid', 'day-unknown')
	return {
		id,
		pseudonym: textOf(form, `pseudonym-${id}`),
		isModerator: isTicked('moderator'),
		sector: textOf(form, `sector-${id}`),
		role: textOf(form, `role-${id}`),
		district: textOf(form, `district-${id}`),
		ageBand: AGE_BANDS.find((band) => band === textOf(form, `age-${id}`)) ?? null,
		isUnder16: isTicked('under16'),
		byGuardian: isTicked('guardian'),
		channels: CHANNELS.filter((channel) => isTicked(`may-${channel}`)),
		given: scanFileId ? 'on-paper' : way,
		givenOn: readDay(day) ?? null,
		scanFileId,
	}
}
