/** Where the conversations of a file stand here: their newest words, and whose turns may be coded. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { codePointLength, positionsIn, sliceCodePoints, type Range } from '#listening/code-points.ts'
import type { PreparedConversation } from '#listening/prepared-conversation.ts'
import { allowsBy } from '#listening/speaker-allows.ts'
import type { LossCode } from './project-plan.ts'

export type Places = {
	findPassage: (conversationId: string, range: Range) => (Range & { transcriptId: string }) | { lost: LossCode }
	voiceAt: (conversationId: string, place: number) => string | undefined
}

type Turn = Range & { voiceId: string }
type Transcript = { id: string; turns: Turn[]; /** Only where it may differ from the file's. */ text?: string }

/** `known` are the conversations that were here before: their words may have changed since. */
export async function findPlaces(
	db: MunicipalityDatabase,
	planned: readonly (PreparedConversation & { id: string })[],
	known: ReadonlySet<string>,
): Promise<Places> {
	const transcripts = await findTranscripts(
		db,
		planned.map(({ id }) => id),
		known,
	)
	const given = new Map(planned.map(({ id, text }) => [id, text]))
	const moveFor = new Map<string, (range: Range) => Range | undefined>()
	const moverOf = (conversationId: string, text: string | undefined) => {
		const mover = moveFor.get(conversationId) ?? moverBetween(given.get(conversationId)!, text)
		moveFor.set(conversationId, mover)
		return mover
	}
	return {
		findPassage: (conversationId, range) => {
			const transcript = transcripts.get(conversationId)
			if (!transcript) return { lost: 'codings-without-place' }
			const { start, end } = moverOf(conversationId, transcript.text)(range) ?? {}
			if (start === undefined || end === undefined) return { lost: 'codings-text-changed' }
			const turn = turnAt(transcript.turns, start)
			return turn && end <= turn.end ? { transcriptId: transcript.id, start, end } : { lost: 'codings-of-others' }
		},
		voiceAt: (conversationId, place) => {
			const transcript = transcripts.get(conversationId)
			const isSame = transcript && (transcript.text === undefined || transcript.text === given.get(conversationId))
			return isSame ? turnAt(transcript.turns, place)?.voiceId : undefined
		},
	}
}

/** Where words are that stood in the file: at their place when nothing changed, else where they stand once. */
function moverBetween(before: string, now: string | undefined): (range: Range) => Range | undefined {
	if (now === undefined || now === before) return (range) => range
	const positions = positionsIn(now)
	return ({ start, end }) => {
		const words = sliceCodePoints(before, start, end)
		const at = now.indexOf(words)
		if (at < 0 || now.indexOf(words, at + 1) >= 0) return undefined
		const from = positions.toCodePoint(at)
		return { start: from, end: from + codePointLength(words) }
	}
}

function turnAt(turns: readonly Turn[], place: number): Turn | undefined {
	let low = 0
	let high = turns.length
	while (low < high) {
		const middle = (low + high) >> 1
		if (turns[middle]!.end <= place) low = middle + 1
		else high = middle
	}
	const turn = turns[low]
	return turn && turn.start <= place ? turn : undefined
}

/** Newest versions with the turns of everybody who agreed to be analysed. */
async function findTranscripts(db: MunicipalityDatabase, ids: string[], known: ReadonlySet<string>) {
	const found = new Map<string, Transcript>()
	if (ids.length === 0) return found
	const { rows } = await db.execute<{ id: string; conversationId: string; text: string | null }>(sql`
		select distinct on (transcript.conversation_id) transcript.id, transcript.conversation_id as "conversationId",
			case when ${listed([...known], sql`transcript.conversation_id`)} then transcript.text end as text
		from transcript where ${listed(ids, sql`transcript.conversation_id`)}
		order by transcript.conversation_id, transcript.version desc`)
	for (const { id, conversationId, text } of rows)
		found.set(conversationId, { id, turns: [], ...(text !== null && { text }) })
	const byId = new Map([...found.values()].map((transcript) => [transcript.id, transcript]))
	const { rows: turns } = await db.execute<Turn & { transcriptId: string }>(sql`
		select turn.transcript_id as "transcriptId", turn.start, turn."end", turn.voice_id as "voiceId" from turn
		where turn.voice_id is not null and ${listed([...byId.keys()], sql`turn.transcript_id`)}
			and ${allowsBy(sql`turn.speaker_id`, 'analyse')}
		order by turn.transcript_id, turn.start`)
	for (const { transcriptId, ...turn } of turns) byId.get(transcriptId)!.turns.push(turn)
	return found
}

function listed(ids: readonly string[], column: ReturnType<typeof sql>) {
	return sql`${column} in (select id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as given (id))`
}
