/** What stands on the paper around the wordings. The paper may be in another language than the page it is printed from. */
import { m } from '#platform/words/words.ts'

export const PAPER_LANGUAGES = ['de', 'de-leicht', 'en'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

/** Sentences of the paper in its own language; plain German has sentences of its own. */
export function paperWords(paper: PaperLanguage, blanks: { convener: string; name: string }) {
	const locale = paper === 'en' ? 'en' : 'de'
	const isPlain = paper === 'de-leicht'
	const say = <Blanks extends object>(
		sentence: (inputs: Blanks, options: { locale: 'de' | 'en' }) => string,
		given: Blanks = {} as Blanks,
	): string => sentence(given, { locale })
	return {
		heading: say(m.listening_paper_heading),
		intro: isPlain ? say(m.listening_paper_intro_plain, blanks) : say(m.listening_paper_intro, blanks),
		tick: isPlain ? say(m.listening_paper_tick_plain) : say(m.listening_paper_tick),
		withdraw: isPlain ? say(m.listening_paper_withdraw_plain) : say(m.listening_paper_withdraw),
		write: say(m.listening_paper_write_to),
		name: say(m.listening_paper_name),
		place: say(m.listening_paper_place),
		signature: say(m.listening_paper_signature),
		young: isPlain ? say(m.listening_paper_young_plain) : say(m.listening_paper_young),
		guardianName: say(m.listening_paper_guardian_name),
		guardianSignature: say(m.listening_paper_guardian_signature),
		reach: say(m.listening_speak_reach),
		code: say(m.listening_paper_code),
		apart: isPlain ? say(m.listening_paper_apart_plain) : say(m.listening_paper_apart),
		version: (version: number) => say(m.listening_wording_version, { version }),
	}
}
