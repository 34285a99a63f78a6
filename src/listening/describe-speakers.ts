/** Says who spoke, and what each of them allows. */
import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { districts, roles, sectors } from '#people/tables.ts'
import { findSpeakers, type FoundSpeaker } from './find-conversation.ts'
import { giveConsent } from './give-consent.ts'
import type { AgeBand } from './prepared-conversation.ts'
import { beginVoices, endVoices } from './moderated-voices.ts'
import { CHANNELS, speakers, type Channel } from './tables.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export type DescribedSpeaker = {
	id: string
	pseudonym: string
	isModerator: boolean
	/** Slugs, or empty. */
	sector: string
	role: string
	district: string
	ageBand: AgeBand | null
	channels: Channel[]
}

export type DescribeSpeakers = {
	conversationId: string
	described: DescribedSpeaker[]
	given: 'on-paper' | 'by-voice' | 'imported'
	givenOn: string | null
	at: Date
}

/**
 * Changes only what is different; a channel that is no longer ticked is withdrawn.
 *
 * @throws {Problem} `speaker-unknown`, `sector-not-known`, `role-not-known`, `district-not-known`
 */
export async function describeSpeakers(
	db: MunicipalityDatabase,
	{ conversationId, described, given, givenOn, at }: DescribeSpeakers,
) {
	const known = new Map((await findSpeakers(db, conversationId)).map((speaker) => [speaker.id, speaker]))
	const ids = await findIds(db)
	for (const wanted of described) {
		const before = known.get(wanted.id)
		if (!before) throw new Problem('not-found', 'speaker-unknown')
		if (isDifferent(before, wanted)) await updateSpeaker(db, wanted, ids)
		if (before.isModerator !== wanted.isModerator)
			await (wanted.isModerator ? endVoices(db, wanted.id) : beginVoices(db, conversationId, wanted.id))
		for (const channel of CHANNELS) {
			const [was, is] = [before.channels.includes(channel), wanted.channels.includes(channel)]
			if (is && !was) await giveConsent(db, { speakerId: wanted.id, channel, given, givenOn })
			if (was && !is) await withdrawConsent(db, { speakerId: wanted.id, channel, at })
		}
	}
}

function isDifferent(before: FoundSpeaker, wanted: DescribedSpeaker): boolean {
	return (
		(before.pseudonym ?? '') !== wanted.pseudonym.trim() ||
		before.isModerator !== wanted.isModerator ||
		(before.sector ?? '') !== wanted.sector ||
		(before.role ?? '') !== wanted.role ||
		(before.district ?? '') !== wanted.district ||
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
		})
		.where(eq(speakers.id, wanted.id))
}
