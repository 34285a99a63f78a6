/** Losses and choices of an exchange in words. */
import { m } from '#platform/words/words.ts'
import type { Loss, LossCode, SourceReading } from './project-plan.ts'

const SENTENCES: Record<LossCode, (facts: { count: number; names: string }) => string> = {
	'sources-missing': m.understanding_loss_sources_missing,
	'sources-unreadable': m.understanding_loss_sources_unreadable,
	'sources-without-words': m.understanding_loss_sources_without_words,
	'codings-without-place': m.understanding_loss_codings_without_place,
	'codings-without-code': m.understanding_loss_codings_without_code,
	'codings-across-turns': m.understanding_loss_codings_across_turns,
	'codings-clamped': m.understanding_loss_codings_clamped,
	'codings-twice': m.understanding_loss_codings_twice,
	'codings-of-source': m.understanding_loss_codings_of_source,
	'codings-of-others': m.understanding_loss_codings_of_others,
	'codings-text-changed': m.understanding_loss_codings_text_changed,
	'codings-older-version': m.understanding_loss_codings_older_version,
	'codings-changed-here': m.understanding_loss_codings_changed_here,
	areas: m.understanding_loss_areas,
	'areas-by-words': m.understanding_loss_areas_by_words,
	'page-lines': m.understanding_loss_page_lines,
	'codes-renamed': m.understanding_loss_codes_renamed,
	'codes-shortened': m.understanding_loss_codes_shortened,
	'codes-not-codable': m.understanding_loss_codes_not_codable,
	'codes-joined': m.understanding_loss_codes_joined,
	variables: m.understanding_loss_variables,
	sets: m.understanding_loss_sets,
	links: m.understanding_loss_links,
	graphs: m.understanding_loss_graphs,
	'rich-text': m.understanding_loss_rich_text,
	media: m.understanding_loss_media,
	'notes-empty': m.understanding_loss_notes_empty,
	'consents-stay': m.understanding_loss_consents_stay,
	'not-agreed': m.understanding_loss_not_agreed,
	'names-unchecked': m.understanding_loss_names_unchecked,
	'passage-sets': m.understanding_loss_passage_sets,
	'turn-details': m.understanding_loss_turn_details,
	summaries: m.understanding_loss_summaries,
	'marks-as-notes': m.understanding_loss_marks_as_notes,
	archived: m.understanding_loss_archived,
	'codebook-only': m.understanding_loss_codebook_only,
}

export function lossSentence({ code, facts }: Loss): string {
	return SENTENCES[code](facts).replace(/ \(\)/, '')
}

/** How the places of one source were counted. */
export function wayWords({ counting }: Pick<SourceReading, 'counting'>): string {
	const ways = [
		counting.lineEnd === 2 ? m.understanding_reading_line_end_two() : '',
		counting.from === 1 ? m.understanding_reading_from_one() : '',
		counting.end === 'inclusive' ? m.understanding_reading_inclusive() : '',
		counting.unit === 'utf-16' ? m.understanding_reading_utf16() : '',
	].filter((way) => way !== '')
	return ways.length === 0
		? m.understanding_reading_standard()
		: m.understanding_reading_other({ how: ways.join(', ') })
}

/** The same with what speaks for it, as a sentence. */
export function readingSentence(reading: SourceReading): string {
	const { name, passages, found, named, score } = reading
	const percent = Math.round(score * 100)
	const counted =
		named > 0 ? m.understanding_reading_found({ found, named, percent }) : m.understanding_reading_unnamed({ percent })
	return m.understanding_reading({ name, passages, how: wayWords(reading), found: counted })
}
