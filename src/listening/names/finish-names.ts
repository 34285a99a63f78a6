/** Goes through with what was decided: every replacement at once, the original under seal, the names checked. */
import { asc, desc, eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { sealBytes } from '#protecting/sealed-bytes.ts'
import { positionsIn } from '../code-points.ts'
import { rewriteTranscript } from '../rewrite-transcript.ts'
import { nameFindings, pseudonyms } from '../names.tables.ts'
import { conversations, sources, transcripts, voices } from '../tables.ts'
import { FINDING_COLUMNS, type Finding } from './decide-names.ts'
import { withoutEnding, withoutNames } from './number-names.rules.ts'
import { isBeginning, retitle } from './retitle.ts'
import { sealOriginal, type Seal } from './seal-original.ts'

export type FinishNames = {
	conversationId: string
	/** The version somebody read to the end. */
	transcriptId: string
	/** As typed; without one the old title loses the replaced names. */
	title?: string
	seal: Seal
	/** Account id. */
	by: string
	at: Date
}

/**
 * @returns the conversation's address: it changes when a name stood in it
 * @throws {Problem} `names-moved` when the text has changed meanwhile, `names-undecided` with their number
 */
export async function finishNames(
	db: MunicipalityDatabase,
	wanted: FinishNames,
): Promise<{ slug: string; replaced: number }> {
	const { conversationId, transcriptId, seal, by, at } = wanted
	const [newest] = await db
		.select({ id: transcripts.id, text: transcripts.text })
		.from(transcripts)
		.where(eq(transcripts.conversationId, conversationId))
		.orderBy(desc(transcripts.version))
		.limit(1)
		.for('update')
	if (newest?.id !== transcriptId) throw new Problem('conflict', 'names-moved')
	const found = await db
		.select(FINDING_COLUMNS)
		.from(nameFindings)
		.where(eq(nameFindings.transcriptId, transcriptId))
		.orderBy(asc(nameFindings.start))
	const undecided = found.filter(({ state }) => state === 'open').length
	if (undecided > 0) throw new Problem('conflict', 'names-undecided', { count: undecided })

	const replaced = inWords(
		newest.text,
		found.filter(({ state }) => state === 'replaced'),
	)
	const wasBeginning = await isBeginning(db, conversationId)
	if (replaced.length > 0 || (await cameFromOwnFile(db, conversationId)))
		await sealOriginal(db, { conversationId, seal, at })
	await rewriteTranscript(db, {
		conversationId,
		replacements: replaced.map(({ start, end, replacement: text }) => ({ start, end, text })),
		at,
	})
	await keepPseudonyms(db, conversationId, replaced, seal)
	await retitleVoices(db, conversationId, replaced)
	const slug = await retitle(db, { conversationId, title: wanted.title, wasBeginning, replaced })
	await db.update(conversations).set({ namesCheckedAt: at }).where(eq(conversations.id, conversationId))
	await appendAudit(db, { by, act: 'names-checked', subject: 'conversation', subjectId: conversationId, at })
	return { slug, replaced: replaced.length }
}

/** `words` as they stood in the text, case ending included. */
type ReplacedName = Finding & { words: string }

function inWords(text: string, found: readonly Finding[]): ReplacedName[] {
	const { toUnit } = positionsIn(text)
	return found.map((one) => ({ ...one, words: text.slice(toUnit(one.start), toUnit(one.end)) }))
}

/** A table of many voices holds no speaker labels; a file of one conversation may hold names that never got in. */
async function cameFromOwnFile(db: MunicipalityDatabase, conversationId: string): Promise<boolean> {
	const { rows } = await db.execute(sql`
		select from ${sources} as own where own.conversation_id = ${conversationId} and own.file_id is not null
			and not exists (select from ${sources} as other where other.file_id = own.file_id and other.id <> own.id)`)
	return rows.length > 0
}

async function keepPseudonyms(
	db: MunicipalityDatabase,
	conversationId: string,
	replaced: readonly ReplacedName[],
	{ secrets, municipalityId }: Seal,
) {
	const once = new Map(replaced.map((one) => [withoutEnding(one.replacement), one]))
	if (once.size === 0) return
	const rows = Array.from(once, ([replacement, { kind, name }]) => ({
		conversationId,
		kind,
		replacement,
		sealedName: sealBytes(secrets, municipalityId, 'name', new TextEncoder().encode(name)),
	}))
	await db.insert(pseudonyms).values(rows).onConflictDoNothing()
}

async function retitleVoices(db: MunicipalityDatabase, conversationId: string, replaced: readonly ReplacedName[]) {
	const titled = await db
		.select({ id: voices.id, title: voices.title })
		.from(voices)
		.where(eq(voices.conversationId, conversationId))
	const changed = titled
		.map(({ id, title }) => ({ id, title, words: withoutNames(title ?? '', replaced) }))
		.filter(({ title, words }) => title !== null && title !== words)
	if (changed.length === 0) return
	await db.execute(sql`
		update ${voices} set title = changed.words
		from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as changed(id uuid, words text)
		where ${voices.id} = changed.id`)
}
