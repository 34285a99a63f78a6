/**
 * Surnames that are words of every day (Fuchs, Klein, Rose): who speaks of the thing needs an article, and the right one.
 * `mit Fuchs`, `die Wolf`, `der Klein`, `unser Nachbar, der Stein` are somebody. Pure.
 */
import { isDoneByPeople, isLikePeople, isTalkedWith, speaksHead } from './clause-cues.rules.ts'
import * as cues from './name-cues.rules.ts'
import type { NameLists } from './name-lists.rules.ts'
import { hasDeterminer } from './person-company.rules.ts'
import { hasForeignParticle } from './name-parts.rules.ts'
import { isBeside, type Word } from './name-words.rules.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Masculine, with another plural: `die Fuchs` is a woman, `die Füchse` are animals. */
const MASCULINE = set(
	'abt bach baum bauernfeind beil berg block bock brand busch dorn falke fink fleck freund frosch frost fuchs fuerst gast geist graf hahn hammer hase hecht heiland held herbst herzog hirsch huegel hund kahn kampf kern knecht knabe koch koenig kopf kranz krebs krug lack loewe mohn mohr mond nagel pfau pilz prinz rabe rauch reif reis ring rost ruf rumpf sack sachse schacht schlag schnabel schuetze schwabe sinn specht speck stamm staub stein stern stock stolz storch strauch strauss sturm tausch trost vogel wandel wein wind wolf wunsch wurm zahn zimmermann bergmann kaufmann seemann baer kamp spatz pfahl hof bart hut',
)
const FEMININE = set(
	'bohne blume gans grube heide klemme kohle krabbe kresse leide liebe linde lilie lippe mandel mauer muecke nuss rose scheibe stube taube wachtel wende wiese',
)
const NEUTER = set('beil feld haupt heil heim herz holz horn kleid korn kraut lamm mehl moos volk zink zinn huhn')

/** Where only `der Kleine` would be a noun. */
const ADJECTIVES = set(
	'blank bleich braun dick duerr flach frisch froehlich fromm grau grob gross gruen hohl huebsch jung kahl klein klug knapp krumm kuehl kuehn kurz lang maechtig rasch rau redlich reich roth scharf schlicht schnell schoen schwarz selig stark streng stumpf suess weiss wild wunderlich',
)
const COLOURS = set('schwarz weiss braun gruen grau blau gelb rot')

/** Adjectives with an ending: small they say how, `dem Langen` takes an n, `Lange` and `dem Lange` are somebody. */
const INFLECTED = set('lange kluge kuehne milde linke wilde kahle starke braune schwarze weise')

/** People by their work or rank: with an article, nobody can tell. */
const TRADES = set(
	'baecker bauer baumeister bergmann brauer dreher drechsler fischer fleischer foerster gaertner geiger glaser jaeger kaufmann kellner koch kraemer krieger kuester maurer meister metzger pfeifer prediger reiter richter ritter sattler schaefer schlachter schlosser schmied schneider schreiber schreiner schueler schuetze schuhmacher schuster seemann seiler spengler steinmetz tischler toepfer traeger treiber zimmermann kaiser koenig graf fuerst herzog prinz engel teufel junker held ritter vogt steiger hauer knecht christ',
)
const ANIMALS = set(
	'adler baer bock falke fink frosch fuchs gans geier habicht hahn hase hecht hengst hering hirsch huhn hummel hund kaefer krebs lamm loewe muecke rabe schimmel schwalbe schwan spatz specht sperling storch taube vogel wachtel wolf wurm',
)
/** Do without an article even as things, or in sayings. */
const BARE_ANYWAY = set(
	'alt nuss berg hof kopf herz gut haupt heim hut kahn wein baum feld holz korn kraut mehl moos volk zink zinn speck reis mohn reif rost rauch staub wind sturm frost sinn kampf krieg stolz streit tausch trost wandel ruf schlag lack kohle liebe leide recht jung weiss schwarz gruen braun grau klein gross lang kurz lieb fromm reich stark',
)

/** Whether a surname of every day at `at` names somebody, by grammar alone. */
export function standsForSomebody(words: readonly Word[], at: number, lists: NameLists): boolean {
	const word = words[at]!
	if (!word.isCapital || word.isShouted || isCompound(words, at)) return false
	if (isApposition(words, at)) return true
	if (cues.NEVER_BARE_TIMES.has(word.folded)) return speaksHead(words, at)
	if (
		isGenerational(words, at) ||
		hasForeignParticle(words, at) ||
		isTalkedWith(words, at) ||
		speaksHead(words, at) ||
		isBesideNamed(words, at, lists)
	)
		return true
	return hasDeterminer(words, at) && !word.isOpening ? isWronglyDetermined(words, at) : isBareCountable(words, at)
}

