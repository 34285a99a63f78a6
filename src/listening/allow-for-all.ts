import { and, eq, exists, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { consents } from './consent.tables.ts'
import { giveConsents, type GiveConsent } from './give-consents.ts'
import { conversations, sources, speakers } from './tables.ts'
import { WRITTEN_FORMATS, type Channel } from './vocabulary.ts'

/** What can be said of many people at once. Voice, picture, office and address are each person's own matter. */
export const CHANNELS_FOR_ALL: readonly Channel[] = ['analyse', 'quote']

export type AllowForAll = {
	roundId: string
	/** Keys of `findImports`. */
	imports: readonly string[]
	channels: readonly Channel[]
	given: GiveConsent['given']
	/** ISO date; unknown days stay empty. */
	givenOn: string | null
	by: string
	at: Date
}

/** People at once: each consent is a row of eight values, and a statement takes 65,535. */
const BATCH = 2000

/**
 * Notes what everybody of an imported table allowed. Whoever is under 16, is restricted, has withdrawn something, or of whom
 * something was noted other than by importing is left out: theirs is entered by itself.
 *
 * @throws {Problem} `import-missing`, `channel-missing` when nothing is chosen
 */
export async function allowForAll(
	db: MunicipalityDatabase,
	{ roundId, imports, channels, given, givenOn, by, at }: AllowForAll,
): Promise<{ noted: number; leftOut: number }> {
	const chosen = CHANNELS_FOR_ALL.filter((channel) => channels.includes(channel))
	if (chosen.length === 0) throw new Problem('invalid', 'channel-missing')
	const people = await findPeople(db, roundId, imports)
	if (people.length === 0) throw new Problem('invalid', 'import-missing')
	const free = people.filter(({ isLeftOut }) => !isLeftOut)
	for (let from = 0; from < free.length; from += BATCH) {
		const some = free.slice(from, from + BATCH)
		const wanted = some.flatMap(({ id: speakerId }) =>
			chosen.map((channel) => ({ speakerId, channel, given, givenOn, notedBy: by })),
		)
		await giveConsents(db, wanted)
	}
	await appendAudit(db, { by, act: 'consents-changed', subject: 'round', subjectId: roundId, at })
	return { noted: free.length, leftOut: people.length - free.length }
}

function findPeople(db: MunicipalityDatabase, roundId: string, imports: readonly string[]) {
	const times = imports.filter((key) => /^\d{1,15}$/.test(key)).map((key) => new Date(Number(key)))
	const own = db
		.select({ one: sql`1` })
		.from(consents)
		.where(
			and(eq(consents.speakerId, speakers.id), or(isNotNull(consents.withdrawnAt), ne(consents.given, 'imported'))),
		)
	return db
		.selectDistinct({
			id: speakers.id,
			isLeftOut: sql<boolean>`${speakers.isUnder16} or ${speakers.restrictedAt} is not null or ${exists(own)}`,
		})
		.from(speakers)
		.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
		.innerJoin(sources, eq(sources.conversationId, conversations.id))
		.where(
			and(
				eq(conversations.roundId, roundId),
				inArray(conversations.format, WRITTEN_FORMATS),
				eq(speakers.isModerator, false),
				inArray(sources.importedAt, times),
			),
		)
}
