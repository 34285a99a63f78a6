/** Who codes: one row per account, per importing file, later per machine. */
import { eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { plannedOnce } from '#platform/database/planned-once.ts'
import { coders } from '../tables.ts'

/**
 * The coder of a team member, created when they code for the first time.
 *
 * Two people of the same name are told apart by a number.
 */
export async function coderOfAccount(
	db: MunicipalityDatabase,
	{ accountId, name }: { accountId: string; name: string },
): Promise<string> {
	const [known] = await plannedOnce(
		db,
		db.select({ id: coders.id }).from(coders).where(eq(coders.accountId, accountId)),
	)
	if (known) return known.id
	for (let number = 1; ; number++) {
		const [made] = await db
			.insert(coders)
			.values({ kind: 'human', name: number === 1 ? name : `${name} (${number})`, accountId })
			.onConflictDoNothing()
			.returning({ id: coders.id })
		if (made) return made.id
		const [meanwhile] = await db.select({ id: coders.id }).from(coders).where(eq(coders.accountId, accountId))
		if (meanwhile) return meanwhile.id
	}
}

/**
 * The coder with this name who has no account: a file that brought its categories, or a person who coded elsewhere.
 *
 * Who is new here keeps the `id` from elsewhere, so that files that go out name them as those that came in.
 */
export async function coderByName(
	db: MunicipalityDatabase,
	{ kind, name, id }: { kind: 'human' | 'machine' | 'import'; name: string; id?: string | undefined },
): Promise<string> {
	if (id) await db.insert(coders).values({ id, kind, name }).onConflictDoNothing()
	const [row] = await db
		.insert(coders)
		.values({ kind, name })
		.onConflictDoUpdate({
			target: [coders.municipalityId, coders.kind, coders.name],
			set: { name: sql`excluded.name` },
		})
		.returning({ id: coders.id })
	return row!.id
}

/** Under which name a member's codings are shown; without an id before they code for the first time. */
export async function findCoderOf(
	db: MunicipalityDatabase,
	{ accountId, name }: { accountId: string; name: string },
): Promise<{ id: string | null; name: string }> {
	const [known] = await db
		.select({ id: coders.id, name: coders.name })
		.from(coders)
		.where(eq(coders.accountId, accountId))
	return known ?? { id: null, name }
}

/** The coder of an account, if they have coded before. */
export async function knownCoderOf(db: MunicipalityDatabase, accountId: string): Promise<string | null> {
	const [known] = await db.select({ id: coders.id }).from(coders).where(eq(coders.accountId, accountId))
	return known?.id ?? null
}
