/** Streets, addresses and towns. Pure: one walk over the words, bounded looks at what follows. */
import type { Certainty, Found, Gazetteer } from './find-names.rules.ts'
import { isBeside, isNumeral, type Word } from './name-words.rules.ts'

/** Ends of street names; the first group counts without a house number, too. */
const STREET_ALONE = /(?:strasse|gasse|allee|chaussee|twiete|stieg|str)$/
const STREET_WITH_NUMBER =
	/(?:weg|platz|ring|damm|ufer|steig|pfad|graben|winkel|hof|berg|feld|garten|markt|anger|grund|wiese|aue|rain|hang|blick|park|siedlung|tor|wall|kamp|brink|koppel|bogen|zeile|bruecke|muehle|kehre|stern|eck|hoehe|horst|busch|haide|heide|see|bruch|acker|tal|kreuz)$/

/** Words that end like a street and are none. */
const NO_STREET = new Set(
	'strasse gasse allee hauptstrasse durchgangsstrasse landstrasse bundesstrasse kreisstrasse landesstrasse einbahnstrasse spielstrasse nebenstrasse seitenstrasse dorfstrasse wohnstrasse anliegerstrasse zufahrtsstrasse umgehungsstrasse ortsdurchgangsstrasse fahrradstrasse datenautobahn einkaufsstrasse geschaeftsstrasse vorfahrtsstrasse schnellstrasse sackgasse rettungsgasse einstieg ausstieg aufstieg abstieg umstieg anstieg bestieg quereinstieg wiedereinstieg ausbaustrasse milchstrasse ortsstrasse schotterstrasse staatsstrasse zubringerstrasse seidenstrasse weinstrasse schleichstrasse teerstrasse prachtstrasse strassen'.split(
		' ',
	),
)

const HOUSE_NUMBER =
	/^\s{1,2}(?:nr\.? ?|nummer )?\d{1,3}\s?(?:[a-h](?!\p{L}))?(?:\s?[-–/+]\s?\d{1,3}\s?(?:[a-h](?!\p{L}))?)?(?![\d.,]?\d|\s?(?:%|€|Uhr|Euro|Prozent|Jahre|Meter|Kilometer|km|Leute|Menschen|Personen|Kinder|Häuser|Stunden|Minuten|Mal|mal|Grad)(?!\p{L}))/iu
const POSTCODE_AND_TOWN =
	/^(?:,|\s|in|–|-){1,5}(?:D-)?\d{5}\s\p{Lu}[\p{L}\p{M}-]{1,40}(?:\s(?:am|an der|im|ob der|bei|a\.\s?d\.)\s\p{Lu}\p{L}{1,30})?/u

const BEFORE_STREET = new Set('am an auf im in zum zur hinter unter vor bei ueber vorm hinterm unterm'.split(' '))
const ARTICLES = new Set('der dem den die das'.split(' '))

/** Words after `Im`, `Zum` … that a number may follow without being a street. */
const NO_LOCALITY = new Set(
	'jahr jahre alter tag monat beispiel kreis schnitt durchschnitt sommer winter herbst fruehjahr januar februar maerz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag umkreis umfeld preis stand punkt kapitel absatz artikel paragraph paragraf anfang ende stueck teil schlag zeitraum team stadtrat gemeinderat alter vergleich ganzen wert radius abstand schulnote klasse stufe gruppe linie bus buslinie seite zimmer raum gleis'.split(
		' ',
	),
)

export function findPlaces(text: string, words: readonly Word[], { towns }: Gazetteer): Found[] {
	const found: Found[] = []
	for (const [at, word] of words.entries()) {
		const street = streetAt(words, at)
		if (street) found.push(...withNumber(text, words, at, street))
		else if (word.isCapital && BEFORE_STREET.has(word.folded)) found.push(...localityAt(text, words, at))
		else if (word.isCapital && word.gap === 'number') found.push(...postcodeBefore(text, word, towns))
		if (!street && isTown(words, at, towns))
			found.push({
				start: word.start,
				end: word.end,
				kind: 'place',
				certainty: 'cue',
				...townEnding(text, word, towns),
			})
	}
	return found
}

