import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { isSlug, slugOf } from '#people/slugs.rules.ts'
import { rounds } from './tables.ts'

export type Round = typeof rounds.$inferSelect

export type CreateRound = {
	title: string
	/** Made from the title when empty. */
	slug?: string | undefined
	question?: string | undefined
	/** ISO dates. */
	startsOn?: string | null | undefined
	endsOn?: string | null | undefined
	at: Date
}

/**
 * Plans a round of listening. It takes no voices from the public form yet: see `openRound`.
 *
 * @throws {Problem} `round-title-missing`, `round-slug-invalid`, `round-slug-taken`, `round-ends-before-it-starts`
 */
export async function createRound(
	db: MunicipalityDatabase,
	{ title, slug, question = '', startsOn, endsOn, at }: CreateRound,
): Promise<Round> {
	const named = title.trim().slice(0, 200)
	if (named === '') throw new Problem('invalid', 'round-title-missing')
	const address = slug?.trim() || slugOf(named)
	if (!isSlug(address)) throw new Problem('invalid', 'round-slug-invalid', { slug: address.slice(0, 60) })
	if (startsOn && endsOn && endsOn < startsOn) throw new Problem('invalid', 'round-ends-before-it-starts')
	const [taken] = await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.slug, address))
	if (taken) throw new Problem('conflict', 'round-slug-taken', { slug: address })

	const [round] = await db
		.insert(rounds)
		.values({
			title: named,
			slug: address,
			question: question.trim(),
			startsOn: startsOn || null,
			endsOn: endsOn || null,
			createdAt: at,
		})
		.returning()
	return round!
}
