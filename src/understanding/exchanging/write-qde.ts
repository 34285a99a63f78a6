/** Writes the project file of REFI-QDA 1.5: strictly in its order, nothing empty, no path of anybody's machine. */
import { codePointLength, positionsIn } from '#listening/code-points.ts'
import { marksText } from './coding-marks.rules.ts'
import type {
	ExportedCoding,
	ExportedConversation,
	ExportedMemo,
	ExportedProject,
	ExportedSpeaker,
	ExportedTheme,
} from './exported-project.ts'
import { guidOf } from './guids.ts'
import { ORIGIN } from './qda-project.ts'
import { descriptionOf } from './theme-text.rules.ts'
import { escapedText, xml, xmlList } from './xml.rules.ts'

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

/** Variables of people, then of conversations; those nobody uses are left out. */
const OF_SPEAKERS = [
	['Bereich', (one: ExportedSpeaker) => one.sector],
	['Rolle', (one: ExportedSpeaker) => one.role],
	['Ortsteil', (one: ExportedSpeaker) => one.district],
	['Altersgruppe', (one: ExportedSpeaker) => one.ageBand],
	['Pseudonym', (one: ExportedSpeaker) => one.pseudonym],
	['Moderation', (one: ExportedSpeaker) => (one.isModerator ? 'true' : null)],
] as const
const OF_CONVERSATIONS = [
	['Format', (one: ExportedConversation) => one.format],
	['Datum', (one: ExportedConversation) => one.heldOn],
	['Ortsteil', (one: ExportedConversation) => one.district],
	['Treffpunkt', (one: ExportedConversation) => one.place || null],
] as const
const TYPES: Record<string, string> = { Moderation: 'Boolean', Datum: 'Date' }

export function writeQde(project: ExportedProject): string {
	const memos = memosByTarget(project.memos)
	const speakers = project.conversations.flatMap((conversation) =>
		conversation.speakers.map((one) => ({ one, conversation })),
	)
	const body = [
		xmlList(
			'Users',
			project.coders.map(({ id, name, kind }) =>
				xml('User', { guid: id, name, id: kind === 'human' ? undefined : kind }),
			),
		),
		codeBook(project.themes, memos),
		xmlList(
			'Variables',
			usedVariables(project).map((name) =>
				xml('Variable', { guid: variableGuid(name), name, typeOfVariable: TYPES[name] ?? 'Text' }),
			),
		),
		xmlList(
			'Cases',
			speakers.map(({ one, conversation }) => caseOf(one, conversation)),
		),
		xmlList(
			'Sources',
			project.conversations.map((conversation) => sourceOf(conversation, memos)),
		),
		xmlList('Notes', [...marksNotes(project), ...project.memos.map(noteOf)]),
		...project.memos.filter(({ roundId }) => roundId).map(refTo),
	]
	const attributes = { xmlns: 'urn:QDA-XML:project:1.0', name: project.name || ORIGIN, origin: `${ORIGIN} 1.0` }
	return DECLARATION + xml('Project', attributes, body)
}

export function writeQdc(themes: readonly ExportedTheme[]): string {
	const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: `${ORIGIN} 1.0` }
	return (
		DECLARATION +
		xml(
			'CodeBook',
			attributes,
			xmlList(
				'Codes',
				codesOf(themes, null, () => []),
			),
		)
	)
}

type Memos = (target: string) => readonly ExportedMemo[]

function memosByTarget(memos: readonly ExportedMemo[]): Memos {
	const byTarget = Map.groupBy(
		memos,
		({ codingId, themeId, voiceId, conversationId }) => codingId ?? themeId ?? voiceId ?? conversationId,
	)
	return (target) => byTarget.get(target) ?? []
}

function refTo({ id }: { id: string }): string {
	return xml('NoteRef', { targetGUID: id })
}

function codeBook(themes: readonly ExportedTheme[], memos: Memos): string {
	return themes.length === 0 ? '' : xml('CodeBook', {}, xmlList('Codes', codesOf(themes, null, memos)))
}

function codesOf(themes: readonly ExportedTheme[], parentId: string | null, memos: Memos): string[] {
	const known = new Set(themes.map(({ id }) => id))
	const byParent = Map.groupBy(themes, (theme) => (theme.parentId && known.has(theme.parentId) ? theme.parentId : null))
	const codesUnder = (parent: string | null): string[] =>
		(byParent.get(parent) ?? []).map((theme) =>
			xml(
				'Code',
				{ guid: theme.id, name: theme.label, isCodable: 'true', color: theme.colour },
				description(descriptionOf(theme)),
				memos(theme.id).map(refTo),
				codesUnder(theme.id),
			),
		)
	return codesUnder(parentId)
}

