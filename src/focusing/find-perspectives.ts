/** The same material read from different offices. */
import { asc, eq, inArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codings } from '#understanding/tables.ts'
import { CITED_IDS } from './find-cited-codings.ts'
import { focusThemes, perspectivePoints, perspectives, pointEvidence } from './tables.ts'

export type PerspectivePoint = {
	title: string
	text: string
	/** The dossier where this is treated in full, if one is. */
	focusTheme: { id: string; slug: string; title: string } | null
	/** Passages the point rests on; a passage taken back is not among them. */
	codingIds: string[]
}

export type Perspective = {
	id: string
	roundId: string
	slug: string
	title: string
	introduction: string
	closing: string
	position: number
	points: PerspectivePoint[]
}

/** In their order; of every round unless one is named. */
export async function findPerspectives(db: MunicipalityDatabase, roundId?: string): Promise<Perspective[]> {
	const found = await db
		.select({
			id: perspectives.id,
			roundId: perspectives.roundId,
			slug: perspectives.slug,
			title: perspectives.title,
			introduction: perspectives.introduction,
			closing: perspectives.closing,
			position: perspectives.position,
		})
		.from(perspectives)
		.where(roundId ? eq(perspectives.roundId, roundId) : undefined)
		.orderBy(asc(perspectives.position), asc(perspectives.title))
	const points = await findPoints(
		db,
		found.map(({ id }) => id),
	)
	return found.map((perspective) => ({ ...perspective, points: points.get(perspective.id) ?? [] }))
}

/** @throws {Problem} `perspective-unknown` */
export async function findPerspective(db: MunicipalityDatabase, slug: string): Promise<Perspective> {
	const perspective = (await findPerspectives(db)).find((one) => one.slug === slug)
	if (!perspective) throw new Problem('not-found', 'perspective-unknown', { slug })
	return perspective
}

async function findPoints(db: MunicipalityDatabase, ids: string[]): Promise<Map<string, PerspectivePoint[]>> {
	if (ids.length === 0) return new Map()
	const rows = await db
		.select({
			perspectiveId: perspectivePoints.perspectiveId,
			title: perspectivePoints.title,
			text: perspectivePoints.text,
			focusTheme: { id: focusThemes.id, slug: focusThemes.slug, title: focusThemes.title },
			codingIds: CITED_IDS,
		})
		.from(perspectivePoints)
		.leftJoin(focusThemes, eq(focusThemes.id, perspectivePoints.focusThemeId))
		.leftJoin(pointEvidence, eq(pointEvidence.perspectivePointId, perspectivePoints.id))
		.leftJoin(codings, eq(codings.id, pointEvidence.codingId))
		.where(inArray(perspectivePoints.perspectiveId, ids))
		.groupBy(perspectivePoints.municipalityId, perspectivePoints.id, focusThemes.municipalityId, focusThemes.id)
		.orderBy(asc(perspectivePoints.position))
	const points = new Map<string, PerspectivePoint[]>(ids.map((id) => [id, []]))
	for (const { perspectiveId, ...point } of rows) points.get(perspectiveId)?.push(point)
	return points
}
