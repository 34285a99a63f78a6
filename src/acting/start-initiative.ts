import { inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { freeSlug, slugOf } from '#people/slugs.rules.ts'
import { actors, districts } from '#people/tables.ts'
import { fieldsOfAction, focusThemes, LEVELS, type Level } from '#focusing/tables.ts'
import type { InitiativeKind } from './find-initiatives.ts'
import { requireFutureDay } from './require-day.ts'
import { replaceFields, replacePartners } from './replace-ties.ts'
import { initiatives, initiativeStates } from './tables.ts'

/** What an initiative says of itself; its state has its own use case. */
export type InitiativeWords = {
	title: string
	kind: InitiativeKind
	teaser: string
	goal: string
	firstStep: string
	level: Level
	ownerId: string | null
	districtId: string | null
	focusThemeId: string | null
	fieldOfActionIds: string[]
	/** Who helps, and with what. */
	partners: { actorId: string; part: string }[]
}

export type StartInitiative = InitiativeWords & {
	/** Made from the title when left out. */
	slug?: string
	/** The day by which people hear of it again. */
	nextAnswerBy: string
	/** ISO date in the municipality's time zone. */
	today: string
}

/**
 * Starts an initiative as an idea that owes an answer by a day.
 *
 * @throws {Problem} `initiative-title-missing`, `next-answer-missing`, `day-unreadable`, `day-past`, and those of
 * `requireTies`
 */
export async function startInitiative(
	db: MunicipalityDatabase,
	{ slug, nextAnswerBy, today, ...words }: StartInitiative,
): Promise<{ id: string; slug: string }> {
	if (words.title.trim() === '') throw new Problem('invalid', 'initiative-title-missing')
	if (nextAnswerBy === '') throw new Problem('invalid', 'next-answer-missing')
	requireFutureDay(nextAnswerBy, today)
	await requireTies(db, words)
	const others = await db.select({ slug: initiatives.slug }).from(initiatives)
	const [started] = await db
		.insert(initiatives)
		.values({
			...toRow(words),
			slug: freeSlug(
				slug || slugOf(words.title) || 'vorhaben',
				others.map((other) => other.slug),
			),
			nextAnswerBy,
			stateSince: today,
		})
		.returning({ id: initiatives.id, slug: initiatives.slug })
	await db.insert(initiativeStates).values({ initiativeId: started!.id, state: 'idea', since: today })
	await replaceFields(db, started!.id, words.fieldOfActionIds)
	await replacePartners(db, started!.id, words.partners)
	return started!
}

export function toRow({ fieldOfActionIds: _, partners: __, ...words }: InitiativeWords) {
	return {
		...words,
		title: words.title.trim(),
		teaser: words.teaser.trim(),
		goal: words.goal.trim(),
		firstStep: words.firstStep.trim(),
	}
}

/** @throws {Problem} `level-unknown`, `initiative-kind-unknown`, `actor-unknown`, `district-unknown`, `focus-theme-unknown`, `field-of-action-unknown` */
export async function requireTies(db: MunicipalityDatabase, words: InitiativeWords) {
	if (!LEVELS.includes(words.level)) throw new Problem('invalid', 'level-unknown')
	if (!initiatives.kind.enumValues.includes(words.kind)) throw new Problem('invalid', 'initiative-kind-unknown')
	const actorIds = [words.ownerId, ...words.partners.map(({ actorId }) => actorId)]
	await requireRows(db, actors, actorIds, 'actor-unknown')
	await requireRows(db, districts, [words.districtId], 'district-unknown')
	await requireRows(db, focusThemes, [words.focusThemeId], 'focus-theme-unknown')
	await requireRows(db, fieldsOfAction, words.fieldOfActionIds, 'field-of-action-unknown')
}

type Named = typeof actors | typeof districts | typeof focusThemes | typeof fieldsOfAction

async function requireRows(db: MunicipalityDatabase, table: Named, ids: (string | null)[], code: string) {
	const wanted = [...new Set(ids.filter((id) => id !== null))]
	if (wanted.length === 0) return
	const found = wanted.every(isUuid)
		? await db.select({ id: table.id }).from(table).where(inArray(table.id, wanted))
		: []
	if (found.length !== wanted.length) throw new Problem('not-found', code)
}
