/** Associations, firms and schools that the municipality did not list, by the word that says what they are. Pure. */
import { nounsIn } from './common-nouns.rules.ts'
import type { Certainty, Found, Gazetteer, NameKind } from './find-names.rules.ts'
import { foldName, isBeside, type Word } from './name-words.rules.ts'

type Known = Gazetteer & { places: ReadonlySet<string>; isNoNoun: (folded: string) => boolean }

const ASSOCIATION =
	/(?:verein|vereins|club|clubs|klub|chor|chors|kapelle|orchester|landjugend|landfrauen|kameradschaft|gesangverein|karnevalsgesellschaft|liedertafel|stiftung|buergerinitiative|schuetzengilde|schuetzenbruderschaft|spielgemeinschaft|spielvereinigung|genossenschaft|selbsthilfegruppe|spielmannszug|musikzug|feuerwehr)$/
const CLUB_LETTERS = new Set(
	'sv tsv fc tus vfb vfl sc tv sg ssv esv djk spvgg msv bsc ttc tc rsv jsg fsv asv sf kv mgv'.split(' '),
)
const FIRM =
	/^(?:firma|fa|firmen|kiosk|imbiss|eisdiele|salon|optik|elektro|sanitaer|brauhaus|schuhhaus|pizzeria|.{0,14}(?:baeckerei|metzgerei|fleischerei|schlachterei|schreinerei|tischlerei|schlosserei|gaertnerei|gasthof|gasthaus|gaststaette|wirtshaus|wirtschaft|hotel|pension|cafe|restaurant|autohaus|apotheke|praxis|kanzlei|zimmerei|spedition|landmaschinen|brauerei|druckerei|friseur|friseursalon|modehaus|moebelhaus|baumschule|weingut|biohof|reiterhof|saegewerk|molkerei|buchhandlung|fahrschule|konditorei|kaufhaus|getraenkemarkt|bauunternehmen|dachdeckerei|malerbetrieb|werkstatt|steuerbuero|versicherungsbuero|bestattungen|bestattungsinstitut|fensterbau|metallbau|holzbau|maschinenbau|stahlbau|ziegelei|muehle|kelterei|imkerei|hofladen|dorfladen|bauernhof|moebel))$/
const SCHOOL =
	/(?:grundschule|realschule|hauptschule|gesamtschule|gemeinschaftsschule|oberschule|foerderschule|mittelschule|regelschule|berufsschule|musikschule|volkshochschule|gymnasium|kita|kindergarten|kindertagesstaette|kinderhaus|krippe|schule|internat|hort)$/

const LINKS = new Set('zum zur am im an der dem den die in zu vom von auf'.split(' '))

/** A proper name may begin with these though they are words of every day. */
const PROUD =
	/^(?:rot|blau|gruen|gelb|schwarz|weiss|eintracht|harmonie|concordia|germania|teutonia|frohsinn|edelweiss|liederkranz|borussia|fortuna|viktoria|victoria|hubertus|alemannia|arminia|saxonia|hassia|union|adler|lyra|saengerlust|sonnenschein|regenbogen|pusteblume|loewenzahn|villa|kunterbunt|spatzennest|zwergenland|schwalbennest|krone|linde|loewe|loewen|adler|hirsch|hirschen|ochsen|ochse|lamm|rose|sonne|stern|anker|engel|post|schwan|schwanen|kreuz|traube|eiche|baeren|baer|ross|roessle|pflug)$/
const COLOUR = /^(?:rot|blau|gruen|gelb|schwarz|weiss|orange)$/

export function findBodies(text: string, words: readonly Word[], lists: Gazetteer): Found[] {
	const places = lists.own.flatMap(({ kind, name }) => (kind === 'place' ? [foldName(name)] : []))
	const nounness = nounsIn(lists.nouns)
	const gazetteer = { ...lists, places: new Set(places), isNoNoun: (folded: string) => nounness(folded) !== 'noun' }
	return words.flatMap((word, at) => {
		if (!word.isCapital) return []
		const found =
			typedBody(text, words, at, gazetteer) ??
			coloursAt(words, at) ??
			withLegalForm(words, at) ??
			namedSchool(words, at)
		return found ? [found] : []
	})
}

function kindOf(folded: string): NameKind | null {
	if (CLUB_LETTERS.has(folded) || ASSOCIATION.test(folded)) return 'association'
	if (SCHOOL.test(folded)) return 'school'
	return FIRM.test(folded) ? 'firm' : null
}

