/** Initiatives as lists show them, with their promises and how these stand. */
import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { actors, districts } from '#people/tables.ts'
import { fieldsOfAction, focusThemes, type Level } from '#focusing/tables.ts'
import { commitmentStanding, initiativeDaysOverdue, type CommitmentStanding } from './standing.rules.ts'
import { commitments, initiativeFields, initiatives, type InitiativeState } from './tables.ts'

export type CommitmentView = {
	id: string
	what: string
	/** Null while nobody has taken it. */
	actor: { id: string; name: string } | null
	until: string | null
	hours: number | null
	state: 'open' | 'promised' | 'kept' | 'withdrawn'
	closingNote: string | null
	closedOn: string | null
	standing: CommitmentStanding
}

export type InitiativeKind = (typeof initiatives.$inferSelect)['kind']

export type InitiativeInList = {
	id: string
	slug: string
	kind: InitiativeKind
	title: string
	teaser: string
	goal: string
	firstStep: string
	owner: { id: string; name: string } | null
	level: Level
	district: { id: string; slug: string; name: string } | null
	focusTheme: { id: string; slug: string; title: string } | null
	state: InitiativeState
	stateReason: string | null
	stateSince: string
	nextAnswerBy: string | null
	/** Days since the promised answer should have come; 0 while it is in time. */
	daysOverdue: number
	/** In their order; a broken promise stays in the list. */
	commitments: CommitmentView[]
	fieldsOfAction: { id: string; title: string }[]
}

/**
 * All initiatives, those at work first, then by title. `today` is an ISO date in the municipality's time zone.
 * `focusThemeId` and `slug` narrow the list.
 */
export async function findInitiatives(
	db: MunicipalityDatabase,
	{ today, focusThemeId, slug }: { today: string; focusThemeId?: string; slug?: string },
): Promise<InitiativeInList[]> {
	const found = await db
		.select({
			id: initiatives.id,
			slug: initiatives.slug,
			kind: initiatives.kind,
			title: initiatives.title,
			teaser: initiatives.teaser,
			goal: initiatives.goal,
			firstStep: initiatives.firstStep,
			owner: { id: actors.id, name: actors.name },
			level: initiatives.level,
			district: { id: districts.id, slug: districts.slug, name: districts.name },
			focusTheme: { id: focusThemes.id, slug: focusThemes.slug, title: focusThemes.title },
			state: initiatives.state,
			stateReason: initiatives.stateReason,
			stateSince: initiatives.stateSince,
			nextAnswerBy: initiatives.nextAnswerBy,
		})
		.from(initiatives)
		.leftJoin(actors, eq(actors.id, initiatives.ownerId))
		.leftJoin(districts, eq(districts.id, initiatives.districtId))
		.leftJoin(focusThemes, eq(focusThemes.id, initiatives.focusThemeId))
		.where(slug ? eq(initiatives.slug, slug) : focusThemeId ? eq(initiatives.focusThemeId, focusThemeId) : undefined)
		.orderBy(
			sql`array_position(array['running', 'planned', 'checked', 'idea', 'done', 'resting', 'refused'], ${initiatives.state})`,
			asc(initiatives.title),
		)
	const ids = found.map(({ id }) => id)
	const promised = await findCommitments(db, ids, today)
	const fields = await findFields(db, ids)
	return found.map((initiative) => ({
		...initiative,
		daysOverdue: initiativeDaysOverdue(initiative, today),
		commitments: promised.get(initiative.id) ?? [],
		fieldsOfAction: fields.filter((row) => row.initiativeId === initiative.id).map(({ id, title }) => ({ id, title })),
	}))
}

async function findCommitments(db: MunicipalityDatabase, ids: string[], today: string) {
	if (ids.length === 0) return new Map<string, CommitmentView[]>()
	const rows = await db
		.select({
			initiativeId: commitments.initiativeId,
			id: commitments.id,
			what: commitments.what,
			actor: { id: actors.id, name: actors.name },
			until: commitments.until,
			hours: commitments.hours,
			state: commitments.state,
			closingNote: commitments.closingNote,
			closedOn: commitments.closedOn,
		})
		.from(commitments)
		.leftJoin(actors, eq(actors.id, commitments.actorId))
		.where(inArray(commitments.initiativeId, ids))
		.orderBy(asc(commitments.position), sql`${commitments.until} nulls last`)
	const grouped = new Map<string, CommitmentView[]>(ids.map((id) => [id, []]))
	for (const { initiativeId, ...row } of rows)
		grouped.get(initiativeId)?.push({ ...row, standing: commitmentStanding(row, today) })
	return grouped
}

async function findFields(db: MunicipalityDatabase, ids: string[]) {
	if (ids.length === 0) return []
	return db
		.select({ initiativeId: initiativeFields.initiativeId, id: fieldsOfAction.id, title: fieldsOfAction.title })
		.from(initiativeFields)
		.innerJoin(fieldsOfAction, eq(fieldsOfAction.id, initiativeFields.fieldOfActionId))
		.where(inArray(initiativeFields.initiativeId, ids))
		.orderBy(asc(fieldsOfAction.position))
}
