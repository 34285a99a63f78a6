/** One text of a project: who speaks, and which codings and notes lie in whose words. */
import type { Range } from '#listening/code-points.ts'
import { originKeyOf, type PreparedConversation } from '#listening/prepared-conversation.ts'
import { describeSpeakers } from '#listening/readers/describe-found.ts'
import type { ReadOptions } from '#listening/readers/read-options.ts'
import type { SpeakerMap } from '#listening/readers/speaker-map.ts'
import { guidOf, idOf } from './guids.ts'
import { placePassages, timesOf, type Passage } from './place-passages.ts'
import { converter, type RawText, type Reading } from './positions.rules.ts'
import type { QdaArea, QdaCoding, QdaSource, QdaText } from './qda-project.ts'
import type { ProjectContext } from './project-context.ts'
import type { PlannedCoding, PlannedMemo } from './project-plan.ts'
import { layOutSource, partsOf, type CaseRange, type LaidOut } from './speakers-of-source.rules.ts'
import type { Meaning } from './variables.rules.ts'

/** A text of a source with its words. A recording with two transcripts becomes two conversations. */
export type WordedSource = {
	source: QdaSource
	text: QdaText
	/** Marked on the page or recording that the text belongs to. */
	areas: readonly QdaArea[]
	raw: RawText
	bytes: Uint8Array
	id: string
	title: string
}

export type PlannedSource = {
	conversation: PreparedConversation & { id: string }
	codings: PlannedCoding[]
	memos: PlannedMemo[]
	passages: number
}

export function planSource(
	worded: WordedSource,
	counting: Reading['counting'],
	context: ProjectContext,
): PlannedSource {
	const { source, text, areas, raw, id } = worded
	const { losses } = context
	const passages = placePassages(raw, { text, areas, counting }, losses)
	const annotations = context
		.annotationsOf(worded)
		.flatMap((note) =>
			note.selections.map((selection) => ({ note, place: converter(raw, counting).toRange(selection).start })),
		)
	const cases = passages.flatMap((passage) => caseRangesOf(passage, context))
	const needed = passages.flatMap(({ place, codings }) =>
		place && codings.some(({ code }) => context.themeIds.has(code)) ? [place] : [],
	)
	const laid = layOutSource(raw.text, { cases, needed, isOurs: context.isOurs })
	noteLayout(laid, worded, context)

	const codings = passages.flatMap((passage) => codingsOf(passage, laid, id, context))
	const whole = wholeCodings(source, laid, id, context)
	return {
		conversation: conversationOf(worded, laid, timesOf(text, converter(raw, counting).toRange), context),
		codings: [...codings, ...whole.codings],
		memos: [
			...memosOfPassages(passages, codings, laid, id, context),
			...annotations.flatMap(({ note, place }) =>
				context.memoOf(note.guid, { conversationId: id, place: laid.moved({ start: place, end: place }).start }),
			),
			...memosOfSource(worded, context),
			...whole.memos,
		],
		passages: passages.length,
	}
}

/** A passage belongs to a case when the case names it, or when it is coded with the case. */
function caseRangesOf({ guid, place, codings }: Passage, context: ProjectContext): CaseRange[] {
	if (!place) return []
	const owners = new Set([
		...context.casesOfSelection(guid),
		...codings.flatMap(({ code }) => context.caseByGuid.get(code) ?? []),
	])
	return [...owners].map((owner) => ({
		...place,
		guid: owner.guid,
		name: owner.name,
		isModerator: context.meaningOfCase(owner).moderator ?? false,
	}))
}

function noteLayout(laid: LaidOut, { text, source }: WordedSource, { losses }: ProjectContext) {
	losses.add('page-lines', laid.pageLinesLeftOut)
	losses.add('rich-text', text.richPath ? 1 : 0)
	losses.add('media', source.kind === 'text' ? 0 : 1)
}

function codingsOf(passage: Passage, laid: LaidOut, conversationId: string, context: ProjectContext): PlannedCoding[] {
	const { losses, themeIds, caseByGuid } = context
	return passage.codings.flatMap((coding) => {
		if (caseByGuid.has(coding.code)) return []
		const themeId = themeIds.get(coding.code)
		if (!themeId) {
			losses.add('codings-without-code')
			return []
		}
		const moved = passage.place && laid.moved(passage.place)
		const parts = moved ? partsOf(laid, moved) : []
		if (parts.length === 0) losses.add('codings-without-place')
		if (parts.length > 1) losses.add('codings-across-turns')
		const first = idOf(coding.guid, conversationId, passage.guid, coding.code)
		return parts.map((part, at) => ({
			...part,
			...context.marksOf(coding.noteRefs),
			id: at === 0 ? first : guidOf(first, at),
			conversationId,
			themeId,
			...context.madeBy(coding, passage),
		}))
	})
}