/** A word that says what it is, and a name behind it: `Bäckerei Hollmann`, `Gasthof Zur Linde`, `TSV Oberlohe 1921`. */
function typedBody(text: string, words: readonly Word[], at: number, gazetteer: Known): Found | null {
	const word = words[at]!
	const kind = kindOf(word.folded)
	if (!kind) return null
	const isLetters = CLUB_LETTERS.has(word.folded)
	if (isLetters && !word.isShouted && !/^(?:tus|spvgg|vfb|vfl|djk)$/.test(word.folded)) return null
	const quoted = /^\s?[„"»“]([^“”"«\n]{2,50})[“”"«]/.exec(text.slice(word.end, word.end + 60))?.[0]
	const start = bodyStart(text, words, at)
	if (quoted) return { start, end: word.end + quoted.length, kind, certainty: 'certain' }
	const end = nameEnd(words, at, isLetters, gazetteer)
	if (end === null) return isOnlyOne(words, at) ? { start, end: word.end, kind, certainty: 'cue' } : null
	const legal = /^,?\s(?:e\.\s?V\.|eV|GmbH|eG|KG)(?!\p{L})/u.exec(text.slice(end, end + 8))?.[0]
	if (legal) return { start, end: end + legal.length, kind, certainty: 'certain' }
	const year = /^\s(?:18|19|20)\d\d(?!\d)/.exec(text.slice(end, end + 6))?.[0] ?? ''
	return { start, end: end + year.length, kind, certainty: isLetters ? 'certain' : 'likely' }
}

/** `Freiwillige Feuerwehr …`, `Obst- und Gartenbauverein …`. */
function bodyStart(text: string, words: readonly Word[], at: number): number {
	const [before, earlier] = [words[at - 1], words[at - 2]]
	if (isBeside(words[at]) && before?.isCapital && before.folded.startsWith('freiwillige')) return before.start
	const isShared = before?.folded === 'und' && earlier?.isCapital && /^-\s$/.test(text.slice(earlier.end, before.start))
	return isShared ? earlier.start : words[at]!.start
}

function nameEnd(
	words: readonly Word[],
	at: number,
	isLetters: boolean,
	{ surnames, firstNames, towns, everydayWords, places, isNoNoun }: Known,
): number | null {
	let next = at + 1
	for (; next < at + 3 && isBeside(words[next]) && LINKS.has(words[next]!.folded); next++);
	const hasLink = next > at + 1
	const name = words[next]
	if (!isBeside(name) || !name.isCapital) return null
	const isUnknown = name.folded.length > 3 && isNoNoun(name.folded)
	const isName =
		(isUnknown && kindOf(words[at]!.folded) === 'firm') ||
		((surnames.has(name.folded) || firstNames.has(name.folded)) && !everydayWords.has(name.folded)) ||
		towns.has(name.folded) ||
		PROUD.test(name.folded) ||
		places.has(name.folded)
	const isOfTown = isUnknown && kindOf(words[at]!.folded) === 'school' && !hasLink
	const isSpot = hasLink && kindOf(words[at]!.folded) === 'school' && isSchoolSpot(words, at + 1)
	const isFirmName =
		isOfTown ||
		((isAfterFirm(words[at]!.folded) ||
			/^(?:foerderverein|heimatverein|buergerinitiative|stiftung)$/.test(words[at]!.folded)) &&
			!hasLink)
	if (hasLink && !isSpot && !(words[at + 1]!.isCapital || PROUD.test(name.folded))) return null
	if (!isName && !isLetters && !isFirmName && !hasLink) return null
	let last = next
	while (
		last < next + 3 &&
		isBeside(words[last + 1]) &&
		words[last + 1]!.isCapital &&
		(words[last + 1]!.gap === 'hyphen' || isNamePart(words[last + 1]!.folded, surnames, firstNames))
	)
		last++
	return words[last]!.end
}

const ONLY_ONE =
	/^(?:karnevals|carnevals|faschings|fasnachts|alb|schuetzen|gesang|musik|heimat|reit|landfrauen|trachten|kegel|schach|imker|angel|turn|wander|fischerei|gartenbau|ski|tennis|geschichts|theater|burschen|krieger|kleintierzucht|kaninchenzucht|gefluegelzucht|dorf|dorfverschoenerungs|verschoenerungs|maennergesang)vereine?s?$/

/** `beim Karnevalsverein`: of some a town has one. */
function isOnlyOne(words: readonly Word[], at: number): boolean {
	return (
		ONLY_ONE.test(words[at]!.folded) &&
		isBeside(words[at]) &&
		/^(?:der|dem|den|des|vom|beim|im|zum|unser|unserem|unserm|unseren)$/.test(words[at - 1]?.folded ?? '')
	)
}

