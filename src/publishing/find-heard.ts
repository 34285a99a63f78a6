/** Who was heard in a round, in numbers for the report: conversations by format exactly, people by group in bands. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Format } from '#listening/tables.ts'
import type { Wording } from '#people/tables.ts'
import { bandOf, type Band } from '#protecting/bands.rules.ts'

export type Heard = {
	people: number
	formats: { format: Format; conversations: number }[]
	sectors: { slug: string; label: string; people: number; band: Band }[]
	districts: { name: string; band: Band }[]
}

/** Moderators are left out; a district or sector nobody came from stays in the list. */
export async function findHeard(db: MunicipalityDatabase, roundId: string, language: 'de' | 'en'): Promise<Heard> {
	const { rows: formats } = await db.execute<Heard['formats'][number]>(sql`
		select format, count(*)::int as conversations from conversation where round_id = ${roundId}
		group by format order by count(*) desc, format`)
	const { rows: sectors } = await db.execute<{ slug: string; label: Wording; people: number }>(sql`
		select sector.slug, sector.label, count(heard.id)::int as people
		from sector left join (${speakersOf(roundId)}) heard on heard.sector_id = sector.id
		group by sector.id, sector.slug, sector.label, sector.position order by sector.position`)
	const { rows: districts } = await db.execute<{ name: string; people: number }>(sql`
		select district.name, count(heard.id)::int as people
		from district left join (${speakersOf(roundId)}) heard on heard.district_id = district.id
		group by district.id, district.name, district.position order by district.position`)
	const { rows: all } = await db.execute<{ people: number }>(
		sql`select count(*)::int as people from (${speakersOf(roundId)}) heard`,
	)
	const people = all[0]?.people ?? 0
	return {
		people,
		formats,
		sectors: sectors.map(({ label, ...sector }) => ({
			...sector,
			label: label[language] ?? label.de,
			band: bandOf(sector.people, people),
		})),
		districts: districts.map((district) => ({ name: district.name, band: bandOf(district.people, people) })),
	}
}

function speakersOf(roundId: string) {
	return sql`
		select speaker.id, speaker.sector_id, speaker.district_id
		from speaker join conversation on conversation.id = speaker.conversation_id
		where conversation.round_id = ${roundId} and not speaker.is_moderator`
}
