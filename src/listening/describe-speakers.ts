/** Says who spoke, and what each of them allows. */
import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { districts, roles, sectors } from '#people/tables.ts'
import { findSpeakers, type FoundSpeaker } from './find-conversation.ts'
import { attachScan, giveConsents, noteGuardian, type GiveConsent } from './give-consents.ts'
import type { AgeBand } from './prepared-conversation.ts'
import { beginVoices, endVoices } from './moderated-voices.ts'
import { speakers } from './tables.ts'
import { CHANNELS, type Channel } from './vocabulary.ts'
import { withdrawConsent } from './withdraw-consent.ts'

type Way = 'on-paper' | 'by-voice' | 'imported'

export type DescribedSpeaker = {
	id: string
	pseudonym: string
	isModerator: boolean
	/** Slugs, or empty. */
	sector: string
	role: string
	district: string
	ageBand: AgeBand | null
	isUnder16?: boolean
	/** A parent agreed to everything ticked. */
	byGuardian?: boolean
	channels: Channel[]
	/** Of this person alone, where it differs from everybody's; corrects what was noted before. */
	given?: Way | null
	givenOn?: string | null
	/** A cleaned scan, already kept. */
	scanFileId?: string | null
}

export type DescribeSpeakers = {
	conversationId: string
	described: DescribedSpeaker[]
	/** How and when everybody allowed what is ticked now and was not before. */
	given: Way
	givenOn: string | null
	/** Account id of who writes it down. */
	by?: string | null
	at: Date
}

/**
 * Changes only what is different; a channel that is no longer ticked is withdrawn.
 *
 * @throws {Problem} `speaker-unknown`, `sector-not-known`, `role-not-known`, `district-not-known`; `guardian-missing` for
 * somebody under 16 who is said to allow something while no parent agreed; `scan-without-consent` when nothing is ticked
 * on the paper
 */
export async function describeSpeakers(
	db: MunicipalityDatabase,
	{ conversationId, described, ...how }: DescribeSpeakers,
) {
	const known = new Map((await findSpeakers(db, conversationId)).map((speaker) => [speaker.id, speaker]))
	const ids = await findIds(db)
	const gives: GiveConsent[] = []
	for (const wanted of described) {
		const before = known.get(wanted.id)
		if (!before) throw new Problem('not-found', 'speaker-unknown')
		if (wanted.isUnder16 && !wanted.byGuardian && wanted.channels.length > 0)
			throw new Problem('invalid', 'guardian-missing', { speaker: before.code })
		if (wanted.scanFileId && wanted.channels.length === 0)
			throw new Problem('invalid', 'scan-without-consent', { speaker: before.code })
		if (isDifferent(before, wanted)) await updateSpeaker(db, wanted, ids)
		if (before.isModerator !== wanted.isModerator)
			await (wanted.isModerator ? endVoices(db, wanted.id) : beginVoices(db, conversationId, wanted.id))
		for (const channel of before.channels) {
			if (!wanted.channels.includes(channel)) await withdrawConsent(db, { speakerId: wanted.id, channel, at: how.at })
		}
		gives.push(...givesOf(before, wanted, how))
	}
	await giveConsents(db, gives)
	await noteGuardian(
		db,
		described.filter(({ byGuardian, id }) => byGuardian && !known.get(id)!.byGuardian).map(({ id }) => id),
	)
	for (const { id: speakerId, scanFileId } of described) if (scanFileId) await attachScan(db, { speakerId, scanFileId })
}

/** What is newly ticked, and what is corrected. */
function givesOf(
	before: FoundSpeaker,
	wanted: DescribedSpeaker,
	{ given, givenOn, by = null }: Pick<DescribeSpeakers, 'given' | 'givenOn' | 'by'>,
): GiveConsent[] {
	return CHANNELS.filter((channel) => wanted.channels.includes(channel)).flatMap((channel) => {
		const was = before.givens.find(({ channels }) => channels.includes(channel))
		// What came through the public form carries its own day and wording; only another way replaces it.
		const way = wanted.given ?? (was?.given === 'on-the-web' ? null : was?.given)
		const corrects = was !== undefined && Boolean(way && (wanted.given || wanted.givenOn))
		if (was && !corrects) return []
		return {
			speakerId: wanted.id,
			channel,
			given: way ?? given,
			givenOn: wanted.givenOn ?? was?.givenOn ?? givenOn,
			byGuardian: wanted.byGuardian ?? false,
			notedBy: by,
			corrects,
		}
	})
}

function isDifferent(before: FoundSpeaker, wanted: DescribedSpeaker): boolean {
	return (
		(before.pseudonym ?? '') !== wanted.pseudonym.trim() ||
		before.isModerator !== wanted.isModerator ||
		(before.sector ?? '') !== wanted.sector ||
		(before.role ?? '') !== wanted.role ||
		(before.district ?? '') !== wanted.district ||
		before.isUnder16 !== (wanted.isUnder16 ?? false) ||
		before.ageBand !== wanted.ageBand
	)
}

type Ids = Record<'sector' | 'role' | 'district', Map<string, string>>

async function findIds(db: MunicipalityDatabase): Promise<Ids> {
	const bySlug = (rows: { slug: string; id: string }[]) => new Map(rows.map(({ slug, id }) => [slug, id]))
	return {
		sector: bySlug(await db.select({ slug: sectors.slug, id: sectors.id }).from(sectors)),
		role: bySlug(await db.select({ slug: roles.slug, id: roles.id }).from(roles)),
		district: bySlug(await db.select({ slug: districts.slug, id: districts.id }).from(districts)),
	}
}

async function updateSpeaker(db: MunicipalityDatabase, wanted: DescribedSpeaker, ids: Ids) {
	const idOf = (kind: keyof Ids) => {
		const slug = wanted[kind]
		if (slug === '') return null
		const id = ids[kind].get(slug)
		if (!id) throw new Problem('invalid', `${kind}-not-known`, { slug: slug.slice(0, 60) })
		return id
	}
	await db
		.update(speakers)
		.set({
			pseudonym: wanted.pseudonym.trim().slice(0, 80) || null,
			isModerator: wanted.isModerator,
			sectorId: idOf('sector'),
			roleId: idOf('role'),
			districtId: idOf('district'),
			ageBand: wanted.ageBand,
			isUnder16: wanted.isUnder16 ?? false,
		})
		.where(eq(speakers.id, wanted.id))
}
