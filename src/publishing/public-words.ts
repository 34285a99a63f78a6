/** Words for states and levels, as the public reads them. */
import type { CommitmentStanding } from '#acting/standing.rules.ts'
import type { InitiativeState } from '#acting/tables.ts'
import type { AnswerKind } from '#answering/tables.ts'
import type { Level } from '#focusing/tables.ts'
import type { OwnConsent } from '#listening/find-own-consents.ts'
import type { DataRequestKind } from '#listening/note-data-request.ts'
import type { Channel } from '#listening/vocabulary.ts'
import type { SpecialCategory, Stance } from '#understanding/tables.ts'
import type { EditionContent, PublishedQuote } from './edition-content.ts'
import { m } from '#platform/words/words.ts'
import type { Band } from '#protecting/bands.rules.ts'

const LEVEL_NAMES: Record<Level, () => string> = {
	federal: m.publishing_level_federal,
	state: m.publishing_level_state,
	county: m.publishing_level_county,
	municipality: m.publishing_level_municipality,
	'civil-society': m.publishing_level_civil_society,
}

const INITIATIVE_STATES: Record<InitiativeState, () => string> = {
	idea: m.publishing_state_idea,
	checked: m.publishing_state_checked,
	planned: m.publishing_state_planned,
	running: m.publishing_state_running,
	done: m.publishing_state_done,
	resting: m.publishing_state_resting,
	refused: m.publishing_state_refused,
}

const ANSWER_KINDS: Record<AnswerKind, () => string> = {
	heard: m.publishing_answer_heard,
	'next-step': m.publishing_answer_next_step,
	'decided-yes': m.publishing_answer_decided_yes,
	'decided-no': m.publishing_answer_decided_no,
	done: m.publishing_answer_done,
	changed: m.publishing_answer_changed,
	'passed-on': m.publishing_answer_passed_on,
}

const BANDS: Record<Band, () => string> = {
	none: m.publishing_band_none,
	few: m.publishing_band_few,
	several: m.publishing_band_several,
	many: m.publishing_band_many,
}

const STANCES: Record<Stance, () => string> = {
	helps: m.publishing_stance_helps,
	hinders: m.publishing_stance_hinders,
	wish: m.publishing_stance_wish,
	neutral: m.publishing_stance_neutral,
}

export const stanceWord = (stance: Stance) => STANCES[stance]()
export const levelName = (level: Level) => LEVEL_NAMES[level]()
export const initiativeStateWord = (state: InitiativeState) => INITIATIVE_STATES[state]()
export const answerKindWord = (kind: AnswerKind) => ANSWER_KINDS[kind]()
export const bandWord = (band: Band) => BANDS[band]()

/** `overdue by 12 days`, `nobody yet`, `promised`: the word says it, colour only helps. */
export function commitmentStateWord(standing: CommitmentStanding): string {
	if (standing.kind === 'kept') return m.publishing_commitment_kept()
	if (standing.kind === 'withdrawn') return m.publishing_commitment_withdrawn()
	if (standing.kind === 'late') return m.publishing_days_overdue({ days: standing.daysLate })
	if (standing.kind === 'open') return m.publishing_nobody_yet()
	return m.publishing_commitment_promised()
}

/** “Ausgabe 2”; once revised, with the number of the version in force: “Ausgabe 2, 3. Fassung”. */
export function editionLabel({ number, revision }: { number: number; revision: number }): string {
	return revision === 0
		? m.publishing_edition_number({ number })
		: m.publishing_edition_version({ number, version: revision + 1 })
}

const CHANNEL_NAMES: Record<Channel, () => string> = {
	record: m.publishing_channel_record,
	analyse: m.publishing_channel_analyse,
	quote: m.publishing_channel_quote,
	'quote-with-office': m.publishing_channel_office,
	contact: m.publishing_channel_contact,
	photo: m.publishing_channel_photo,
}

const GIVEN: Record<OwnConsent['given'], () => string> = {
	'on-paper': m.publishing_given_on_paper,
	'by-voice': m.publishing_given_by_voice,
	'on-the-web': m.publishing_given_on_the_web,
	imported: m.publishing_given_imported,
}

const REQUESTS: Record<DataRequestKind, () => string> = {
	access: m.publishing_request_access,
	correct: m.publishing_request_correct,
	restrict: m.publishing_request_restrict,
	release: m.publishing_request_release,
	erase: m.publishing_request_erase,
	withdraw: m.publishing_request_withdraw,
}

const SPECIAL: Record<SpecialCategory, () => string> = {
	health: m.publishing_special_health,
	politics: m.publishing_special_politics,
	belief: m.publishing_special_belief,
	origin: m.publishing_special_origin,
	sexuality: m.publishing_special_sexuality,
	union: m.publishing_special_union,
}

const DONE: Partial<Record<string, () => string>> = {
	withdraw: m.publishing_done_withdraw,
	give: m.publishing_done_give,
	correct: m.publishing_done_correct,
	restrict: m.publishing_done_restrict,
	release: m.publishing_done_release,
	erase: m.publishing_done_erase,
}

export const channelName = (channel: Channel) => CHANNEL_NAMES[channel]()
export const givenWord = (given: OwnConsent['given']) => GIVEN[given]()
export const requestKindWord = (kind: DataRequestKind) => REQUESTS[kind]()
export const specialCategoryWord = (category: SpecialCategory) => SPECIAL[category]()
/** What was done, as it is read out afterwards; undefined for anything else in the address. */
export const doneWord = (done: string) => (Object.hasOwn(DONE, done) ? DONE[done]?.() : undefined)

/** Who said it, as printed under the words. */
export function quoteLabel({ label, isWithOffice }: Pick<PublishedQuote, 'label' | 'isWithOffice'>): string {
	return isWithOffice ? m.publishing_label_with_office({ label }) : label
}

/** What a reader has to know about the table: bands or numbers, and from which edition. */
export function tableNote(tables: EditionContent['tables']): string {
	const explained = tables?.mode === 'numbers' ? m.publishing_numbers_explained() : m.publishing_bands_explained()
	return tables?.carriedFrom
		? `${explained} ${m.publishing_tables_of_edition({ number: tables.carriedFrom })}`
		: explained
}

/** A number in a table, or that it is hidden. */
export function numberWord(number: number | null): string {
	return number === null ? m.publishing_table_hidden() : String(number)
}