function description(text: string): string {
	return text === '' ? '' : xml('Description', {}, escapedText(text))
}

function variableGuid(name: string): string {
	return guidOf('variable', name)
}

function usedVariables({ conversations }: ExportedProject): string[] {
	const used = new Set<string>()
	for (const conversation of conversations) {
		for (const [name, valueOf] of OF_CONVERSATIONS) if (valueOf(conversation)) used.add(name)
		for (const speaker of conversation.speakers)
			for (const [name, valueOf] of OF_SPEAKERS) if (valueOf(speaker)) used.add(name)
	}
	return [...new Set([...OF_SPEAKERS, ...OF_CONVERSATIONS].map(([name]) => name as string))].filter((name) =>
		used.has(name),
	)
}

function valueOfVariable(name: string, value: string | null): string {
	if (!value) return ''
	const type = TYPES[name] ?? 'Text'
	return xml(
		'VariableValue',
		{},
		xml('VariableRef', { targetGUID: variableGuid(name) }),
		xml(`${type}Value`, {}, escapedText(value)),
	)
}

function caseOf(speaker: ExportedSpeaker, { id, turns }: ExportedConversation): string {
	const own = turns.filter(({ speakerId }) => speakerId === speaker.id)
	return xml(
		'Case',
		{ guid: speaker.id, name: speaker.code },
		OF_SPEAKERS.map(([name, valueOf]) => valueOfVariable(name, valueOf(speaker))),
		own.map((turn) => xml('SelectionRef', { targetGUID: turnGuid(id, turn) })),
	)
}

function turnGuid(conversationId: string, { start, end }: { start: number; end: number }): string {
	return guidOf('turn', conversationId, start, end)
}

function sourceOf(conversation: ExportedConversation, memos: Memos): string {
	const { id, title, text, turns, codings } = conversation
	const { toUnit } = positionsIn(text)
	const words = (start: number, end: number) => shortened(text.slice(toUnit(start), toUnit(end)))
	const span = (start: number, end: number) => ({ name: words(start, end), startPosition: start, endPosition: end })
	const bySpan = Map.groupBy(codings, ({ start, end }) => `${start}-${end}`)
	return xml(
		'TextSource',
		{ guid: id, name: title, plainTextPath: `internal://${id}.txt` },
		turns.map((turn) =>
			xml(
				'PlainTextSelection',
				{ guid: turnGuid(id, turn), ...span(turn.start, turn.end) },
				turn.voiceId ? memos(turn.voiceId).map(refTo) : [],
			),
		),
		[...bySpan.values()].map((same) => {
			const { start, end } = same[0]!
			return xml(
				'PlainTextSelection',
				{ guid: guidOf('passage', id, start, end), ...span(start, end), ...made(same[0]!) },
				same.map((one) => codingOf(one, memos)),
			)
		}),
		memos(id).map(refTo),
		OF_CONVERSATIONS.map(([name, valueOf]) => valueOfVariable(name, valueOf(conversation))),
	)
}

/** Other programs show names in lists. */
const LONGEST_NAME = 200

function shortened(words: string): string {
	if (codePointLength(words) <= LONGEST_NAME) return words
	return `${[...words]
		.slice(0, LONGEST_NAME - 1)
		.join('')
		.trimEnd()}…`
}

function made({ coderId, createdAt }: { coderId: string; createdAt: Date }) {
	return { creatingUser: coderId, creationDateTime: createdAt.toISOString() }
}

function codingOf(coding: ExportedCoding, memos: Memos): string {
	const marks = marksText(coding)
	return xml(
		'Coding',
		{ guid: coding.id, ...made(coding) },
		xml('CodeRef', { targetGUID: coding.themeId }),
		marks === '' ? '' : xml('NoteRef', { targetGUID: marksGuid(marks) }),
		memos(coding.id).map(refTo),
	)
}

function marksGuid(marks: string): string {
	return guidOf('marks', marks)
}

/** One note for all codings with the same marks. */
function marksNotes({ conversations }: ExportedProject): string[] {
	const all = new Set(conversations.flatMap(({ codings }) => codings.map(marksText)))
	return [...all]
		.filter((marks) => marks !== '')
		.map((marks) =>
			xml('Note', { guid: marksGuid(marks), name: marks }, xml('PlainTextContent', {}, escapedText(marks))),
		)
}

function noteOf(memo: ExportedMemo): string {
	const name = memo.text.replace(/\s+/g, ' ').trim().slice(0, 60).toWellFormed()
	return xml('Note', { guid: memo.id, name, ...made(memo) }, xml('PlainTextContent', {}, escapedText(memo.text)))
}
