/**
 * Who sits at the desk of which transcript, and news for them. Kept in this process's memory; what others write, also
 * from other processes, is found by one small question to the database for all open desks of a town, while any is open.
 */
import { sql } from 'drizzle-orm'
import { inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { logBug } from '#platform/log.ts'

export type Sitting = {
	municipalityId: MunicipalityId
	transcriptId: string
	accountId: string
	name: string
	/** Somebody came or left: the others, by name. */
	onPeople: (names: string[]) => void
	/** A coding was made, changed or taken back. */
	onChange: () => void
}

const LOOK_EVERY_MS = 1_500
/** A window that comes back within this time never left. */
const LEAVING_MS = 4_000

/** With when the transcript was last written to, as far as this one was told; whoever just sat down was told nothing. */
const sittings = new Map<Sitting, string | undefined>()
let timer: ReturnType<typeof setTimeout> | undefined
let isLooking = false

/** Sits down; call what it returns when leaving. Holds no connection of the database. */
export function sitDown(database: Database, sitting: Sitting): () => void {
	sittings.set(sitting, undefined)
	tellPeople(sitting.transcriptId)
	plan(database, 0)
	return () => {
		setTimeout(() => {
			sittings.delete(sitting)
			tellPeople(sitting.transcriptId)
		}, LEAVING_MS).unref()
	}
}

/** Looks now instead of a moment later: somebody has just written. */
export function lookNow(database: Database) {
	if (sittings.size > 0) plan(database, 0)
}

function plan(database: Database, wait = LOOK_EVERY_MS) {
	if (wait > 0 && timer) return
	clearTimeout(timer)
	timer = setTimeout(() => void lookRound(database), wait).unref()
}

async function lookRound(database: Database) {
	timer = undefined
	if (sittings.size === 0) return
	if (!isLooking) {
		isLooking = true
		await look(database).catch((error: unknown) => logBug('live-desks-failed', error))
		isLooking = false
	}
	plan(database)
}

async function look(database: Database) {
	for (const [municipalityId, own] of Map.groupBy(sittings.keys(), (sitting) => sitting.municipalityId)) {
		const ids = JSON.stringify([...new Set(own.map(({ transcriptId }) => transcriptId))])
		const { rows } = await inMunicipality(database, municipalityId, (db) =>
			db.execute<{ id: string; stamp: string }>(sql`
				select wanted.id, coalesce((
					select changed_at::text from coding where transcript_id = wanted.id::uuid order by changed_at desc limit 1
				), '') as stamp
				from jsonb_array_elements_text(${ids}::jsonb) as wanted(id)`),
		)
		for (const { id, stamp } of rows) {
			for (const one of at(id)) {
				if (sittings.get(one) === stamp) continue
				sittings.set(one, stamp)
				one.onChange()
			}
		}
	}
}

function tellPeople(transcriptId: string) {
	const here = at(transcriptId)
	const nameById = new Map(here.map(({ accountId, name }) => [accountId, name]))
	for (const { accountId, onPeople } of here) {
		const others = [...nameById].filter(([id]) => id !== accountId).map(([, name]) => name)
		onPeople(others.toSorted((one, other) => one.localeCompare(other, 'de')))
	}
}

function at(transcriptId: string): Sitting[] {
	return [...sittings.keys()].filter((sitting) => sitting.transcriptId === transcriptId)
}
