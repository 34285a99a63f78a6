/** What a voice needs to be taken from the public form. */
import { Problem } from '#platform/problem.ts'
import { codePointLength } from './code-points.ts'
import { transcriptText, type AgeBand, type PreparedConversation } from './prepared-conversation.ts'
import { LONGEST_SUBMISSION, LONGEST_TITLE, tidyContact } from './speak-form.rules.ts'
import type { Channel, ChosenStance } from './vocabulary.ts'

export type Submission = {
	/** Drawn when the form was shown: the same form sent twice is the same voice. */
	submissionId: string
	title: string
	text: string
	stance: ChosenStance | null
	/** Slugs, or empty. */
	sector: string | null
	district: string | null
	role: string | null
	ageBand: AgeBand | null
	mayAnalyse: boolean
	mayQuote: boolean
	isUnder16?: boolean
	/** A parent agrees to what is ticked. */
	guardianAgrees?: boolean
	mayContact?: boolean
	/** A telephone number or mail address; kept only with `mayContact`. */
	contact?: string
	/** Ids of the wordings that were shown, by channel. */
	wordings?: Partial<Record<Channel, string>>
}

/**
 * The submission with plain line ends and without blanks at its ends.
 *
 * @throws {Problem} `submission-empty`, `submission-too-long`, `submission-title-too-long`, `submission-unusable`,
 * `analysis-not-allowed` when the writer does not want their words to be read for the analysis: then we must not keep them;
 * `guardian-must-agree` under 16; `contact-missing`, `contact-too-long`
 */
export function checkSubmission(submission: Submission): Submission {
	const text = transcriptText(submission.text).trim()
	const title = transcriptText(submission.title).replace(/\s+/g, ' ').trim()
	if (text === '') throw new Problem('invalid', 'submission-empty')
	if (codePointLength(text) > LONGEST_SUBMISSION)
		throw new Problem('invalid', 'submission-too-long', { limit: LONGEST_SUBMISSION, length: codePointLength(text) })
	if (codePointLength(title) > LONGEST_TITLE)
		throw new Problem('invalid', 'submission-title-too-long', { limit: LONGEST_TITLE })
	if (/[\0-\x08\x0e-\x1f\x7f]/.test(text + title)) throw new Problem('invalid', 'submission-unusable')
	if (!submission.mayAnalyse) throw new Problem('invalid', 'analysis-not-allowed')
	if (submission.isUnder16 && !submission.guardianAgrees) throw new Problem('invalid', 'guardian-must-agree')
	const contact = submission.mayContact ? tidyContact(submission.contact ?? '') : ''
	return { ...submission, text, title, contact }
}

/** A submission as a conversation of one. Its day is the Monday of its week: nobody should know when somebody wrote. */
export function conversationOf(
	submission: Submission,
	{ originKey, monday }: { originKey: string; monday: string },
): PreparedConversation {
	const {
		text,
		title,
		stance,
		sector,
		district,
		role,
		ageBand,
		isUnder16 = false,
		guardianAgrees,
		wordings,
	} = submission
	return {
		originKey,
		title: title || firstWords(text),
		format: 'written',
		heldOn: monday,
		district,
		text,
		speakers: [
			{
				code: 'S1',
				sector,
				role,
				district,
				ageBand,
				isUnder16,
				consent: {
					channels: allowedBy(submission),
					given: 'on-the-web',
					givenOn: monday,
					byGuardian: isUnder16 && guardianAgrees === true,
					...(wordings && { wordings }),
				},
			},
		],
		turns: [{ speaker: 'S1', start: 0, end: codePointLength(text), title: title || null, stance }],
	}
}

function allowedBy({ mayQuote, mayContact }: Submission): Channel[] {
	return ['analyse', ...(mayQuote ? ['quote' as const] : []), ...(mayContact ? ['contact' as const] : [])]
}

/** A title for words that have none: their beginning, up to a word's end. */
export function firstWords(text: string): string {
	const line = text.replace(/\s+/g, ' ')
	return line.length <= 60
		? line
		: `${line
				.slice(0, 60)
				.replace(/\s\S*$/, '')
				.toWellFormed()} …`
}

/** The ISO week of an instant and its Monday: `2026-W47`, `2026-11-16`. */
export function weekOf(at: Date, timeZone: string): { week: string; monday: string } {
	const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
	const week = `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`
	return { week, monday: day.subtract({ days: day.dayOfWeek - 1 }).toString() }
}
