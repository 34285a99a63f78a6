/** Title and address of a conversation lose the names its words lost. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, ne } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { slugOf } from '#people/slugs.rules.ts'
import { firstWords } from '../submission.rules.ts'
import { conversations, voices } from '../tables.ts'
import { singleNames, withoutNames, type Replaced } from './number-names.rules.ts'

const LONGEST_TITLE = 200

export type Retitle = {
	conversationId: string
	title: string | undefined
	/** Before the words changed: see `isBeginning`. */
	wasBeginning: boolean
	replaced: readonly Replaced[]
}

/** Returns the address, which stays when no name stood in it. */
export async function retitle(db: MunicipalityDatabase, wanted: Retitle): Promise<string> {
	const { conversationId, title, replaced } = wanted
	const [old] = await db
		.select({ title: conversations.title, slug: conversations.slug })
		.from(conversations)
		.where(eq(conversations.id, conversationId))
	const typed = title?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE)
	const fresh = typed && typed !== old!.title ? typed : await withoutReplaced(db, old!.title, wanted)
	const named = replaced
		.flatMap((one) => [one, ...singleNames(one)])
		.map(({ words }) => slugOf(words))
		.filter(Boolean)
	const tells = named.some((name) => `-${old!.slug}-`.includes(`-${name}-`))
	const slug = tells ? await freeSlug(db, slugOf(fresh), conversationId, named) : old!.slug
	await db.update(conversations).set({ title: fresh, slug }).where(eq(conversations.id, conversationId))
	return slug
}

/** A title that was the beginning of the words is their beginning again: a name may have been cut off at its end. */
async function withoutReplaced(
	db: MunicipalityDatabase,
	title: string,
	{ conversationId, replaced, wasBeginning }: Retitle,
): Promise<string> {
	if (!wasBeginning) return withoutNames(title, replaced)
	return firstWords((await findFirstVoice(db, conversationId)) ?? title)
}

/** Whether the title is the beginning of what was said first. */
export async function isBeginning(db: MunicipalityDatabase, conversationId: string): Promise<boolean> {
	const said = (await findFirstVoice(db, conversationId))?.replace(/\s+/g, ' ') ?? ''
	const [conversation] = await db
		.select({ title: conversations.title })
		.from(conversations)
		.where(eq(conversations.id, conversationId))
	const title = conversation!.title.replace(/ ?…$/, '').replace(/\s+/g, ' ')
	return title !== '' && said.startsWith(title)
}

async function findFirstVoice(db: MunicipalityDatabase, conversationId: string): Promise<string | undefined> {
	const [first] = await db
		.select({ text: voices.text })
		.from(voices)
		.where(eq(voices.conversationId, conversationId))
		.orderBy(asc(voices.position))
		.limit(1)
	return first?.text
}

async function freeSlug(db: MunicipalityDatabase, wished: string, conversationId: string, named: readonly string[]) {
	const random = `gespraech-${randomUUID().replaceAll('-', '').slice(0, 12)}`
	if (wished === '' || named.some((name) => `-${wished}-`.includes(`-${name}-`))) return random
	const [taken] = await db
		.select({ id: conversations.id })
		.from(conversations)
		.where(and(eq(conversations.slug, wished), ne(conversations.id, conversationId)))
	return taken ? random : wished
}
