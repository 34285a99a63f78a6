/**
 * The rule of `consent.rules.ts` as a condition: every query that reads what somebody said carries it.
 *
 * None of them is a bare `exists`: the planner would turn it into a join, and without statistics (a town just imported)
 * compare everybody with everybody.
 */
import { sql, type SQL } from 'drizzle-orm'
import { GOES_ON_RESTRICTED, RESTS_ON } from './consent.rules.ts'
import type { Channel } from './vocabulary.ts'

/** In a query with a table `speaker`, of whole lists: this person allows the channel, today. Everybody is asked once. */
export function speakerAllows(channel: Channel): SQL<boolean> {
	return sql`(speaker.id in (
		select allowing.id from speaker as allowing join consent on consent.speaker_id = allowing.id
		where ${holds(channel, sql`allowing`)}
		group by allowing.id having count(*) = ${enough(channel)}
	) is true)`
}

/** For single people: whoever has this id allows the channel. `speakerId` is a column, such as `voice.speaker_id`. */
export function allowsBy(speakerId: SQL, channel: Channel): SQL<boolean> {
	return sql`(
		select count(*) = ${enough(channel)} from speaker as allowing join consent on consent.speaker_id = allowing.id
		where allowing.id = ${speakerId} and ${holds(channel, sql`allowing`)}
	)`
}

/** In a query with a table `coding`, of single passages: whoever said it allows the channel. */
export function codingAllows(channel: Channel): SQL<boolean> {
	return sql`(select ${allowsBy(sql`said.speaker_id`, channel)} from voice as said where said.id = coding.voice_id)`
}

/**
 * In a query with a table `conversation`: its title, or nothing. The title of a written voice is made of its words, so it
 * goes with them.
 */
export const SHOWN_TITLE = sql<string>`case
	when conversation.format not in ('written', 'card') or (
		select bool_or(${allowsBy(sql`writing.id`, 'analyse')}) from speaker as writing
		where writing.conversation_id = conversation.id
	) then conversation.title else '' end`

/** A consent in force of a speaker who is not restricted; a speaker has one row for each channel. */
function holds(channel: Channel, speaker: SQL): SQL {
	const channels = sql.raw(RESTS_ON[channel].map((needed) => `'${needed}'`).join(', '))
	const free = GOES_ON_RESTRICTED.includes(channel) ? sql`` : sql`and ${speaker}.restricted_at is null`
	return sql`consent.channel in (${channels}) and consent.withdrawn_at is null
		and (consent.by_guardian or not ${speaker}.is_under16) ${free}`
}

function enough(channel: Channel): SQL {
	return sql.raw(String(RESTS_ON[channel].length))
}
