/** A project of another program as conversations, themes, codings and memos. Touches no database. */
import { rawTextOf, addScores, chooseWay, scoreWays } from './positions.rules.ts'
import { Problem } from '#platform/problem.ts'
import { guidOf, idOf } from './guids.ts'
import { ProjectContext, type PlanOptions } from './project-context.ts'
import type { LossCode, PlannedMemo, ProjectPlan } from './project-plan.ts'
import { planSource, type WordedSource } from './plan-source.ts'
import { planThemes } from './plan-themes.rules.ts'
import { LossReport } from './project-plan.ts'
import { readText } from './read-text.ts'
import { ORIGIN, type QdaArea, type QdaNote, type QdaProject, type QdaSource, type QdaText } from './qda-project.ts'

/** @throws {Problem} `exchange-nothing-in-it` */
export function planProject(
	project: QdaProject,
	find: (path: string) => Uint8Array | undefined,
	options: PlanOptions,
): ProjectPlan {
	const ofCodes = new LossReport()
	const planned = planThemes(project.codes, idOf, ofCodes)
	const isOurs = project.origin.startsWith(ORIGIN)
	const notes = new Map(
		project.notes.map((note) => [note.guid, { ...note, text: noteText(note, find, { isOurs, losses: ofCodes }) }]),
	)
	const context = new ProjectContext(project, planned, notes, options)
	const worded = project.sources.flatMap((source) => wordsOf(source, find, context))
	if (worded.length === 0 && planned.themes.length === 0) throw new Problem('invalid', 'exchange-nothing-in-it')

	const scores = worded.map(({ raw, text }) => scoreWays(raw, text.selections))
	const all = addScores(scores)
	const sources = worded.map((one, at) => {
		const reading = chooseWay(scores[at]!, all)
		return { id: one.id, title: one.title, reading, ...planSource(one, reading.counting, context) }
	})
	noteOthers(project, context)
	const kept = withoutTwins(
		sources.flatMap(({ codings }) => codings),
		context,
	)
	return {
		name: project.name,
		origin: project.origin,
		themes: planned.themes,
		conversations: sources.map(({ conversation }) => conversation),
		codings: kept,
		memos: onceEach([...sources.flatMap(({ memos }) => memos), ...memosOfProject(project, worded, context)]),
		readings: sources.map(({ id, title, reading, passages }) => ({ id, name: title, passages, ...reading })),
		losses: [...context.losses.list(), ...ofCodes.list()],
	}
}

/** The texts of a source with their words; what has none is noted. */
function wordsOf(
	source: QdaSource,
	find: (path: string) => Uint8Array | undefined,
	{ losses, isOurs }: ProjectContext,
): WordedSource[] {
	const codings = source.areas.reduce((sum, area) => sum + area.codings.length, source.codings.length)
	let isNoted = false
	const lost = (why: LossCode) => {
		losses.add(why, 1, source.name)
		isNoted = true
	}
	const found = source.texts.flatMap((text): WordedSource[] => {
		const bytes = text.content === null ? find(text.path) : new Uint8Array()
		const words = text.content ?? (bytes && readText(bytes))
		if (!bytes && text.path !== '') lost('sources-missing')
		if (bytes && words === undefined) lost('sources-unreadable')
		const raw = words === undefined ? undefined : rawTextOf(words)
		if (bytes && raw && raw.text.trim() !== '') return [{ source, text, areas: [], raw, bytes, id: '', title: '' }]
		losses.add(
			'codings-without-place',
			text.selections.reduce((sum, one) => sum + one.codings.length, 0),
		)
		return []
	})
	if (found.length === 0) {
		losses.add('codings-without-place', codings)
		if (!isNoted) lost('sources-without-words')
	}
	const title = titleOf(source.name, isOurs)
	return found.map((one, at) => ({
		...one,
		areas: areasFor(one, found),
		id: at === 0 ? idOf(source.guid, source.name) : guidOf(source.guid, one.text.guid, at),
		title: at === 0 ? title : `${title} (${at + 1})`,
	}))
}

