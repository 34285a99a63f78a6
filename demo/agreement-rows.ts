/** A sample that both coders read without seeing each other, as package rows; partly decided, so that there is something to do. */
import type { z } from 'zod'
import { codePointLength } from '#listening/code-points.ts'
import type { BlindSample } from './demo-files.ts'
import { idOf, type Rows } from './conversation-rows.ts'

/** `voices`: what was said, to find the contributions of the sample by their words. */
export function agreementRows(sample: z.infer<typeof BlindSample>, roundSlug: string, voices: NonNullable<Rows['voices']>): Rows {
	const agreementSampleId = idOf('agreement-sample', sample.slug)
	const atNoon = (day: string) => new Date(`${day}T12:00:00Z`)
	const units = sample.contributions.map((contribution, position) => {
		const { id: voiceId, text } = voiceWith(voices, contribution)
		return { ...contribution, position, voiceId: voiceId!, length: codePointLength(text), id: idOf('agreement-unit', `${sample.slug}/${position}`) }
	})
	return {
		agreementSamples: [
			{
				id: agreementSampleId,
				slug: sample.slug,
				title: sample.title,
				roundId: idOf('round', roundSlug),
				state: sample.state,
				spread: sample.spread,
				createdBy: idOf('coder', 'anna'),
				createdAt: atNoon(sample['drawn-on']),
			},
		],
		agreementUnits: units.map(({ id, voiceId, position }) => ({ id, agreementSampleId, voiceId, position })),
		agreementCoders: CODERS.map((coder) => ({
			id: idOf('agreement-coder', `${sample.slug}/${coder}`),
			agreementSampleId,
			coderId: idOf('coder', coder),
			finishedAt: atNoon(sample['finished-on'][coder]),
		})),
		agreementCodings: units.flatMap((unit) =>
			CODERS.flatMap((coder) =>
				unit[coder].map(({ theme, stance, intensity }) => ({
					id: idOf('agreement-coding', `${unit.id}/${coder}/${theme}`),
					agreementUnitId: unit.id,
					coderId: idOf('coder', coder),
					themeId: idOf('theme', theme),
					start: 0,
					end: unit.length,
					stance,
					intensity,
					createdAt: atNoon(sample['finished-on'][coder]),
				})),
			),
		),
		agreementVerdicts: units.flatMap((unit) =>
			unit.verdicts.map(({ theme, applies, by, note }) => ({
				id: idOf('agreement-verdict', `${unit.id}/${theme}`),
				agreementUnitId: unit.id,
				themeId: idOf('theme', theme),
				applies,
				note,
				coderId: idOf('coder', by),
				decidedAt: atNoon(sample['compared-on']),
			})),
		),
	}
}

const CODERS = ['anna', 'ben'] as const

function voiceWith(voices: NonNullable<Rows['voices']>, { conversation, words }: { conversation: string; words: string }) {
	const conversationId = idOf('conversation', conversation)
	const [voice, second] = voices.filter((candidate) => candidate.conversationId === conversationId && candidate.text.includes(words))
	if (!voice || second) throw new Error(`agreement: ${voice ? 'two contributions' : 'no contribution'} of ${conversation} with: ${words}`)
	return voice
}