/** `Grundschule am Anger`, `Kita an der Mühle`; not `am Montag`, `am Ort`. */
function isSchoolSpot(words: readonly Word[], at: number): boolean {
	const [on, next] = [words[at]!, words[at + 1]]
	const spot = on.folded === 'an' && next?.folded === 'der' ? words[at + 2] : next
	return (
		/^(?:am|an|zum|zur)$/.test(on.folded) &&
		isBeside(spot) &&
		spot.isCapital &&
		!/(?:tag|abend|morgen|mittag|jahr|ort|ende|anfang|rand|woche|zeit|ferien|beispiel|glueck|stadtrand|ortsrand|tage|telefon|computer|stelle|spitze|grenze|geld|personal|schuld|hauptstrasse)$/.test(
			spot.folded,
		)
	)
}

function isNamePart(folded: string, surnames: ReadonlySet<string>, firstNames: ReadonlySet<string>): boolean {
	return PROUD.test(folded) || surnames.has(folded) || firstNames.has(folded)
}

/** Behind these any name follows: `Firma Wollin`, `Autohaus Brax`. */
function isAfterFirm(folded: string): boolean {
	return /^(?:firma|fa|autohaus|gasthof|gasthaus|baeckerei|metzgerei|fleischerei|schlachterei|schreinerei|tischlerei|gaertnerei|spedition|zimmerei|modehaus|moebelhaus|weingut|landmaschinen|elektro|fahrschule|kanzlei|praxis|schlosserei|pizzeria|moebel|metallbau|fensterbau|holzbau|cafe|restaurant|hotel|pension|gaststaette|wirtshaus|apotheke|salon|eisdiele|buchhandlung|konditorei|brauerei|brauhaus)$/.test(
		folded,
	)
}

/** `Rot-Weiß`, with what follows: `Blau-Gelb Sandhöfe`. */
function coloursAt(words: readonly Word[], at: number): Found | null {
	const second = words[at + 1]
	if (
		!COLOUR.test(words[at]!.folded) ||
		!second ||
		!/^(?:hyphen|space)$/.test(second.gap) ||
		!second.isCapital ||
		!COLOUR.test(second.folded)
	)
		return null
	return { start: words[at]!.start, end: second.end, kind: 'association', certainty: 'likely' }
}

const LEGAL = new Set(['gmbh', 'kg', 'ohg', 'gbr', 'ag', 'ug', 'eg'])

/** `Wollin GmbH`, `Kranich & Söhne`, `Gebrüder Tiller`. */
function withLegalForm(words: readonly Word[], at: number): Found | null {
	const word = words[at]!
	const next = words[at + 1]
	if (!next) return null
	if (/^gebr(?:ueder)?$/.test(word.folded) && next.isCapital && next.start - word.end < 3)
		return { start: word.start, end: next.end, kind: 'firm', certainty: 'certain' }
	if (
		/^(?:soehne|sohn|toechter|co|partner|kollegen)$/.test(next.folded) &&
		next.start - word.end < 5 &&
		next.gap === 'other'
	)
		return { start: word.start, end: next.end, kind: 'firm', certainty: 'likely' }
	if (isBeside(next) && LEGAL.has(next.folded) && (next.isShouted || next.folded === 'gmbh'))
		return { start: firstOf(words, at), end: next.end, kind: 'firm', certainty: 'certain' }
	return null
}

function firstOf(words: readonly Word[], at: number): number {
	let first = at
	while (first > at - 3 && isBeside(words[first]) && words[first - 1]?.isCapital) first--
	return words[first]!.start
}

/** `Astrid-Lindgren-Schule`, `Goethe-Gymnasium`, `Löwen-Apotheke`. */
function namedSchool(words: readonly Word[], at: number): Found | null {
	let last = at
	while (last < at + 4 && words[last + 1]?.gap === 'hyphen' && words[last + 1]!.isCapital) last++
	if (last === at || (at > 0 && words[at]!.gap === 'hyphen' && words[at - 1]!.isCapital)) return null
	const end = words[last]!
	const certainty: Certainty = 'likely'
	if (
		/^(?:grund|real|haupt|gesamt|ober|foerder)?schule[n]?$|^gymnasiums?$|^kita$|^kindergarten$/.test(end.folded) &&
		!/^(?:grund|haupt|real|foerder|musik|online|fach|fahr|ski|dorf|ganztags|vor)$/.test(words[at]!.folded)
	)
		return { start: words[at]!.start, end: end.end, kind: 'school', certainty }
	if (
		/^(?:apotheke|baeckerei|metzgerei|brauerei|markt|werke|hof|hotel|cafe|bau|stiftung)$/.test(end.folded) &&
		words[at]!.folded.length > 3
	)
		return {
			start: words[at]!.start,
			end: end.end,
			kind: /stiftung/.test(end.folded) ? 'association' : 'firm',
			certainty,
		}
	return null
}
