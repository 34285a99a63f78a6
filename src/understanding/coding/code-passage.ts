import { and, eq, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { plannedOnce, rowsPlannedOnce } from '#platform/database/planned-once.ts'
import { Problem } from '#platform/problem.ts'
import { announceFlagged } from './announce-flagged.ts'
import { stateOf } from './deeds.rules.ts'
import { findPassages, type Place } from './find-passages.ts'
import { noteDeeds } from './note-deeds.ts'
import { codings, themes, type SpecialCategory, type Stance } from '../tables.ts'

export type CodePassage = Place & {
	/** Chosen by whoever asks, so that asking twice codes once. */
	id?: string
	themeId: string
	coderId: string
	stance?: Stance
	/** 1 mentioned, 2 emphasised, 3 strongly emphasised. */
	intensity?: number
	isGoodQuote?: boolean
	isSensitive?: boolean
	specialCategory?: SpecialCategory | null
	at: Date
}

export type Coding = Omit<typeof codings.$inferSelect, 'municipalityId'>

/**
 * Says of a passage what it is about.
 *
 * Asking again with the same id answers with the coding that is there, whether taken back meanwhile or not.
 *
 * @throws {Problem} those of `findPassages`; `theme-unknown`, `theme-archived`, `intensity-unknown`, `coding-exists`
 * when the same coder has already given exactly this passage this theme
 */
export async function codePassage(db: MunicipalityDatabase, { id, at, ...wanted }: CodePassage): Promise<Coding> {
	const { transcriptId, start, end, themeId, coderId, intensity = 1 } = wanted
	if (![1, 2, 3].includes(intensity)) throw new Problem('invalid', 'intensity-unknown')
	// Both questions travel together; what the second refuses counts only if the first lets it.
	const passages = findPassages(db, [{ transcriptId, start, end }])
	passages.catch(() => undefined)
	const standing = await findStanding(db, { id, transcriptId, start, end, themeId, coderId })
	if (standing.isKnown) return (await db.select().from(codings).where(eq(codings.id, id!)))[0]!
	requireOpen(standing)
	const [passage] = await passages
	if (standing.hasTwin) throw new Problem('conflict', 'coding-exists')

	const fresh = { id: id ?? crypto.randomUUID(), ...wanted, ...passage!, createdAt: at }
	const [coding] = await plannedOnce(db, db.insert(codings).values(fresh).returning()).catch(refuseGoneTranscript)
	await announceFlagged(db, coding!)
	const parts = [{ codingId: coding!.id, before: null, after: stateOf(coding!) }]
	await noteDeeds(db, { coderId, at, deeds: [{ transcriptId, deed: { parts } }] })
	return coding!
}

/** Names were replaced between reading the passage and writing the coding: the version it stands in is gone. */
function refuseGoneTranscript(error: unknown): never {
	const cause = error instanceof Error ? (error.cause as { constraint?: string } | undefined) : undefined
	if (cause?.constraint !== 'coding_cites_transcript_id') throw error
	throw new Problem('conflict', 'transcript-rewritten')
}

/** Codings, not taken back, of exactly these words with this theme by this coder: there is at most one. */
export function isLiveAt(at: Pick<Coding, 'transcriptId' | 'start' | 'end' | 'themeId' | 'coderId'>) {
	return and(
		eq(codings.transcriptId, at.transcriptId),
		eq(codings.start, at.start),
		eq(codings.end, at.end),
		eq(codings.themeId, at.themeId),
		eq(codings.coderId, at.coderId),
		isNull(codings.removedAt),
	)
}

type Standing = { isTheme: boolean; isArchived: boolean; isKnown: boolean; hasTwin: boolean }

/** All that has to be known beforehand, in one question; each part of it is found by an index. */
async function findStanding(
	db: MunicipalityDatabase,
	at: Parameters<typeof isLiveAt>[0] & { id?: string | undefined },
): Promise<Standing> {
	const theme = sql`from ${themes} where ${eq(themes.id, at.themeId)}`
	const [standing] = await rowsPlannedOnce<Standing>(
		db,
		sql`select exists (select ${theme}) as "isTheme",
			coalesce((select ${themes.archivedAt} is not null ${theme}), false) as "isArchived",
			exists (select from ${codings} where ${codings.id} = ${at.id ?? null}::uuid) as "isKnown",
			exists (select from ${codings} where ${isLiveAt(at)}) as "hasTwin"`,
	)
	return standing!
}

function requireOpen({ isTheme, isArchived }: Standing) {
	if (!isTheme) throw new Problem('not-found', 'theme-unknown')
	if (isArchived) throw new Problem('conflict', 'theme-archived')
}
