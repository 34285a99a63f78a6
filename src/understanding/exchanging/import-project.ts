/** Writes what a file of another program holds: conversations, themes, codings, memos. Importing again adds nothing. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { insertMany } from '#platform/database/insert-many.ts'
import { inArray } from 'drizzle-orm'
import { recordConversations, type RecordedConversations } from '#listening/record-conversation.ts'
import { conversations } from '#listening/tables.ts'
import { coderByName } from '../coding/coder-of.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { codings, memos } from '../tables.ts'
import { findPlaces, type Places } from './find-places.ts'
import { importThemes } from './import-themes.ts'
import {
	LossReport,
	type Loss,
	type PlannedCoder,
	type PlannedMemo,
	type ProjectPlan,
	type SourceReading,
} from './project-plan.ts'

export type ImportedProject = Pick<
	RecordedConversations,
	'added' | 'unchanged' | 'conversations' | 'voices' | 'turns' | 'speakers' | 'themes'
> & { codings: number; memos: number; losses: Loss[]; readings: SourceReading[] }

export type ImportProject = {
	plan: ProjectPlan
	/** Null for a codebook alone. */
	roundId: string | null
	at: Date
	progress?: (done: number, of: number) => void
}

/** The coder of what a file says nobody coded; the one of categories that come with a table. */
const IMPORT: PlannedCoder = { kind: 'import', name: 'Import' }

/** @throws {Problem} as `recordConversations`, `createTheme`, `recordCodings` */
export async function importProject(
	db: MunicipalityDatabase,
	{ plan, roundId, at, progress }: ImportProject,
): Promise<ImportedProject> {
	const losses = new LossReport()
	const themes = await importThemes(db, plan.themes, at)
	losses.add('codes-joined', themes.joined)
	const known = await knownConversations(db, plan)
	const fresh = plan.conversations.filter(({ id }) => !known.has(id))
	const recorded = roundId
		? await recordConversations(db, { roundId, conversations: fresh, at, ...(progress && { progress }) })
		: undefined
	const places = await findPlaces(db, plan.conversations, known)
	const coders = await coderIds(db, plan)
	const coded = await writeCodings(db, { plan, themeIds: themes.ids, coders, places, losses, at })
	const written = await writeMemos(db, { plan, themeIds: themes.ids, coders, places, roundId, coded: coded.ids, at })
	return {
		added: (recorded?.added ?? 0) + themes.added + coded.added + written,
		unchanged: (recorded?.unchanged ?? 0) + known.size,
		conversations: recorded?.conversations ?? 0,
		voices: recorded?.voices ?? 0,
		turns: recorded?.turns ?? 0,
		speakers: recorded?.speakers ?? 0,
		themes: themes.added,
		codings: coded.added,
		memos: written,
		losses: [...plan.losses, ...losses.list()],
		readings: plan.readings,
	}
}

/** Ids of the file that this municipality holds already, in whatever round. */
async function knownConversations(db: MunicipalityDatabase, { conversations: planned }: ProjectPlan) {
	const found = await inBatches(
		planned.map(({ id }) => id),
		(ids) => db.select({ id: conversations.id }).from(conversations).where(inArray(conversations.id, ids)),
	)
	return new Set(found.map(({ id }) => id))
}

async function coderIds(db: MunicipalityDatabase, { codings: coded, memos: noted }: ProjectPlan) {
	const ids = new Map<string, string>()
	for (const { coder } of [...coded, ...noted]) {
		const { kind, name, id } = coder ?? IMPORT
		const key = `${kind}/${name}`
		if (!ids.has(key)) ids.set(key, await coderByName(db, { kind, name, id }))
	}
	return (coder: PlannedCoder | null) => ids.get(`${(coder ?? IMPORT).kind}/${(coder ?? IMPORT).name}`)!
}

type Writing = {
	plan: ProjectPlan
	themeIds: ReadonlyMap<string, string>
	coders: (coder: PlannedCoder | null) => string
	places: Places
	at: Date
}

