import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { isSlug, slugOf } from '#people/slugs.rules.ts'
import { municipalities } from '#people/tables.ts'
import { guideQuestions, rounds } from './tables.ts'

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
	await bringGuide(db, round!.id)
	return round!
}

/** A municipality with a guide of its own asks its questions in every new round. */
async function bringGuide(db: MunicipalityDatabase, roundId: string) {
	const [town] = await db
		.select({ profile: municipalities.profile, languages: municipalities.languages })
		.from(municipalities)
	const language = town?.languages[0] === 'en' ? 'en' : 'de'
	const questions = (town?.profile.guide ?? []).map(({ direction, wording }, position) => ({
		...{ roundId, direction, position },
		wording: wording[language],
	}))
	if (questions.length > 0) await db.insert(guideQuestions).values(questions)
}
