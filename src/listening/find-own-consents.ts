/** What somebody allowed, in the words they agreed to, for themselves and for whoever handles their request. */
import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Language } from '#platform/words/words.ts'
import { consentTexts } from '#people/tables.ts'
import { mayBeGivenAgain } from './consent-again.rules.ts'
import { consents } from './consent.tables.ts'
import { speakers } from './tables.ts'
import { CHANNELS, type Channel } from './vocabulary.ts'
import { inLanguage } from './wording.rules.ts'

/** `validFrom` is an ISO date. */
export type WordingVersion = { number: number; validFrom: string }

export type OwnConsent = {
	channel: Channel
	given: (typeof consents.$inferSelect)['given']
	/** ISO date; unknown days stay empty. */
	givenOn: string | null
	byGuardian: boolean
	/** The wording they agreed to; empty where there is none. */
	wording: string
	/** Null where nobody noted what was read: then the wording is the one that was in force. */
	version: WordingVersion | null
	/** There is a later version, which does not bind them. */
	hasNewerWording: boolean
	/** ISO date in UTC; null while in force. */
	withdrawnOn: string | null
	/** The wording they would agree to by giving it again; null where the receipt is not enough for that. */
	wordingAgain: string | null
	versionAgain: WordingVersion | null
	hasScan: boolean
}

/** In the order of the channels. */
export async function findOwnConsents(
	db: MunicipalityDatabase,
	{ speakerId, language }: { speakerId: string; language: Language },
): Promise<OwnConsent[]> {
	const found = await db.select().from(consents).where(eq(consents.speakerId, speakerId))
	const [speaker] = await db.select({ isUnder16: speakers.isUnder16 }).from(speakers).where(eq(speakers.id, speakerId))
	const texts = await db
		.select()
		.from(consentTexts)
		.where(inArray(consentTexts.channel, [...CHANNELS]))
		.orderBy(asc(consentTexts.channel), desc(consentTexts.version))
	const inForce = found.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ channel }) => channel)
	return CHANNELS.flatMap((channel) => {
		const consent = found.find((one) => one.channel === channel)
		if (!consent) return []
		const own = texts.filter((text) => text.channel === channel)
		const read = own.find(({ id }) => id === consent.consentTextId)
		const agreed =
			read ?? own.find(({ validFrom }) => consent.givenOn !== null && validFrom <= consent.givenOn) ?? own.at(-1)
		const mayAgain =
			consent.withdrawnAt !== null && mayBeGivenAgain(channel, { inForce, isUnder16: speaker?.isUnder16 ?? false })
		const again = mayAgain ? own[0] : undefined
		return {
			channel,
			given: consent.given,
			givenOn: consent.givenOn,
			byGuardian: consent.byGuardian,
			wording: agreed ? inLanguage(agreed.wording, language) : '',
			version: versionOf(read),
			hasNewerWording: agreed !== own[0],
			withdrawnOn: consent.withdrawnAt?.toISOString().slice(0, 10) ?? null,
			wordingAgain: again ? inLanguage(again.wording, language) : null,
			versionAgain: versionOf(again),
			hasScan: consent.scanFileId !== null,
		}
	})
}

function versionOf(text: { version: number; validFrom: string } | undefined): WordingVersion | null {
	return text ? { number: text.version, validFrom: text.validFrom } : null
}