/** @returns under which id each coding of the plan stands here; those that stand nowhere are missing */
async function writeCodings(
	db: MunicipalityDatabase,
	{ plan, themeIds, coders, places, losses, at }: Writing & { losses: LossReport },
) {
	const ids = new Map<string, string>()
	const standing = await inBatches(
		plan.codings.map(({ id }) => id),
		(wanted) => db.select(PLACE).from(codings).where(inArray(codings.id, wanted)),
	)
	const here = new Map(standing.map((coding) => [coding.id, coding]))
	for (const id of here.keys()) ids.set(id, id)
	const fresh = plan.codings.flatMap(({ conversationId, coder, themeId, at: codedAt, ...coding }) => {
		const place = places.findPassage(conversationId, coding)
		const known = here.get(coding.id)
		if ('lost' in place) {
			if (!known) losses.add(place.lost)
			return []
		}
		const wanted = { ...place, themeId: themeIds.get(themeId) ?? themeId, coderId: coders(coder) }
		if (known) {
			if (!standsAt(known, wanted)) losses.add('codings-changed-here')
			return []
		}
		return [{ ...coding, ...wanted, ...(codedAt && { codedAt }) }]
	})
	const recorded = await recordCodings(db, { codings: fresh, at })
	for (const [n, { id }] of fresh.entries()) ids.set(id, recorded.ids[n]!)
	return { ids, added: recorded.added.length }
}

const PLACE = {
	id: codings.id,
	start: codings.start,
	end: codings.end,
	themeId: codings.themeId,
	removedAt: codings.removedAt,
}

type Standing = { start: number; end: number; themeId: string }

function standsAt(known: Standing & { removedAt: Date | null }, wanted: Standing): boolean {
	const isSame = known.start === wanted.start && known.end === wanted.end && known.themeId === wanted.themeId
	return isSame && known.removedAt === null
}

const NOTHING = { codingId: null, themeId: null, voiceId: null, conversationId: null, roundId: null }

async function writeMemos(
	db: MunicipalityDatabase,
	{
		plan,
		themeIds,
		coders,
		places,
		roundId,
		coded,
		at,
	}: Writing & { roundId: string | null; coded: ReadonlyMap<string, string> },
): Promise<number> {
	const standing = await inBatches(
		plan.memos.map(({ id }) => id),
		(wanted) => db.select({ id: memos.id }).from(memos).where(inArray(memos.id, wanted)),
	)
	const known = new Set(standing.map(({ id }) => id))
	const conversationOf = new Map(plan.codings.map(({ id, conversationId }) => [id, conversationId]))
	const target = (on: PlannedMemo['on']) => {
		if ('round' in on) return roundId ? { roundId } : undefined
		if ('themeId' in on) return { themeId: themeIds.get(on.themeId) ?? on.themeId }
		if ('codingId' in on) {
			const codingId = coded.get(on.codingId)
			return codingId ? { codingId } : { conversationId: conversationOf.get(on.codingId)! }
		}
		const voiceId = on.place === undefined ? undefined : places.voiceAt(on.conversationId, on.place)
		return voiceId ? { voiceId } : { conversationId: on.conversationId }
	}
	const rows = plan.memos.flatMap(({ id, text, coder, at: notedAt, on }) => {
		const noted = known.has(id) ? undefined : target(on)
		return noted ? [{ ...NOTHING, ...noted, id, text, coderId: coders(coder), createdAt: notedAt ?? at }] : []
	})
	for (let from = 0; from < rows.length; from += 1000) await insertMany(db, memos, rows.slice(from, from + 1000))
	return rows.length
}

async function inBatches<Row>(ids: readonly string[], find: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
	const rows: Row[] = []
	for (let from = 0; from < ids.length; from += 5000) rows.push(...(await find(ids.slice(from, from + 5000))))
	return rows
}
