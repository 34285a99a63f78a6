/** Notes what people allowed: on paper, by voice, in a file. The public form writes its consents with the words themselves. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { consentTexts } from '#people/tables.ts'
import { consents } from './consent.tables.ts'
import { speakers } from './tables.ts'
import { type Channel } from './vocabulary.ts'
import { allowAgain } from './tombstones.ts'

export type GiveConsent = {
	speakerId: string
	channel: Channel
	given: 'on-paper' | 'by-voice' | 'imported'
	/** ISO date; unknown days stay empty. */
	givenOn: string | null
	/** A parent agreed; needed under 16. */
	byGuardian?: boolean
	/** Account id of who wrote it down. */
	notedBy?: string | null
	/** How and when were noted wrongly: replaces both, also where the consent is in force. */
	corrects?: boolean
}

/**
 * A consent that had been withdrawn counts again from this day on; one that is in force keeps its first day, unless it is
 * corrected. What was signed or said is taken to follow the wording in force on that day.
 *
 * @throws {Problem} `speaker-unknown`; `guardian-missing` with the speaker's code, for anybody under 16
 */
export async function giveConsents(db: MunicipalityDatabase, wanted: readonly GiveConsent[]) {
	if (wanted.length === 0) return
	await requireGuardians(db, wanted)
	await liftWithdrawals(db, wanted)
	const wordings = await findWordings(db)
	for (const corrects of [false, true]) {
		const rows = wanted
			.filter((one) => (one.corrects ?? false) === corrects)
			.map(({ corrects: _, ...one }) => ({
				...one,
				consentTextId: one.given === 'imported' ? null : wordingOn(wordings, one.channel, one.givenOn),
			}))
		if (rows.length === 0) continue
		await db
			.insert(consents)
			.values(rows)
			.onConflictDoUpdate({
				target: [consents.municipalityId, consents.speakerId, consents.channel],
				set: {
					given: sql`excluded.given`,
					givenOn: sql`excluded.given_on`,
					consentTextId: sql`excluded.consent_text_id`,
					byGuardian: sql`excluded.by_guardian`,
					notedBy: sql`excluded.noted_by`,
					withdrawnAt: null,
					...(!corrects && { scanFileId: null }),
				},
				...(!corrects && { setWhere: sql`${consents.withdrawnAt} is not null` }),
			})
	}
}

/** What had been withdrawn shall not be withdrawn again by a restored backup. */
async function liftWithdrawals(db: MunicipalityDatabase, wanted: readonly GiveConsent[]) {
	const ids = [...new Set(wanted.map(({ speakerId }) => speakerId))]
	const withdrawn = await db
		.select({ speakerId: consents.speakerId, kind: consents.channel })
		.from(consents)
		.where(and(inArray(consents.speakerId, ids), isNotNull(consents.withdrawnAt)))
	for (const one of withdrawn) {
		const isGiven = wanted.some(({ speakerId, channel }) => speakerId === one.speakerId && channel === one.kind)
		if (isGiven) await allowAgain(db, one)
	}
}

/** A parent has agreed to everything this person allows. */
export async function noteGuardian(db: MunicipalityDatabase, speakerIds: readonly string[]) {
	if (speakerIds.length === 0) return
	await db
		.update(consents)
		.set({ byGuardian: true })
		.where(and(inArray(consents.speakerId, [...speakerIds]), isNull(consents.withdrawnAt)))
}

async function requireGuardians(db: MunicipalityDatabase, wanted: readonly GiveConsent[]) {
	const ids = [...new Set(wanted.map(({ speakerId }) => speakerId))]
	const found = await db
		.select({ id: speakers.id, code: speakers.code, isUnder16: speakers.isUnder16 })
		.from(speakers)
		.where(inArray(speakers.id, ids))
	if (found.length < ids.length) throw new Problem('not-found', 'speaker-unknown')
	const alone = found.find(
		({ id, isUnder16 }) => isUnder16 && wanted.some((one) => one.speakerId === id && !one.byGuardian),
	)
	if (alone) throw new Problem('invalid', 'guardian-missing', { speaker: alone.code })
}

type Wordings = { id: string; channel: string; validFrom: string }[]

/** Newest first. */
function findWordings(db: MunicipalityDatabase): Promise<Wordings> {
	return db
		.select({ id: consentTexts.id, channel: consentTexts.channel, validFrom: consentTexts.validFrom })
		.from(consentTexts)
		.orderBy(asc(consentTexts.channel), desc(consentTexts.version))
}

/** The wording in force on that day; the oldest for days before there was one, the newest without a day. */
function wordingOn(wordings: Wordings, channel: Channel, day: string | null): string | null {
	const own = wordings.filter((wording) => wording.channel === channel)
	return (own.find(({ validFrom }) => day === null || validFrom <= day) ?? own.at(-1))?.id ?? null
}

/** Ties the scan of the signed paper to everything this person allows on paper. */
export async function attachScan(
	db: MunicipalityDatabase,
	{ speakerId, scanFileId }: { speakerId: string; scanFileId: string },
) {
	await db
		.update(consents)
		.set({ scanFileId })
		.where(and(eq(consents.speakerId, speakerId), eq(consents.given, 'on-paper'), isNull(consents.withdrawnAt)))
}