/** `Wolf-Rudel`, `Klein- und Großvieh`. */
function isCompound(words: readonly Word[], at: number): boolean {
	const after = words[at + 1]
	return (
		after?.gap === 'hyphen' ||
		words[at]!.gap === 'hyphen' ||
		(after?.gap === 'other' && /^(?:und|oder)$/.test(after.folded))
	)
}

/** `Fuchs junior`, `Fuchs senior`. */
function isGenerational(words: readonly Word[], at: number): boolean {
	const after = words[at + 1]
	return isBeside(after) && /^(?:junior|senior|jun|sen)$/.test(after.folded)
}

const IN_FRONT = /^(?:der|die|den|dem)$/

/** `unser Nachbar, der Stein`; `der Stein, unser Nachbar`. */
export function isApposition(words: readonly Word[], at: number): boolean {
	const [earlier, noun, article, word] = [words[at - 3], words[at - 2], words[at - 1], words[at]!]
	if (!article || !IN_FRONT.test(article.folded) || !isBeside(word)) return false
	if (article.gap === 'comma' && noun?.isCapital && isKinOrOffice(noun.folded) && isPossessive(earlier)) return true
	const [possessive, kin] = [words[at + 1], words[at + 2]]
	return possessive?.gap === 'comma' && isPossessive(possessive) && isBeside(kin) && isKinOrOffice(kin.folded)
}

function isPossessive(word: Word | undefined): boolean {
	return word !== undefined && /^(?:mein|dein|sein|ihr|unser|euer|eure)(?:e|en|em|er|n|m)?$/.test(word.folded)
}

function isKinOrOffice(folded: string): boolean {
	return [cues.MEN_NEAR, cues.WOMEN_NEAR, cues.MEN_IN_OFFICE, cues.WOMEN_IN_OFFICE].some((list) => list.has(folded))
}

/** `die Rose und der Peter`, `der Peter und die Rose`. */
function isBesideNamed(words: readonly Word[], at: number, lists: NameLists): boolean {
	if (!IN_FRONT.test(words[at - 1]?.folded ?? '') || !isBeside(words[at])) return false
	const isNamed = (and: number, article: number, name: number) =>
		words[and]?.folded === 'und' &&
		IN_FRONT.test(words[article]?.folded ?? '') &&
		words[name]?.isCapital === true &&
		lists.isPlainName(words[name].folded) &&
		!lists.isNoun(words[name].folded)
	return isNamed(at + 1, at + 2, at + 3) || isNamed(at - 2, at - 4, at - 3)
}

const IN_FRONT_OR_OLD = /^(?:der|die|den|dem|alte|junge|alten|jungen)$/

/** Things and people that speak, too. */
const NO_SURE_SPEAKERS = set(
	'post kreis mann freund vater bruder vetter kerl knabe gast held buerger christ bund land volk geist preis mai',
)

const NO_DATIVE_FEMININE = /^(?:den|dem|beim|vom|zum|unser|ein)$/
/** With an article no such noun takes, or with one and what nobody but people does. */
function isWronglyDetermined(words: readonly Word[], at: number): boolean {
	const { folded } = words[at]!
	const before = words[at - 1]!.folded
	const after = words[at + 1]
	if (isBeside(after) && after.isCapital) return false
	if (INFLECTED.has(folded)) return /^(?:den|dem|beim|vom|zum)$/.test(before)
	if (MASCULINE.has(folded) && (before === 'die' || before === 'zur')) return true
	if (FEMININE.has(folded) && NO_DATIVE_FEMININE.test(before)) return true
	if (NEUTER.has(folded) && /^(?:der|den|die)$/.test(before)) return true
	// `der Jung` is a boy where people say so.
	if (folded === 'jung' && before !== 'die') return false
	if (ADJECTIVES.has(folded) && /^(?:der|die|den|unser)$/.test(before)) return true
	if (ADJECTIVES.has(folded) && !COLOURS.has(folded) && /^(?:dem|beim|vom|zum)$/.test(before)) return true
	const isOlder = /^(?:alte|junge|alten|jungen)$/.test(before)
	if (isOlder && isDoneByPeople(words, at)) return true
	if (TRADES.has(folded) || NO_SURE_SPEAKERS.has(folded) || !IN_FRONT_OR_OLD.test(before)) return false
	return isFromOffice(words, at) || isDoneByPeople(words, at) || isOldOrYoung(words, at) || isTakenUpAgain(words, at)
}