/** Of several transcripts those that know the times of their recording; a text alone has no page. */
function areasFor({ source, text }: WordedSource, all: readonly WordedSource[]): readonly QdaArea[] {
	const isTimed = (one: QdaText) => one.syncPoints.length > 0
	const isSpared = !isTimed(text) && all.some((other) => isTimed(other.text))
	return source.kind === 'text' || isSpared ? [] : source.areas
}

const ENDING = /\.(?:docx?|txt|rtf|odt|pdf|md|html?|mp3|mp4|m4a|wav|mov|avi|ogg|jpe?g|png|transcribed)$/i

function titleOf(name: string, isOurs: boolean): string {
	const title = isOurs ? name : name.replace(ENDING, '').replace(/\s+/g, ' ').trim()
	return title.slice(0, 200).toWellFormed() || '…'
}

/** Name, words and description of a note; ours hold their words only. */
function noteText(
	note: QdaNote,
	find: (path: string) => Uint8Array | undefined,
	{ isOurs, losses }: { isOurs: boolean; losses: LossReport },
): string {
	const bytes = note.content === null ? find(note.path) : undefined
	const read = note.content ?? (bytes && readText(bytes))
	if (bytes && read === undefined) losses.add('sources-unreadable', 1, note.name)
	const words = rawTextOf(read ?? '').text
	if (isOurs) return words
	const begins = words.trim().startsWith(note.name.replace(/\s*(?:…|\.\.\.)$/, '').trim())
	return [begins ? '' : note.name, words, note.description]
		.map((part) => part.trim())
		.filter(Boolean)
		.join('\n\n')
}

function memosOfProject(project: QdaProject, worded: readonly WordedSource[], context: ProjectContext): PlannedMemo[] {
	const nobody = { coder: null, at: null }
	const ofCodes = project.codes.flatMap((code) => {
		const themeId = context.themeIds.get(code.guid)!
		return [...code.noteRefs, ...context.linkedTo(code.guid)].flatMap((note) => context.memoOf(note, { themeId }))
	})
	const ofRound = project.noteRefs.flatMap((note) => context.memoOf(note, { round: true }))
	const described = context.isOurs ? [] : context.describedMemo(project.description, { round: true }, nobody)
	const lost = project.sources
		.filter((source) => !worded.some((one) => one.source === source))
		.flatMap((source) => describedIn(source, context))
	const loose = context.unusedNotes().flatMap((note) => context.memoOf(note, { round: true }))
	return [...ofCodes, ...ofRound, ...described, ...lost, ...loose]
}

/** What somebody noted about a source whose words are missing. */
function describedIn(source: QdaSource, context: ProjectContext): PlannedMemo[] {
	const passages = [...source.areas, ...source.texts.flatMap(({ selections, areas }) => [...selections, ...areas])]
	return [source, ...passages].flatMap((noted) =>
		context.describedMemo(
			noted.description && `${source.name}: ${noted.description}`,
			{ round: true },
			context.madeBy(noted),
		),
	)
}

/** What the format can hold and we cannot. */
function noteOthers(project: QdaProject, context: ProjectContext) {
	const { losses } = context
	for (const { values } of project.cases) context.meaningOfValues(values)
	for (const { name, members } of project.sets) losses.add('sets', members > 0 ? 1 : 0, name)
	losses.add('graphs', project.graphs)
}

/** The same words with the same theme by the same coder are one coding, as on a page and in its text. */
function withoutTwins(codings: ProjectPlan['codings'], { losses }: ProjectContext) {
	const seen = new Set<string>()
	const ids = new Set<string>()
	const kept: ProjectPlan['codings'] = []
	for (const coding of codings) {
		const { conversationId, start, end, themeId, coder } = coding
		const key = JSON.stringify([conversationId, start, end, themeId, coder])
		if (seen.has(key)) losses.add('codings-twice')
		else kept.push(ids.has(coding.id) ? { ...coding, id: guidOf(coding.id, key) } : coding)
		seen.add(key)
		ids.add(coding.id)
	}
	return kept
}

function onceEach(memos: PlannedMemo[]): PlannedMemo[] {
	return [...new Map(memos.map((memo) => [memo.id, memo])).values()]
}
