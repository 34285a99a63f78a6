/** What the parts of one exchange file say about each other: users, codes, cases, variables, notes, links. */
import type { ReadOptions } from '#listening/readers/read-options.ts'
import { SPECIAL_CATEGORIES, type SpecialCategory } from '#protecting/special-categories.rules.ts'
import type { FoundSpeaker } from '#listening/speaker-labels.rules.ts'
import { PLAIN_MARKS, readMarks, type CodingMarks } from './coding-marks.rules.ts'
import { guidOf, idOf, isGuid } from './guids.ts'
import { ORIGIN, type QdaCase, type QdaNote, type QdaProject, type QdaSource, type QdaValue } from './qda-project.ts'
import { LossReport, type PlannedCoder, type PlannedMemo } from './project-plan.ts'
import type { PlannedTheme } from './project-plan.ts'
import { meaningOf, type KnownHere, type Meaning } from './variables.rules.ts'
import type { WordedSource } from './plan-source.ts'

export type PlanOptions = ReadOptions & KnownHere

const STANCES = ['helps', 'hinders', 'wish', 'neutral'] as const

type Made = { user: string; at: Date | null }
type MadeBy = { coder: PlannedCoder | null; at: Date | null }

export class ProjectContext {
	readonly losses = new LossReport()
	readonly isOurs: boolean
	readonly themeIds: ReadonlyMap<string, string>
	readonly caseByGuid: ReadonlyMap<string, QdaCase>
	readonly options: PlanOptions
	/** Texts of the notes by GUID, as files or as they stand in the project. */
	readonly notes: ReadonlyMap<string, QdaNote & { text: string }>
	readonly #project: QdaProject
	readonly #labels: ReadonlyMap<string, string>
	readonly #coders: ReadonlyMap<string, PlannedCoder>
	readonly #casesBySelection: Map<string, QdaCase[]>
	readonly #variables: ReadonlyMap<string, string>
	readonly #linked: ReadonlyMap<string, string[]>
	readonly #usedNotes = new Map<string, number>()

	constructor(
		project: QdaProject,
		planned: { themes: readonly PlannedTheme[]; ids: ReadonlyMap<string, string> },
		notes: ReadonlyMap<string, QdaNote & { text: string }>,
		options: PlanOptions,
	) {
		this.#project = project
		this.options = options
		this.notes = notes
		this.isOurs = project.origin.startsWith(ORIGIN)
		this.themeIds = planned.ids
		const labels = new Map(planned.themes.map(({ id, label }) => [id, label]))
		this.#labels = new Map(Array.from(planned.ids, ([guid, id]) => [guid, labels.get(id) ?? '']))
		this.#coders = new Map(project.users.map((user, at) => [user.guid, coderOf(user, at)]))
		this.caseByGuid = new Map(project.cases.map((one) => [one.guid, one]))
		this.#casesBySelection = new Map()
		for (const one of project.cases)
			for (const selection of one.selectionRefs)
				this.#casesBySelection.set(selection, [...(this.#casesBySelection.get(selection) ?? []), one])
		this.#variables = new Map(project.variables.map(({ guid, name }) => [guid, name]))
		this.#linked = this.#linkedNotes()
	}

