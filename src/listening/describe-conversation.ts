import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { districts } from '#people/tables.ts'
import { readDay } from './readers/table-cells.rules.ts'
import { conversations } from './tables.ts'
import { type Format } from './vocabulary.ts'

export type DescribeConversation = {
	conversationId: string
	title: string
	format: Format
	/** ISO date, or empty. */
	heldOn: string
	/** Slug, or empty. */
	district: string
	place: string
	/** Names or codes of the team, separated by commas. */
	moderators: string
}

/**
 * Corrects what is known of a conversation; its words and its address stay.
 *
 * @throws {Problem} `conversation-title-missing`, `day-unknown`, `district-not-known`, `conversation-unknown`
 */
export async function describeConversation(db: MunicipalityDatabase, wanted: DescribeConversation) {
	const title = wanted.title.trim().slice(0, 300)
	if (title === '') throw new Problem('invalid', 'conversation-title-missing')
	if (wanted.heldOn && !readDay(wanted.heldOn)) throw new Problem('invalid', 'day-unknown')
	const [district] = wanted.district
		? await db.select({ id: districts.id }).from(districts).where(eq(districts.slug, wanted.district))
		: []
	if (wanted.district && !district)
		throw new Problem('invalid', 'district-not-known', { slug: wanted.district.slice(0, 60) })
	const moderators = wanted.moderators
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '')
	const changed = await db
		.update(conversations)
		.set({
			title,
			format: wanted.format,
			heldOn: readDay(wanted.heldOn) ?? null,
			districtId: district?.id ?? null,
			place: wanted.place.trim().slice(0, 200),
			moderators,
		})
		.where(eq(conversations.id, wanted.conversationId))
		.returning({ id: conversations.id })
	if (changed.length === 0) throw new Problem('not-found', 'conversation-unknown')
}