/** `der Fuchs aus dem Bauamt`. */
function isFromOffice(words: readonly Word[], at: number): boolean {
	const from = words[at + 1]?.folded ?? ''
	const place = from === 'vom' ? words[at + 2] : /^(?:aus|von)$/.test(from) ? words[at + 3] : undefined
	return (
		place !== undefined &&
		/(?:amt|hof|rathaus|verein|vorstand|rat|feuerwehr|verwaltung|sparkasse|bank|schule|kita|kirche|zeitung|partei|cdu|spd|fdp|gruenen)$/.test(
			place.folded,
		) &&
		!/^(?:hof|bauernhof|friedhof)$/.test(place.folded)
	)
}

/** `der alte Stein hat`: of no animal. */
function isOldOrYoung(words: readonly Word[], at: number): boolean {
	const after = words[at + 1]
	return (
		!ANIMALS.has(words[at]!.folded) &&
		/^(?:alte|junge|alten|jungen)$/.test(words[at - 1]!.folded) &&
		isBeside(after) &&
		cues.PEOPLE_ACT.has(after.folded)
	)
}

/** `der Stein, der kann das`. */
function isTakenUpAgain(words: readonly Word[], at: number): boolean {
	const [again, verb] = [words[at + 1], words[at + 2]]
	return (
		!ANIMALS.has(words[at]!.folded) &&
		again?.gap === 'comma' &&
		/^(?:der|die|den|dem)$/.test(again.folded) &&
		isBeside(verb) &&
		(cues.PEOPLE_ACT.has(verb.folded) || (/^(?:war|ist)$/.test(verb.folded) && isLikePeople(words, at + 2)))
	)
}

const BEFORE_BARE =
	/^(?:mit|von|bei|ohne|gegen|fuer|wegen|unter|ueber|durch|vor|hinter|neben|sogar|selbst|ob|dass|wenn|weil)$/
const ASKED =
	/^(?:frag|frage|fragt|fragte|ruf|rufe|rief|treff|treffe|traf|kenn|kenne|kannte|hat|hatte|sagt|sagte|kommt|kam|meint|meinte|will|wollte|ging|macht|machte)$/
const PAIRED = /^(?:und|oder|bis|zu|gelernt|werden|geworden|spielen|gespielt)$/

/** `mit Fuchs`, `da hat Fuchs gelacht`: one thing one can count needs an article. */
function isBareCountable(words: readonly Word[], at: number): boolean {
	const { folded, isOpening, gap } = words[at]!
	const [before, after] = [words[at - 1], words[at + 1]]
	if (isOpening && isTheFirst(words, at)) return true
	if (INFLECTED.has(folded)) return !isOpening && gap === 'space' && !PAIRED.test(after?.folded ?? '')
	if (BARE_ANYWAY.has(folded) || (after && gap !== 'comma' && PAIRED.test(after.folded))) return false
	if (![MASCULINE, FEMININE, TRADES, ANIMALS].some((list) => list.has(folded))) return false
	if (isBeside(after) && after.isCapital) return false
	if (isOpening) return isBeside(after) && /^(?:war|ist)$/.test(after.folded) && isAboutSomebody(words[at + 2])
	if (gap !== 'space' || before === undefined) return false
	const isPlural =
		folded.endsWith('er') && /^(?:ohne|gegen|fuer|ueber|durch|hat|hatte)$/.test(before.folded) && !isBeside(after)
	return !isPlural && (BEFORE_BARE.test(before.folded) || ASKED.test(before.folded))
}

/** `Fuchs war dagegen`, and not `Koch war er` or `Koch ist ein Beruf`. */
function isAboutSomebody(word: Word | undefined): boolean {
	return (
		isBeside(word) &&
		/^(?:dagegen|dafuer|nicht|immer|auch|dabei|da|krank|weg|noch|schon|ja|damals|frueher|der|die|nie|gestern|heute|allein|sauer|wuetend|tot)$/.test(
			word.folded,
		)
	)
}

/** `Lange war der Erste mit Telefon`. */
function isTheFirst(words: readonly Word[], at: number): boolean {
	const [is, the, first] = [words[at + 1], words[at + 2], words[at + 3]]
	return (
		isBeside(is) &&
		/^(?:war|ist)$/.test(is.folded) &&
		/^(?:der|die)$/.test(the?.folded ?? '') &&
		first?.isCapital === true &&
		/^(?:erste|letzte|einzige|beste|juengste|aelteste|schnellste|chef|wirt|baecker|lehrer)$/.test(first.folded)
	)
}
