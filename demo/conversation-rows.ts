/** Conversations, what was said in them, and how it was coded, as package rows. */
import { createHash } from 'node:crypto'
import { codePointLength, sliceCodePoints } from '#listening/code-points.ts'
import { splitTurns, type FoundTurn } from '#listening/turns.rules.ts'
import type { PackageRow, PackageTableName } from '#publishing/package/package-tables.ts'
import type { z } from 'zod'
import type { Codings, DemoConversation } from './demo-files.ts'
import { stableId } from './stable-id.ts'

export type Rows = { [Name in PackageTableName]?: PackageRow<Name>[] }

/** Ids of the rows others cite by their slugs. */
export const idOf = (kind: string, slug: string) => stableId('birkenrode', kind, slug)

export type CodedConversation = { rows: Rows; codings: PackageRow<'codings'>[] }

/** Code points of the text before and after a passage that find it again in a newer version. */
const CONTEXT = 32

export function conversationRows(
	{ slug, speakers, body, bytes, ...head }: DemoConversation,
	coded: z.infer<typeof Codings>,
	roundSlug: string,
): CodedConversation {
	const conversationId = idOf('conversation', slug)
	const transcriptId = idOf('transcript', slug)
	const { text, turns } = splitTurns(body)
	const fileId = idOf('file', slug)
	const voiceIds = voiceIdsOf(slug, turns, speakers)
	const spoken = turns.flatMap((turn, at) => (voiceIds[at] ? [{ ...turn, voiceId: voiceIds[at] }] : []))
	const rows: Rows = {
		files: [{ id: fileId, name: head.fileName, mediaType: 'text/plain', byteLength: bytes.length, sha256: sha256(bytes), bytes }],
		conversations: [
			{
				id: conversationId,
				roundId: idOf('round', roundSlug),
				slug,
				title: head.title,
				format: head.format,
				heldOn: head.date,
				districtId: head.district ? idOf('district', head.district) : null,
				place: head.place,
				moderators: head.moderators,
				state: 'released',
				originKey: sha256(bytes),
			},
		],
		...speakerRows(slug, conversationId, speakers, head.date, head.format === 'written'),
		sources: [{ id: idOf('source', slug), conversationId, fileId, report: { reader: 'demo', warnings: [] } }],
		transcripts: [{ id: transcriptId, conversationId, text, length: codePointLength(text) }],
		voices: spoken.map((turn, position) => ({
			id: turn.voiceId,
			conversationId,
			speakerId: idOf('speaker', `${slug}/${turn.speaker}`),
			position,
			text: sliceCodePoints(text, turn.start, turn.end),
		})),
		turns: turns.map((turn, position) => ({
			id: idOf('turn', `${slug}/${position}`),
			transcriptId,
			speakerId: idOf('speaker', `${slug}/${turn.speaker}`),
			voiceId: voiceIds[position],
			position,
			start: turn.start,
			end: turn.end,
		})),
	}
	const codings = coded.map((coding, at) => codingRow(slug, at, coding, transcriptId, text, spoken))
	return { rows: { ...rows, codings: codings.map(({ row }) => row), memos: codings.flatMap(({ memo }) => memo) }, codings: codings.map(({ row }) => row) }
}

function voiceIdsOf(slug: string, turns: FoundTurn[], speakers: DemoConversation['speakers']) {
	return turns.map((turn, at) => {
		const speaker = speakers[turn.speaker]
		if (!speaker) throw new Error(`${slug}: turn ${at} is by ${turn.speaker}, who is not among the speakers`)
		return 'moderator' in speaker ? null : idOf('voice', `${slug}/${at}`)
	})
}

function speakerRows(slug: string, conversationId: string, speakers: DemoConversation['speakers'], heldOn: string, isWritten: boolean): Rows {
	const entries = Object.entries(speakers)
	return {
		speakers: entries.map(([code, speaker]) => ({
			id: idOf('speaker', `${slug}/${code}`),
			conversationId,
			code,
			pseudonym: speaker.name ?? null,
			isModerator: 'moderator' in speaker,
			...('moderator' in speaker
				? {}
				: {
						sectorId: idOf('sector', speaker.sector),
						roleId: idOf('role', speaker.role),
						districtId: idOf('district', speaker.district),
						ageBand: speaker.age,
					}),
		})),
		consents: entries.flatMap(([code, speaker]) =>
			('moderator' in speaker ? [] : speaker.consents).map((channel) => ({
				id: idOf('consent', `${slug}/${code}/${channel}`),
				speakerId: idOf('speaker', `${slug}/${code}`),
				channel,
				given: isWritten ? ('by-voice' as const) : ('on-paper' as const),
				consentTextId: idOf('consent-text', channel),
				givenOn: heldOn,
			})),
		),
	}
}

type Spoken = FoundTurn & { voiceId: string }

function codingRow(slug: string, at: number, coding: z.infer<typeof Codings>[number], transcriptId: string, text: string, spoken: Spoken[]) {
	const { start, end } = findPassage(slug, coding, text)
	const turn = spoken.find((candidate) => candidate.start <= start && end <= candidate.end)
	if (!turn) throw new Error(`${slug}: coding ${at} crosses the border of a voice: ${coding.passage.slice(0, 60)}`)
	const id = idOf('coding', `${slug}/${at}`)
	const coderId = idOf('coder', coding.coder)
	const row: PackageRow<'codings'> = {
		id,
		transcriptId,
		voiceId: turn.voiceId,
		themeId: idOf('theme', coding.theme),
		coderId,
		start,
		end,
		quote: coding.passage,
		prefix: sliceCodePoints(text, Math.max(0, start - CONTEXT), start),
		suffix: sliceCodePoints(text, end, end + CONTEXT),
		stance: coding.stance,
		intensity: coding.intensity,
		isGoodQuote: coding['good-quote'],
	}
	return { row, memo: coding.memo ? [{ id: idOf('memo', `${slug}/${at}`), codingId: id, coderId, text: coding.memo }] : [] }
}

function findPassage(slug: string, { passage, occurrence }: { passage: string; occurrence: number }, text: string) {
	let unit = -1
	for (let found = 0; found < occurrence; found++) {
		unit = text.indexOf(passage, unit + 1)
		if (unit < 0) throw new Error(`${slug}: passage not found: ${passage.slice(0, 60)}`)
	}
	const start = codePointLength(text.slice(0, unit))
	return { start, end: start + codePointLength(passage) }
}

function sha256(bytes: Uint8Array) {
	return createHash('sha256').update(bytes).digest('hex')
}
