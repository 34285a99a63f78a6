import { eq, inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { freeSlug, slugOf } from '#people/slugs.rules.ts'
import { requireCodings } from './find-cited-codings.ts'
import { requireRound } from './open-focus-theme.ts'
import { focusThemes, perspectivePoints, perspectives, pointEvidence } from './tables.ts'

export type WrittenPoint = { title: string; text: string; focusThemeId: string | null; codingIds: string[] }

export type WritePerspective = {
	/** Left out: a new one, at the end of the list. */
	perspectiveId?: string
	roundId: string
	/** Whose eyes: "Mit dem Blick einer Stadträtin". */
	title: string
	slug?: string
	introduction: string
	closing: string
	/** In order; one without title and text is left out. */
	points: WrittenPoint[]
}

/**
 * Writes a perspective as a whole: introduction, starting points with what they rest on, closing.
 *
 * @throws {Problem} `perspective-title-missing`, `perspective-unknown`, `focus-round-unknown`, `point-title-missing`,
 * `focus-theme-unknown`, `citation-unknown`
 */
export async function writePerspective(
	db: MunicipalityDatabase,
	{ perspectiveId, roundId, title, slug, introduction, closing, points }: WritePerspective,
): Promise<{ id: string; slug: string }> {
	if (title.trim() === '') throw new Problem('invalid', 'perspective-title-missing')
	const wanted = points.filter((point) => point.title.trim() !== '' || point.text.trim() !== '')
	if (wanted.some((point) => point.title.trim() === '')) throw new Problem('invalid', 'point-title-missing')
	await requireRound(db, roundId)
	await requireFocusThemes(db, wanted)
	await requireCodings(
		db,
		wanted.flatMap(({ codingIds }) => codingIds),
	)
	const said = { title: title.trim(), introduction: introduction.trim(), closing: closing.trim() }
	const written = perspectiveId ? await change(db, perspectiveId, said) : await add(db, { roundId, slug, ...said })
	await replacePoints(db, written.id, wanted)
	return written
}

type Said = { title: string; introduction: string; closing: string }

async function change(db: MunicipalityDatabase, id: string, said: Said) {
	const [written] = isUuid(id)
		? await db
				.update(perspectives)
				.set(said)
				.where(eq(perspectives.id, id))
				.returning({ id: perspectives.id, slug: perspectives.slug })
		: []
	if (!written) throw new Problem('not-found', 'perspective-unknown')
	return written
}

async function add(db: MunicipalityDatabase, { slug, ...said }: Said & { roundId: string; slug?: string | undefined }) {
	const others = await db.select({ slug: perspectives.slug, position: perspectives.position }).from(perspectives)
	const [written] = await db
		.insert(perspectives)
		.values({
			...said,
			slug: freeSlug(
				slug || slugOf(said.title) || 'blickwinkel',
				others.map((other) => other.slug),
			),
			position: Math.max(-1, ...others.map(({ position }) => position)) + 1,
		})
		.returning({ id: perspectives.id, slug: perspectives.slug })
	return written!
}

async function replacePoints(db: MunicipalityDatabase, perspectiveId: string, points: WrittenPoint[]) {
	await db.delete(perspectivePoints).where(eq(perspectivePoints.perspectiveId, perspectiveId))
	if (points.length === 0) return
	const written = await db
		.insert(perspectivePoints)
		.values(
			points.map(({ title, text, focusThemeId }, position) => ({
				perspectiveId,
				position,
				title: title.trim(),
				text: text.trim(),
				focusThemeId,
			})),
		)
		.returning({ id: perspectivePoints.id, position: perspectivePoints.position })
	const idAt = new Map(written.map(({ position, id }) => [position, id]))
	const evidence = points.flatMap(({ codingIds }, position) =>
		[...new Set(codingIds)].map((codingId) => ({ perspectivePointId: idAt.get(position)!, codingId })),
	)
	if (evidence.length > 0) await db.insert(pointEvidence).values(evidence)
}

/** @throws {Problem} `focus-theme-unknown` */
async function requireFocusThemes(db: MunicipalityDatabase, points: WrittenPoint[]) {
	const wanted = [...new Set(points.flatMap(({ focusThemeId }) => focusThemeId ?? []))]
	if (wanted.length === 0) return
	const found = wanted.every(isUuid)
		? await db.select({ id: focusThemes.id }).from(focusThemes).where(inArray(focusThemes.id, wanted))
		: []
	if (found.length !== wanted.length) throw new Problem('not-found', 'focus-theme-unknown')
}