/** A code of a source as a whole codes its only contribution; of several, nobody can say which: it is kept as a note. */
function wholeCodings({ codings, name }: QdaSource, laid: LaidOut, conversationId: string, context: ProjectContext) {
	const asks = new Set(laid.speakers.filter(({ isModerator }) => isModerator).map(({ code }) => code))
	const said = laid.turns.filter(({ speaker }) => !asks.has(speaker))
	const known = codings.filter(({ code }) => context.themeIds.has(code))
	const only: Range | undefined = said.length === 1 ? said[0] : undefined
	if (!only) context.losses.add('codings-of-source', known.length, name)
	return {
		codings: only
			? codingsOf(
					{ ...bare(codings), place: only, guid: conversationId },
					onlyTurn(laid, only),
					conversationId,
					context,
				)
			: [],
		memos: only ? [] : known.map((coding) => ({ ...wholeMemo(coding, conversationId, context) })),
	}
}

function bare(codings: QdaCoding[]) {
	return { codings, name: '', description: '', noteRefs: [], user: '', at: null }
}

function onlyTurn(laid: LaidOut, turn: Range): LaidOut {
	return { ...laid, moved: () => turn }
}

function wholeMemo(coding: QdaCoding, conversationId: string, context: ProjectContext): PlannedMemo {
	const id = guidOf('whole', conversationId, idOf(coding.guid, coding.code))
	return { id, text: context.themeLabel(coding.code), ...context.madeBy(coding), on: { conversationId } }
}

function memosOfPassages(
	passages: readonly Passage[],
	codings: readonly PlannedCoding[],
	laid: LaidOut,
	conversationId: string,
	context: ProjectContext,
): PlannedMemo[] {
	const known = new Set(codings.map(({ id }) => id))
	return passages.flatMap((passage) => {
		const ids = passage.codings.map((coding) => idOf(coding.guid, conversationId, passage.guid, coding.code))
		const carrier = ids.find((id) => known.has(id))
		const place = passage.place && laid.moved(passage.place).start
		const on = carrier ? { codingId: carrier } : { conversationId, ...(place !== null && { place }) }
		const own = passage.codings.flatMap(({ guid, noteRefs }, at) =>
			[...noteRefs, ...context.linkedTo(guid)].flatMap((note) =>
				context.memoOf(note, known.has(ids[at]!) ? { codingId: ids[at]! } : on),
			),
		)
		const described = context.describedMemo(passage.description, on, context.madeBy(passage))
		const linked = [...passage.noteRefs, ...context.linkedTo(passage.guid)].flatMap((note) => context.memoOf(note, on))
		return [...own, ...described, ...linked]
	})
}

function memosOfSource({ source, text, id }: WordedSource, context: ProjectContext): PlannedMemo[] {
	const on = { conversationId: id }
	const refs = [...source.noteRefs, ...text.noteRefs, ...context.linkedTo(source.guid)]
	return [
		...context.describedMemo(source.description, on, context.madeBy(source)),
		...[...new Set(refs)].filter((note) => !context.isAnnotation(note)).flatMap((note) => context.memoOf(note, on)),
	]
}

function conversationOf(
	{ source, raw, bytes, id, title }: WordedSource,
	laid: LaidOut,
	timeAt: (place: number) => number | undefined,
	context: ProjectContext,
): PreparedConversation & { id: string } {
	const { options } = context
	const own = context.meaningOfValues(source.values)
	const heldOn = options.heldOn ?? own.date ?? null
	const said = context.describe(laid.speakers, source, own)
	return {
		id,
		originKey: originKeyOf('qda', id),
		title,
		format: options.format ?? own.format ?? options.usualFormat ?? 'interview',
		heldOn,
		district: own.district ?? options.district ?? null,
		place: own.place ?? options.place ?? '',
		text: laid.text,
		turns: laid.turns.map((turn) => ({ ...turn, fromMs: turn.fromMs ?? timeAt(turn.start) })),
		speakers: describeSpeakers(laid.speakers, mapOf(laid, said, options), options.channels, heldOn),
		source: {
			name: `${title.slice(0, 150)}.txt`,
			mediaType: 'text/plain',
			bytes: bytes.byteLength > 0 ? bytes : new TextEncoder().encode(raw.text),
			report: { reader: 'qdpx', warnings: [] },
		},
	}
}

/** What the file's variables say of each speaker; what the team says in its own map wins. */
function mapOf(laid: LaidOut, said: ReadonlyMap<string, Meaning>, { speakerMap }: ReadOptions): SpeakerMap {
	return Object.fromEntries(
		laid.speakers.map(({ code, label, isModerator }) => {
			const { sector, role, district, age, pseudonym } = said.get(code) ?? {}
			const known = {
				moderator: isModerator,
				...(sector && { sector }),
				...(role && { role }),
				...(district && { district }),
				...(age && { age }),
				...(pseudonym && { name: pseudonym }),
			}
			return [code, { ...known, ...(speakerMap?.[code] ?? speakerMap?.[label]) }]
		}),
	)
}
