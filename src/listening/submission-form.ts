/** Reads the public form and keeps machines from flooding it, without a puzzle for people. */
import { setTimeout as wait } from 'node:timers/promises'
import { createRateLimit } from '#platform/http/rate-limit.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { readFormToken } from './form-token.ts'
import { DECOY_FIELD, wordingField } from './speak-form.rules.ts'
import type { Submission } from './submission.rules.ts'
import { AGE_BANDS, CHANNELS, CHOSEN_STANCES, type Channel } from './vocabulary.ts'

/** Nobody writes faster. A quicker answer waits that long: it costs a machine time and a person nothing. */
const SHORTEST_WRITING_MS = 2000

/** Many people may share one network: a hall, a school, the library. */
const inTenMinutes = createRateLimit({ tries: 120, minutes: 10 })

/**
 * The submission in a form, once enough time has passed.
 *
 * @throws {Problem} `form-expired`, `looks-automatic`, `too-many-tries`
 */
export async function readSubmissionForm(form: FormData, secrets: Secrets, visitor: string): Promise<Submission> {
	const { submissionId, shownAt } = readFormToken(secrets, field(form, 'form'), new Date())
	if (field(form, DECOY_FIELD) !== '') throw new Problem('invalid', 'looks-automatic')
	inTenMinutes.take(visitor)
	await wait(Math.min(SHORTEST_WRITING_MS, Math.max(0, shownAt.getTime() + SHORTEST_WRITING_MS - Date.now())))
	return {
		submissionId,
		title: field(form, 'title'),
		text: field(form, 'text'),
		stance: CHOSEN_STANCES.find((stance) => stance === field(form, 'stance')) ?? null,
		sector: field(form, 'sector') || null,
		district: field(form, 'district') || null,
		role: field(form, 'role') || null,
		ageBand: AGE_BANDS.find((band) => band === field(form, 'age')) ?? null,
		mayAnalyse: field(form, 'analyse') === 'ja',
		mayQuote: field(form, 'quote') === 'ja',
		isUnder16: field(form, 'under16') === 'ja',
		guardianAgrees: field(form, 'guardian') === 'ja',
		mayContact: field(form, 'contact') === 'ja',
		contact: field(form, 'reach'),
		wordings: readWordings(form),
	}
}

/** Which wordings the form showed; a made-up one is refused when it is recorded. */
function readWordings(form: FormData): Partial<Record<Channel, string>> {
	const shown = CHANNELS.map((channel) => [channel, field(form, wordingField(channel))] as const)
	return Object.fromEntries(shown.filter(([, id]) => id !== ''))
}

function field(form: FormData, name: string): string {
	const value = form.get(name)
	return typeof value === 'string' ? value : ''
}
