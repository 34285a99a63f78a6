/** What one person said, what they allow, and where their words stand in public. */
import { and, asc, desc, eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { consents } from '#listening/consent.tables.ts'
import { voices } from '#listening/tables.ts'
import { CHANNELS, type Channel } from '#listening/vocabulary.ts'
import { editionQuotes, editions } from '../tables.ts'
import { findNamedPeople, type FoundSomebody } from '../find-somebody.ts'

export type WhatStands = {
	person: FoundSomebody
	said: { id: string; title: string | null; text: string }[]
	/** In the order of the channels; those never given are not among them. */
	consents: { channel: Channel; withdrawnAt: Date | null }[]
	/** Printed words, newest edition first. */
	printed: {
		edition: { number: number; revision: number }
		isLive: boolean
		theme: string
		slug: string
		wording: string
		label: string
	}[]
}

/** @throws {Problem} `speaker-unknown` */
export async function findWhatStands(db: MunicipalityDatabase, speakerId: string): Promise<WhatStands> {
	const [person] = isUuid(speakerId) ? await findNamedPeople(db, [speakerId]) : []
	if (!person) throw new Problem('not-found', 'speaker-unknown')
	const said = await db
		.select({ id: voices.id, title: voices.title, text: voices.text })
		.from(voices)
		.where(eq(voices.speakerId, speakerId))
		.orderBy(asc(voices.position))
	const held = await db
		.select({ channel: consents.channel, withdrawnAt: consents.withdrawnAt })
		.from(consents)
		.where(eq(consents.speakerId, speakerId))
	return {
		person,
		said,
		consents: CHANNELS.flatMap((channel) => held.filter((consent) => consent.channel === channel)),
		printed: await findPrinted(db, speakerId),
	}
}

async function findPrinted(db: MunicipalityDatabase, speakerId: string): Promise<WhatStands['printed']> {
	const rows = await db
		.select({
			quoteId: editionQuotes.quoteId,
			number: editions.number,
			revision: editions.revision,
			content: editions.content,
		})
		.from(editionQuotes)
		.innerJoin(editions, eq(editions.id, editionQuotes.editionId))
		.where(and(eq(editionQuotes.speakerId, speakerId)))
		.orderBy(desc(editions.number))
	const [live] = await db.select({ number: editions.number }).from(editions).orderBy(desc(editions.number)).limit(1)
	return rows.flatMap(({ quoteId, number, revision, content }) =>
		content.dossiers.flatMap(({ title, slug, quotes }) =>
			quotes
				.filter(({ id }) => id === quoteId)
				.map(({ wording, label }) => ({
					edition: { number, revision },
					isLive: number === live?.number,
					theme: title,
					slug,
					wording,
					label,
				})),
		),
	)
}