/** Ways and squares every town has: what stands before `weg` or `platz` names none. */
const NO_WAY =
	/^(?:rad|fuss|geh|feld|wald|schul|heim|um|aus|rueck|hin|wander|wirtschafts|kies|schotter|zu|ab|zwischen|spiel|sport|park|bolz|arbeits|camping|stell|kita|krippen|betreuungs|ausbildungs|studien|praktikums|sitz|steh|fest|grill|bau|lieblings|abenteuerspiel|wochen|hochzeits|lebens|mittel|dienst|trampel|schleich|lehr|panorama|pilger|jakobs|reit|park|parkett|hof|dorf|markt|rathaus|bahnhofsvor|vor|stand|liege|land|flug|golf|tennis|fussball|uebungs|lager|lande|rast|pausen|treff|zelt|wohnmobil|pflege|heimat|stamm|wende|tanz|abstell|sammel|an|bei|be|ein|bildungs|lern|berufs|karriere|mittags|nach|unter|durch|vordergrund|hinter|rund|ketten|ehe|ohr|finger|schluessel|rettungs|waben|boxen?|box|stau|hunde|kinderspiel|deich|bank|bestell|sonder|transport|verkehrs|liefer|anfahrts|fahr|knie|einkaufs|nachhause|freiheits|jahrmarkts|turnier|schiess|anger|ortsaus|mais|allein|gerade|halb|keines|ver)$/
const IN_STREET = /^(?:am|im|vom|beim|zum|der|die|den|dem)$/

/** `im Ahornweg`, `am Brunnenplatz`: a street without a number, where people are. */
function isNamedWay(words: readonly Word[], at: number): boolean {
	const [before, word] = [words[at - 1], words[at]!]
	const stem = /^(.{3,})s?(?:weg|platz|ring|damm|stieg)$/.exec(word.folded)?.[1]
	if (!stem || !word.isCapital || !isBeside(word) || word.gap !== 'space' || NO_WAY.test(stem)) return false
	if (word.folded === 'kirchplatz') return false
	return before !== undefined && IN_STREET.test(before.folded) && !BEFORE_STREET_NAME.has(before.folded)
}

/** `an der Alten Ziegelei`: the adjective is part of the name, and has a capital. */
export function findSpots(words: readonly Word[]): Found[] {
	return words.flatMap((_, at) => namedSpot(words, at) ?? [])
}

function namedSpot(words: readonly Word[], at: number): Found | null {
	const [on, the, old, spot] = [words[at], words[at + 1], words[at + 2], words[at + 3]]
	if (!on || !/^(?:an|auf|in|hinter|bei|unter)$/.test(on.folded) || !/^(?:der|den|dem)$/.test(the?.folded ?? ''))
		return null
	if (!isBeside(old) || !old.isCapital || !BEFORE_STREET_NAME.has(old.folded)) return null
	if (!isBeside(spot) || spot.gap !== 'space' || !spot.isCapital) return null
	return { start: old.start, end: spot.end, kind: 'street', certainty: 'cue' }
}

type Street = { start: number; end: number; certainty: Certainty; standsAlone: boolean }

function streetAt(words: readonly Word[], at: number): Street | null {
	const word = words[at]!
	const { folded } = word
	const isAlone = STREET_ALONE.test(folded)
	if (!isAlone && !STREET_WITH_NUMBER.test(folded)) return null
	const start = streetStart(words, at)
	const isJoined = start < word.start
	if (!word.isCapital && !(isAlone && folded.length > 8)) return null
	if (NO_STREET.has(folded) && !isJoined)
		return folded === 'hauptstrasse' || folded === 'dorfstrasse' || folded === 'landstrasse'
			? { start, end: word.end, certainty: 'cue', standsAlone: false }
			: null
	if (folded === 'str' && !isJoined) return null
	return {
		start,
		end: word.end,
		certainty: isJoined || word.isCapital ? 'likely' : 'cue',
		standsAlone: (isAlone && folded !== 'stieg' && (isJoined || folded.length > 6)) || isNamedWay(words, at),
	}
}

const BEFORE_STREET_NAME = new Set(
	'hintere hinteren hinterer vordere vorderen vorderer innere inneren aeussere aeusseren alte alten alter neue neuen neuer lange langen langer kurze kurzen kurzer obere oberen oberer untere unteren unterer grosse grossen grosser kleine kleinen kleiner hohe hohen hoher breite breiten breiter krumme krummen schmale schmalen enge engen mittlere mittleren'.split(
		' ',
	),
)

