/**
 * Words by which people tell of themselves what article 9 GDPR protects most. A hint for whoever codes, never a decision:
 * much is said without such a word, and not every such word is about the speaker. Pure.
 */

/** Article 9 GDPR, as far as people speak of it in a listening. */
export const SPECIAL_CATEGORIES = ['health', 'politics', 'belief', 'origin', 'sexuality', 'union'] as const
export type SpecialCategory = (typeof SPECIAL_CATEGORIES)[number]

export type SpecialHint = { category: SpecialCategory; /** As it stands in the text. */ word: string }

/** Beginnings of words; `*` in front: anywhere in a word. Capitals count where they tell a noun from a verb. */
const CUES: Record<SpecialCategory, readonly string[]> = {
	health: [
		'*krank',
		'*krebs',
		'depress',
		'Burnout',
		'Burn-out',
		'Therapie',
		'Psychotherap',
		'psychisch',
		'behindert',
		'Behinderung',
		'Schwerbehindert',
		'Rollstuhl',
		'Pflegegrad',
		'dement',
		'Demenz',
		'Alzheimer',
		'Parkinson',
		'Diabet',
		'*infarkt',
		'Schlaganfall',
		'Suchtk',
		'Sucht',
		'süchtig',
		'alkoholabhäng',
		'Alkoholiker',
		'Medikament',
		'Tablette',
		'schwanger',
		'Schwangerschaft',
		'Fehlgeburt',
		'Epilep',
		'Asthma',
		'chronisch',
		'Dialyse',
		'Chemo',
		'Reha',
		'ADHS',
		'Autis',
		'Angststörung',
		'Diagnose',
		'operiert',
	],
	politics: [
		'*partei',
		'CDU',
		'CSU',
		'SPD',
		'AfD',
		'FDP',
		'BSW',
		'Grünen',
		'Linkspartei',
		'Freie Wähler',
		'gewählt habe ich',
		'wähle ich',
		'linksextrem',
		'rechtsextrem',
		'Kommunist',
		'Sozialist',
	],
	belief: [
		'gläubig',
		'ungläubig',
		'Gott',
		'bete',
		'beten',
		'Gebet',
		'katholisch',
		'evangelisch',
		'Protestant',
		'Muslim',
		'muslimisch',
		'Islam',
		'Moschee',
		'jüdisch',
		'Jude',
		'Jüdin',
		'Synagoge',
		'Atheist',
		'Kirchenaustritt',
		'ausgetreten aus der Kirche',
		'Zeugen Jehovas',
		'getauft',
		'Konfession',
	],
	origin: [
		'Migrationshintergrund',
		'Migrant',
		'geflüchtet',
		'Geflüchtet',
		'Flüchtling',
		'geflohen',
		'Asyl',
		'Aussiedler',
		'Spätaussiedler',
		'Herkunft',
		'Hautfarbe',
		'Roma',
		'Sinti',
		'Ausländer',
		'Abstammung',
		'Muttersprache',
		'Aufenthaltstitel',
		'eingebürgert',
	],
	sexuality: [
		'schwul',
		'lesbisch',
		'Lesbe',
		'homosexuell',
		'bisexuell',
		'queer',
		'transsexuell',
		'transgender',
		'nichtbinär',
		'Coming-out',
		'Sexualität',
		'sexuell',
	],
	union: [
		'*gewerkschaft',
		'ver.di',
		'Verdi',
		'IG Metall',
		'IG BCE',
		'IG BAU',
		'GEW',
		'NGG',
		'DGB',
		'Streik',
		'gestreikt',
	],
}

/** Words that only look like it. */
const HARMLESS =
	/^(krankenh[aä]us|krankenkass|krankenpfleg|krankenschwester|parteiverkehr|parteienverkehr|flusskrebs|rehasport|gottesacker|gottseidank)/i

const PATTERNS = SPECIAL_CATEGORIES.map((category) => ({
	category,
	pattern: new RegExp(CUES[category].map(patternOf).join('|'), 'gu'),
}))

/** The first word of the passage that may tell a special category of its speaker; null when there is none. */
export function suggestSpecialCategory(passage: string): SpecialHint | null {
	let first: (SpecialHint & { at: number }) | null = null
	for (const { category, pattern } of PATTERNS) {
		for (const found of passage.matchAll(pattern)) {
			if (HARMLESS.test(found[0])) continue
			if (!first || found.index < first.at) first = { category, word: found[0], at: found.index }
			break
		}
	}
	return first && { category: first.category, word: first.word }
}

/** Written small it matches capitals as well; written with a capital only that. */
function patternOf(cue: string): string {
	const anywhere = cue.startsWith('*')
	const stem = (anywhere ? cue.slice(1) : cue).replace(/[.]/g, '\\$&')
	const [initial, rest] = [stem.slice(0, 1), stem.slice(1)]
	const letter = initial === initial.toLowerCase() ? `[${initial}${initial.toUpperCase()}]` : initial
	return anywhere ? `(?<!\\p{L})\\p{L}*${letter}${rest}\\p{L}*` : `(?<!\\p{L})${letter}${rest}\\p{L}*`
}
