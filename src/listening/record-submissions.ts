/** Takes voices from the public form, many at once, and hands out their receipts. */
import { inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { findChannelsOfTexts } from '#people/find-consent-texts.ts'
import type { ReceiptCode } from '#protecting/receipt-code.ts'
import {
	openSealedIds,
	receiptCodeOf,
	receiptLookupOf,
	sealIds,
	submissionHashOf,
} from '#protecting/receipt-cryptography.ts'
import { keepContacts } from './contacts.ts'
import { findOpenRound } from './find-rounds.ts'
import { originKeyOf } from './prepared-conversation.ts'
import { recordConversations } from './record-conversation.ts'
import { checkSubmission, conversationOf, weekOf, type Submission } from './submission.rules.ts'
import { receipts, submissions } from './consent.tables.ts'
import { voices } from './tables.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export type RecordSubmissions = {
	municipalityId: string
	timeZone: string
	secrets: Secrets
	submissions: readonly Submission[]
	at: Date
}

/**
 * The receipt of each submission, in their order. A submission that was taken before is not taken again: it gets the
 * receipt it had, and a quote or a contact no longer allowed is withdrawn.
 *
 * All or nothing; nothing is kept that tells when within a week somebody wrote.
 *
 * @throws {Problem} `no-open-round`; `consent-text-unknown` when a wording was shown that there is not; what `checkSubmission` and `recordConversations` refuse
 */
export async function recordSubmissions(db: MunicipalityDatabase, wanted: RecordSubmissions): Promise<ReceiptCode[]> {
	const { municipalityId, secrets, at } = wanted
	const sent = wanted.submissions.map((submission) => identify(checkSubmission(submission), secrets, municipalityId))
	await requireWordings(db, sent)
	const round = await findOpenRound(db)
	if (!round) throw new Problem('conflict', 'no-open-round')

	const { week, monday } = weekOf(at, wanted.timeZone)
	const once = [...new Map(sent.map((one) => [one.hash, one])).values()]
	const taken = await db
		.insert(submissions)
		.values(once.map(({ hash }) => ({ submissionHash: hash, submittedWeek: week })))
		.onConflictDoNothing()
		.returning({ hash: submissions.submissionHash })
	const isNew = new Set(taken.map(({ hash }) => hash))
	const fresh = once.filter(({ hash }) => isNew.has(hash))

	const prepared = fresh.map(({ submission, hash }) =>
		conversationOf(submission, { originKey: originKeyOf('form', hash), monday }),
	)
	const recorded = await recordConversations(db, {
		roundId: round.id,
		conversations: prepared,
		at: new Date(`${monday}T00:00:00Z`),
	})
	const voiceIds = new Map(recorded.writtenVoices.map(({ conversationId, voiceId }) => [conversationId, voiceId]))
	if (fresh.length > 0) {
		await db.insert(receipts).values(
			fresh.map(({ code }, position) => ({
				lookup: receiptLookupOf(secrets, municipalityId, code),
				pepperId: secrets.pepperId,
				sealed: sealIds(secrets, municipalityId, code, [voiceIds.get(recorded.ids[position]!)!]),
				issuedWeek: week,
			})),
		)
	}
	const speakerIds = new Map(recorded.writtenVoices.map(({ conversationId, speakerId }) => [conversationId, speakerId]))
	const reachable = fresh.flatMap(({ submission: { mayContact, contact = '' } }, position) =>
		mayContact ? [{ speakerId: speakerIds.get(recorded.ids[position]!)!, text: contact }] : [],
	)
	await keepContacts(db, { secrets, municipalityId, contacts: reachable })
	const repeated = sent.filter(({ hash }) => !isNew.has(hash))
	for (const channel of ['quote', 'contact'] as const) {
		const taken = repeated.filter(
			({ submission }) => !(channel === 'quote' ? submission.mayQuote : submission.mayContact),
		)
		if (taken.length > 0) await withdrawRepeated(db, taken, channel, wanted)
	}
	return sent.map(({ code }) => code)
}

type Identified = { submission: Submission; hash: string; code: ReceiptCode }

function identify(submission: Submission, secrets: Secrets, municipalityId: string): Identified {
	const what = {
		municipalityId,
		submissionId: submission.submissionId,
		text: `${submission.title}\n${submission.text}`,
	}
	return { submission, hash: submissionHashOf(secrets, what), code: receiptCodeOf(secrets, what) }
}

/** A form names the version it showed for each channel; nobody can agree to one there never was. */
async function requireWordings(db: MunicipalityDatabase, sent: readonly Identified[]) {
	const shown = sent.flatMap(({ submission }) => Object.entries(submission.wordings ?? {}))
	if (!shown.every(([, id]) => isUuid(id))) throw new Problem('conflict', 'consent-text-unknown')
	const channels = await findChannelsOfTexts(
		db,
		shown.map(([, id]) => id),
	)
	if (shown.some(([channel, id]) => channels.get(id) !== channel)) throw new Problem('conflict', 'consent-text-unknown')
}

/** Somebody went back, took the tick away and sent the same form again. */
async function withdrawRepeated(
	db: MunicipalityDatabase,
	repeated: readonly Identified[],
	channel: 'quote' | 'contact',
	{ secrets, municipalityId, at }: RecordSubmissions,
) {
	const codes = new Map(repeated.map(({ code }) => [receiptLookupOf(secrets, municipalityId, code), code]))
	const found = await db
		.select({ lookup: receipts.lookup, sealed: receipts.sealed })
		.from(receipts)
		.where(inArray(receipts.lookup, [...codes.keys()]))
	const ids = found.flatMap(
		({ lookup, sealed }) => openSealedIds(secrets, municipalityId, codes.get(lookup)!, sealed) ?? [],
	)
	if (ids.length === 0) return
	const writers = await db.selectDistinct({ speakerId: voices.speakerId }).from(voices).where(inArray(voices.id, ids))
	for (const { speakerId } of writers) await withdrawConsent(db, { speakerId, channel, at })
}