/** Where a street's name begins: `Konrad-Adenauer-Straße`, `Oberloher Weg`, `Alte Gasse`. */
function streetStart(words: readonly Word[], at: number): number {
	let first = at
	while (first > 0 && at - first < 5 && words[first]!.gap === 'hyphen' && words[first - 1]!.isCapital) first--
	const before = words[first - 1]
	const isBare =
		first === at && /^(?:strasse|weg|platz|gasse|allee|ring|damm|str|markt|hof|berg)$/.test(words[at]!.folded)
	if (!before || words[first]!.gap !== 'space' || !before.isCapital) return words[first]!.start
	const isAdjective =
		BEFORE_STREET_NAME.has(before.folded) || (isBare && before.folded.endsWith('er') && before.folded.length > 4)
	return isAdjective && !ARTICLES.has(before.folded) ? before.start : words[first]!.start
}

function withNumber(text: string, words: readonly Word[], at: number, street: Street): Found[] {
	const end = addressEnd(text, street.end, words[at + 1])
	if (end > street.end) return [{ start: street.start, end, kind: 'address', certainty: 'certain' }]
	return street.standsAlone
		? [{ start: street.start, end: street.end, kind: 'street', certainty: street.certainty }]
		: []
}

/** The end of house number, postcode and town behind a street's name; `from` when there is none. */
function addressEnd(text: string, from: number, next: Word | undefined): number {
	const dot = text[from] === '.' ? 1 : 0
	const number = HOUSE_NUMBER.exec(text.slice(from + dot, from + dot + 40))?.[0].trimEnd()
	if (!number) return isBeside(next) && isHouseNumeral(next) ? next.end : from
	const end = from + dot + number.length
	return end + (POSTCODE_AND_TOWN.exec(text.slice(end, end + 80))?.[0].length ?? 0)
}

function isHouseNumeral({ folded, isCapital }: Word): boolean {
	return (
		!isCapital &&
		folded.length < 24 &&
		isNumeral(folded) &&
		!['eins', 'zwei', 'drei', 'hundert', 'tausend'].includes(folded)
	)
}

/** `Am Anger 5`, `An der Mühle 12a`, `Zum Sportplatz 3`: only with a house number. */
function localityAt(text: string, words: readonly Word[], at: number): Found[] {
	const article = words[at + 1]
	const hasArticle = isBeside(article) && ARTICLES.has(article.folded)
	let last = at + (hasArticle ? 2 : 1)
	const name = words[last]
	if (!isBeside(name) || !name.isCapital || NO_LOCALITY.has(name.folded)) return []
	if (isBeside(words[last + 1]) && words[last + 1]!.isCapital && BEFORE_STREET_NAME.has(name.folded)) last++
	const { end } = words[last]!
	const addressed = addressEnd(text, end, undefined)
	return addressed > end ? [{ start: words[at]!.start, end: addressed, kind: 'address', certainty: 'likely' }] : []
}

/** `36100 Petersberg` without a street: only before a town we know. */
function postcodeBefore(text: string, word: Word, towns: ReadonlySet<string>): Found[] {
	if (!/(?<!\d)\d{5}\s$/.test(text.slice(Math.max(0, word.start - 7), word.start)) || !towns.has(word.folded)) return []
	return [{ start: word.start - 6, end: word.end, kind: 'address', certainty: 'certain' }]
}

/** A town counts where somebody comes from or goes to it: `aus Gera`, `nach Fulda`, `die Fuldaer`. */
const TO_TOWN = new Set('aus nach von in bei um richtung ueber kreis landkreis stadt'.split(' '))

/** Towns that are other words when typed small. */
const NO_SMALL_TOWNS = new Set(
	'essen halle hamm unna plauen speyer weiden singen giessen bergen wesel baden hagen bingen werden verden lage winsen leer'.split(
		' ',
	),
)

function isTown(words: readonly Word[], at: number, towns: ReadonlySet<string>): boolean {
	const { folded, gap, isCapital } = words[at]!
	const before = words[at - 1]
	if (!isCapital && (folded.length < 5 || !/^(?:aus|nach)$/.test(before?.folded ?? '') || NO_SMALL_TOWNS.has(folded)))
		return false
	return gap === 'space' && before !== undefined && TO_TOWN.has(before.folded) && towns.has(folded)
}

function townEnding(text: string, word: Word, towns: ReadonlySet<string>): { base: string; ending: string } {
	const raw = text.slice(word.start, word.end)
	return towns.has(word.folded) || !raw.endsWith('er')
		? { base: raw, ending: '' }
		: { base: raw.slice(0, -2), ending: 'er' }
}
