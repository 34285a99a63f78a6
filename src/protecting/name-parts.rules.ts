/** How far a name goes once its first word is known: `Hans-Peter von der Brühl`. Pure. */
import * as cues from './name-cues.rules.ts'
import type { NameLists } from './name-lists.rules.ts'
import { isBeside, type Word } from './name-words.rules.ts'

export type Extent = {
	/** Index of the last word. */
	last: number
	/** The last part is on a list. */
	isListed: boolean
}

/** From a first name to the end of the name. */
export function extendName(words: readonly Word[], at: number, lists: NameLists): Extent {
	let last = joined(words, at)
	let isListed = false
	for (let next = last + 1; next < at + 7; next = last + 1) {
		if (isOfLand(words, next)) return { last: next + 1, isListed: true }
		if (words[next]?.gap === 'space' && NOBLE.has(words[next]!.folded)) next++
		const word = words[next]
		if (!word || word.gap !== 'space') break
		const surname = afterParticles(words, next)
		const part = words[surname]
		if (!part || (part.gap !== 'space' && surname === next) || (!part.isCapital && words[at]!.isCapital)) break
		const known = isKnownPart(part, lists)
		if (surname === next && !known && !mayBeUnlisted(part, words[at]!, lists)) break
		last = joined(words, surname)
		isListed = known
		if (!lists.firstNames.has(part.folded) || lists.isSurname(part.folded)) break
	}
	return { last, isListed }
}

const LANDS = new Set(
	'muehlen muehle nieden heide linde linden hausen horst strassen lippe megede oven westen felde brook kley sande hagen winkel hofe bruch steinen berge busche brinke kampe loh lohe loo'.split(
		' ',
	),
)

/** `zur Mühlen`, `vom Bruch`, `zum Felde`: names of people after the land they had. */
function isOfLand(words: readonly Word[], at: number): boolean {
	const [of, land] = [words[at], words[at + 1]]
	return (
		of?.gap === 'space' &&
		/^(?:zur|zum|vom)$/.test(of.folded) &&
		land?.gap === 'space' &&
		land.isCapital &&
		LANDS.has(land.folded)
	)
}

const NOBLE = new Set(
	'graf graefin freiherr freifrau baron baronin fuerst fuerstin edler ritter prinz prinzessin'.split(' '),
)

/** The last of the words joined to this one by hyphens. */
export function joined(words: readonly Word[], at: number): number {
	let last = at
	while (last < at + 3 && words[last + 1]?.gap === 'hyphen' && (words[last + 1]!.isCapital || !words[at]!.isCapital))
		last++
	return last
}

/** Skips `von der`, `van`, `al-`; index of what follows. */
export function afterParticles(words: readonly Word[], at: number): number {
	const isParticle = words[at] !== undefined && cues.PARTICLES.has(words[at]!.folded)
	if (!isParticle) return at
	const second = words[at + 1]
	const next = second && isBeside(second) && cues.SECOND_PARTICLES.has(second.folded) ? at + 2 : at + 1
	return isBeside(words[next]) && (words[next]!.isCapital || words[at]!.gap === 'hyphen') ? next : at
}

function isKnownPart(word: Word, lists: NameLists): boolean {
	const stem = word.folded.length > 4 ? word.folded.replace(/s$/, '') : word.folded
	if (!word.isCapital && (lists.everydayWords.has(word.folded) || cues.NO_LOWER_SURNAMES.has(word.folded))) return false
	return (
		[word.folded, stem].some((name) => lists.isSurname(name) || lists.firstNames.has(name)) &&
		!cues.NO_SECOND_NAMES.has(word.folded)
	)
}

const FOREIGN = new Set('al el abu ben ibn haj van de di da lo la le thi mac mc del'.split(' '))

/** `Al-Masri`, `Abu Zaid`, `Van den Berg`: a particle that stands big. */
export function withForeignParticle(words: readonly Word[], first: number): number {
	const word = words[first]!
	const isJoining = (at: number) => words[at]?.isCapital === true && FOREIGN.has(words[at].folded)
	if (word.gap !== 'space' && word.gap !== 'hyphen') return first
	if (isJoining(first - 1) && (word.isCapital || cues.PARTICLES.has(word.folded))) return first - 1
	const isSmall = !words[first - 1]?.isCapital && /^(?:de[nr]?|la)$/.test(words[first - 1]?.folded ?? '')
	return isSmall && words[first - 2]?.folded === 'van' ? first - 2 : first
}

