/** The edition the public sees, or an earlier one. */
import { desc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { EditionContent } from './edition-content.ts'
import { editions } from './tables.ts'

export type Edition = {
	id: string
	number: number
	title: string
	frozenOn: string
	hash: string
	/** How often words were taken out since it was frozen, and the last day it happened. */
	revision: number
	revisedOn: string | null
	content: EditionContent
}

const columns = {
	id: editions.id,
	number: editions.number,
	title: editions.title,
	frozenOn: editions.frozenOn,
	hash: editions.hash,
	revision: editions.revision,
	revisedOn: editions.revisedOn,
	content: editions.content,
}

/** The newest edition, or null while nothing has been published. */
export async function findLiveEdition(db: MunicipalityDatabase): Promise<Edition | null> {
	const [edition] = await db.select(columns).from(editions).orderBy(desc(editions.number)).limit(1)
	return edition ?? null
}

/** By its number. @throws {Problem} `edition-unknown` */
export async function findEdition(db: MunicipalityDatabase, number: number): Promise<Edition> {
	const [edition] = await db.select(columns).from(editions).where(eq(editions.number, number))
	if (!edition) throw new Problem('not-found', 'edition-unknown', { number })
	return edition
}

export type EditionInList = Omit<Edition, 'content'>

/** All editions, newest first. */
export function findEditions(db: MunicipalityDatabase): Promise<EditionInList[]> {
	const { content: _, ...listed } = columns
	return db.select(listed).from(editions).orderBy(desc(editions.number))
}
