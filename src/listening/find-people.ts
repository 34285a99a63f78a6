/** Finds somebody who has no receipt by what they remember: where they spoke. For requests about own data. */
import { and, asc, eq, ilike, inArray, or, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { conversations, speakers } from './tables.ts'
import { type Format } from './vocabulary.ts'
import { findFirstWords } from './find-conversation.ts'

export type FoundPerson = { id: string; code: string; pseudonym: string | null; firstWords: string }
export type FoundPlace = { slug: string; title: string; format: Format; heldOn: string | null; people: FoundPerson[] }

const MOST_PLACES = 10

/** Conversations whose title, place or day (`2025-04-09`) holds the words, each with who spoke there. */
export async function findPeople(db: MunicipalityDatabase, words: string): Promise<FoundPlace[]> {
	const wanted = words.trim()
	if (wanted.length < 2) return []
	const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`
	const found = await db
		.select({
			id: conversations.id,
			slug: conversations.slug,
			title: conversations.title,
			format: conversations.format,
			heldOn: conversations.heldOn,
		})
		.from(conversations)
		.where(
			or(
				ilike(conversations.title, like),
				ilike(conversations.place, like),
				eq(sql`${conversations.heldOn}::text`, wanted),
			),
		)
		.orderBy(asc(conversations.heldOn), asc(conversations.title))
		.limit(MOST_PLACES)
	const ids = found.map(({ id }) => id)
	const people = await db
		.select({
			id: speakers.id,
			code: speakers.code,
			pseudonym: speakers.pseudonym,
			conversationId: speakers.conversationId,
		})
		.from(speakers)
		.where(and(inArray(speakers.conversationId, ids), eq(speakers.isModerator, false)))
	const byCode = new Intl.Collator('de', { numeric: true })
	const places: FoundPlace[] = []
	for (const { id, ...place } of found) {
		const firstWords = await findFirstWords(db, id)
		const here = people
			.filter(({ conversationId }) => conversationId === id)
			.toSorted((one, other) => byCode.compare(one.code, other.code))
		places.push({
			...place,
			people: here.map(({ conversationId: _, ...person }) => ({
				...person,
				firstWords: firstWords.get(person.id) ?? '',
			})),
		})
	}
	return places
}

/** One person with where they spoke. @throws {Problem} `speaker-unknown` */
export async function findPerson(db: MunicipalityDatabase, speakerId: string) {
	const [person] = await db
		.select({
			id: speakers.id,
			code: speakers.code,
			pseudonym: speakers.pseudonym,
			restrictedAt: speakers.restrictedAt,
			slug: conversations.slug,
			title: conversations.title,
		})
		.from(speakers)
		.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
		.where(and(eq(speakers.id, speakerId), eq(speakers.isModerator, false)))
	if (!person) throw new Problem('not-found', 'speaker-unknown')
	return person
}