	/** Links between a note and something else, in either direction: NVivo writes its annotations so. */
	#linkedNotes() {
		const linked = new Map<string, string[]>()
		for (const { origin, target } of this.#project.links) {
			const note = this.notes.has(origin) ? origin : target
			const other = note === origin ? target : origin
			if (!this.notes.has(note) || this.notes.has(other)) this.losses.add('links')
			else linked.set(other, [...(linked.get(other) ?? []), note])
		}
		return linked
	}

	linkedTo(guid: string): string[] {
		return this.#linked.get(guid) ?? []
	}

	casesOfSelection(guid: string): QdaCase[] {
		return this.#casesBySelection.get(guid) ?? []
	}

	themeLabel(code: string): string {
		return this.#labels.get(code) ?? ''
	}

	/** The first that says so: a coding, the selection it stands in. */
	madeBy(...made: Made[]): MadeBy {
		const user = made.map((one) => this.#coders.get(one.user)).find((coder) => coder !== undefined)
		return { coder: user ?? null, at: made.map(({ at }) => at).find((at) => at !== null) ?? null }
	}

	/** Stance, intensity and flags, where one of the notes is ours. */
	marksOf(notes: readonly string[]): CodingMarks {
		for (const guid of notes) {
			const marks = this.#marksIn(guid)
			if (marks) return marks
		}
		return PLAIN_MARKS
	}

	#marksIn(guid: string): CodingMarks | undefined {
		const note = this.notes.get(guid)
		const categories: readonly SpecialCategory[] = SPECIAL_CATEGORIES
		return note && readMarks(note.text, STANCES, categories)
	}

	/** A note as a memo on something; nothing for one that is empty or holds marks of ours. */
	memoOf(guid: string, on: PlannedMemo['on']): PlannedMemo[] {
		const note = this.notes.get(guid)
		if (!note) return []
		const before = this.#usedNotes.get(guid) ?? 0
		this.#usedNotes.set(guid, before + 1)
		if (this.#marksIn(guid)) return []
		if (note.text === '') {
			this.losses.add('notes-empty')
			return []
		}
		const first = idOf(guid, 'note')
		return [{ id: before === 0 ? first : guidOf(first, before), text: note.text, ...this.madeBy(note), on }]
	}

	describedMemo(text: string, on: PlannedMemo['on'], made: MadeBy): PlannedMemo[] {
		return text === '' ? [] : [{ id: guidOf('description', JSON.stringify(on), text), text, ...made, on }]
	}

	/** Notes that say themselves where in a source they belong, as QualCoder writes them. */
	annotationsOf({ source, text }: WordedSource): QdaNote[] {
		const refs = new Set([...source.noteRefs, ...text.noteRefs])
		return [...refs].flatMap((guid) => (this.isAnnotation(guid) ? this.notes.get(guid)! : []))
	}

	isAnnotation(guid: string): boolean {
		return (this.notes.get(guid)?.selections.length ?? 0) > 0
	}

	unusedNotes(): string[] {
		return [...this.notes.keys()].filter((guid) => !this.#usedNotes.has(guid))
	}

	meaningOfCase({ values }: QdaCase): Meaning {
		return this.meaningOfValues(values, false)
	}

	/** What values of variables say here; with `counting`, what they do not say is noted as lost. */
	meaningOfValues(values: readonly QdaValue[], counting = true): Meaning {
		const meaning: Meaning = {}
		for (const { variable, value } of values) {
			if (value === null) continue
			const name = this.#variables.get(variable) ?? ''
			const known = meaningOf(name, value, this.options)
			if (known) Object.assign(meaning, known)
			else if (counting) this.losses.add('variables', 1, name)
		}
		return meaning
	}

	/** What cases and the source say of its speakers, by their codes. */
	describe(
		speakers: readonly (FoundSpeaker & { caseGuid?: string })[],
		source: QdaSource,
		own: Meaning,
	): Map<string, Meaning> {
		const described = new Map<string, Meaning>()
		const answering = speakers.filter(({ isModerator }) => !isModerator)
		const only = answering.length === 1 ? answering[0]! : undefined
		if (this.isOurs) described.clear()
		else if (only) described.set(only.code, own)
		else if (own.sector || own.role || own.age) this.losses.add('variables', 1)
		for (const one of this.#project.cases.filter(({ sourceRefs }) => sourceRefs.includes(source.guid))) {
			const named = speakers.find(({ code, label }) => one.name !== '' && (code === one.name || label === one.name))
			const speaker = named ?? only
			if (speaker) described.set(speaker.code, { ...described.get(speaker.code), ...this.meaningOfCase(one) })
			else this.losses.add('variables', one.values.filter(({ value }) => value !== null).length)
		}
		for (const { code, caseGuid } of speakers) {
			const known = caseGuid && this.caseByGuid.get(caseGuid)
			if (known) described.set(code, { ...described.get(code), ...this.meaningOfCase(known) })
		}
		return described
	}
}

function coderOf({ guid, name, id }: QdaProject['users'][number], at: number): PlannedCoder {
	const kind = id === 'machine' || id === 'import' ? id : 'human'
	const named = (name.trim() || id.trim() || `#${at + 1}`).slice(0, 120)
	return { kind, name: named, ...(isGuid(guid) && { id: guid }) }
}