/** Whether `van`, `Al-` or `Abu` stands before: then what follows is a name, whatever it means. */
export function hasForeignParticle(words: readonly Word[], at: number): boolean {
	const first = withForeignParticle(words, at)
	return first < at && !/^(?:da|de|la|le|lo)$/.test(words[first]!.folded)
}

/** `J. Hellwig`, `K.-H. Hellwig`; not the speaker's sign in `I: Hellwig`. */
function withInitials(words: readonly Word[], at: number): number {
	let first = at
	while (first > at - 3 && words[first - 1]?.isCapital && isLetter(words[first - 1]!) && isBeside(words[first])) first--
	return first
}

function isLetter({ start, end }: Word): boolean {
	return end - start === 1
}

/** `der von Rabenau`, `die O’Neills`: where the name begins. */
export function withParticles(words: readonly Word[], at: number): number {
	const word = words[at]!
	const before = words[at - 1]
	if (word.gap === 'apostrophe' && before?.isCapital && before.end - before.start <= 4) return at - 1
	const initials = withInitials(words, at)
	if (initials < at) return initials
	for (const first of [at - 1, at - 2]) {
		const particle = words[first]
		if (
			particle &&
			!particle.isCapital &&
			cues.PARTICLES.has(particle.folded) &&
			afterParticles(words, first) === at &&
			cues.ARTICLES.has(words[first - 1]?.folded ?? '')
		)
			return first
	}
	return at
}

/** A capital word behind a first name that no list knows, and that no common noun looks like. */
function mayBeUnlisted(word: Word, first: Word, lists: NameLists): boolean {
	if (!word.isCapital) return !first.isCapital && mayBeLowerSurname(word, lists)
	if ((word.isOpening && !word.isShouted) || (word.isShouted && !first.isShouted)) return false
	const { folded } = word
	if (folded.length < 2 || cues.NO_NAMES.has(folded) || cues.KNOWN_CAPITALS.has(folded)) return false
	return !(cues.NOUN_ENDS.test(folded) && lists.isNoun(folded))
}

/** Typed small: a word that is no noun and does not end like a verb or adjective. */
function mayBeLowerSurname({ folded }: Word, lists: NameLists): boolean {
	if (
		folded.length < 5 ||
		cues.NO_LOWER_NAMES.has(folded) ||
		cues.NO_NAMES.has(folded) ||
		lists.everydayWords.has(folded)
	)
		return false
	return !lists.isNoun(folded) && !lists.isWordForm(folded) && !lists.functionWords.has(folded)
}

/** People everybody knows and nobody is: streets, schools and school books. Folded. */
const FAMOUS = new Set(
	'angela merkel|willy brandt|helmut kohl|helmut schmidt|konrad adenauer|olaf scholz|friedrich merz|robert habeck|markus soeder|gerhard schroeder|martin luther|karl marx|karl may|karl der grosse|friedrich schiller|johann wolfgang goethe|johann sebastian bach|astrid lindgren|wilhelm busch|albert einstein|albert schweitzer|anne frank|adolf hitler|otto von bismarck|thomas gottschalk|guenther jauch|franz beckenbauer|boris becker|steffi graf|michael schumacher|heino|donald trump|joe biden|wladimir putin|barack obama|john kennedy|greta thunberg|pippi langstrumpf|harry potter|elvis presley|michael jackson|udo juergens|udo lindenberg|helene fischer|heinrich heine|thomas mann|hermann hesse|max frisch|gerhart hauptmann|bertolt brecht|sophie scholl|hans scholl|ludwig erhard|theodor heuss|richard von weizsaecker|frank walter steinmeier|maria montessori|friedrich froebel|sebastian kneipp|adam riese|max und moritz|max mustermann|erika mustermann|lieschen mueller|otto normalverbraucher|till eulenspiegel|frau holle|rosa luxemburg|carl benz|gottlieb daimler|ernst thaelmann|walter ulbricht|erich honecker|friedrich ebert|jesus christus|clara zetkin'.split(
		'|',
	),
)

export function isFamous(words: readonly Word[], { first, last }: { first: number; last: number }): boolean {
	const name = words
		.slice(first, last + 1)
		.map(({ folded }) => folded)
		.join(' ')
	return FAMOUS.has(name) || FAMOUS.has(name.replace(/s$/, ''))
}
