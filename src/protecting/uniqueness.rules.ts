/** Words by which a small town knows somebody without a name: offices, `als einziger Bäcker`, `meine Tochter`. Pure. */
import type { Found } from './find-names.rules.ts'
import { foldName, isBeside, type Word } from './name-words.rules.ts'

const OFFICE =
	/^(?:alt|ex|ober|orts|vize|dritte|dritter)?(?:buergermeister|dorfvorsteher|ortsvorsteher|ortssprecher|gemeindevorsteher|landrat|landraetin|kaemmerer|kaemmerin|schulleiter|schulleitung|schuldirektor|rektor|konrektor|direktor|grundschulrektor|pfarrer|pastor|vikar|dekan|superintendent|diakon|gemeindereferent|kantor|organist|kuester|mesner|wehrfuehrer|wehrleiter|ortsbrandmeister|stadtbrandmeister|stadtbrandinspektor|feuerwehrkommandant|feuerwehrchef|amtsleiter|bauamtsleiter|hauptamtsleiter|ordnungsamtsleiter|stadtbaumeister|bauhofleiter|stadtarchivar|bibliotheksleiter|kitaleiter|kitaleitung|kindergartenleiter|hortleiter|revierfoerster|dorfpolizist|bademeister|jugendpfleger|dirigent|vereinsvorsitzende|hausarzt|hausaerztin|dorfarzt|tierarzt|tieraerztin|zahnarzt|zahnaerztin|hebamme|apotheker|gemeindeschwester|stadtplaner|wirtschaftsfoerderer|quartiersmanager|gleichstellungsbeauftragte|jagdpaechter|pfarrsekretaerin|nachtwaechter|kassenwart|kassenwartin|jugendwart|geraetewart|platzwart|schriftfuehrer|stadtkaemmerer|ortschronist|heimatpfleger|dorfschmied|totengraeber|friedhofsgaertner|schiedsmann|schiedsfrau|seniorenbeauftragte|jugendbeauftragte|inklusionsbeauftragte|behindertenbeauftragte|klimaschutzmanager|dorfhelferin|ortslandwirt|foerster|jugendleiter|stadtjugendpfleger|streetworker|wirtschaftsfoerderin|standesbeamte|standesbeamter|standesbeamtin)(?:s|n|in|r)?$/
const CHAIR =
	/^(?:vorsitzende|vorsitzender|vorsitzenden|vorstand|chef|chefin|kommandant|leiter|leiterin|praesident|praesidentin|kassiererin|schriftfuehrer|schriftfuehrerin|trainer|trainerin)$/
const OF_BODY = /^(?:vom|von|des|der|beim|im)$/
const THE = new Set(
	'der die den dem des unser unsere unserem unseren unserer unseres unserm unsern vom beim zum zur als bin war euer eure ihr ihre frueherer ehemaliger'.split(
		' ',
	),
)
const MANY = /^(?:buergermeisters|pfarrers)$/

const ONLY = /^einzig(?:e|er|en|es|em)$/
const FIRST_OR_LAST = /^(?:erste|erster|letzte|letzter)$/
const I = /^(?:ich|wir|mich|mir|uns)$/

const MINE = /^(?:mein|unser|mei|meim|unserm|unsern)(?:e|en|em|er|es)?$/
const OWN_THING =
	/^(?:betrieb|betriebs|firma|laden|geschaeft|hof|praxis|baeckerei|metzgerei|fleischerei|werkstatt|gasthof|gasthaus|gaststaette|wirtschaft|hotel|kanzlei|apotheke|muehle|saegewerk|schreinerei|tischlerei|zimmerei|gaertnerei|biohof|familienbetrieb|handwerksbetrieb|salon|friseursalon|cafe|kiosk|fahrschule|weingut|brauerei|unternehmen|hofladen|bauernhof|autohaus)$/
const OWN_PEOPLE =
	/^(?:tochter|toechter|sohn|sohnes|soehne|mann|mannes|frau|ehemann|ehefrau|bruder|bruders|brueder|schwester|schwestern|enkel|enkelin|enkelkind|patenkind|patenonkel|patentante|schwager|schwaegerin|schwiegermutter|schwiegervater|schwiegersohn|schwiegertochter|mutter|vater|vaters|oma|opa|onkel|tante|neffe|nichte|cousin|cousine|nachbar|nachbarn|nachbarin|chef|chefin|lebensgefaehrte|lebensgefaehrtin|partnerin|grosse|grosser|kleine|kleiner|juengste|juengster|aelteste|aeltester|zwillinge|jungs|maedels)$/

export function findUniqueness(_text: string, words: readonly Word[]): Found[] {
	return words.flatMap((_, at) => officeAt(words, at) ?? onlyOneAt(words, at) ?? mineAt(words, at) ?? [])
}

/** `der Bürgermeister`, `unsere neue Schulleiterin`, `die Vorsitzende vom Sportverein`. */
function officeAt(words: readonly Word[], at: number): Found | null {
	const word = words[at]!
	const isOffice = OFFICE.test(word.folded) && !MANY.test(word.folded)
	const isChair =
		!isOffice &&
		CHAIR.test(word.folded) &&
		isBeside(words[at + 1]) &&
		OF_BODY.test(words[at + 1]!.folded) &&
		/verein|wehr|chor|partei|club|kapelle|schule|kita|rat|amt|bund|tsv|sv|cdu|spd|fdp|fwg/.test(
			words[at + 2]?.folded ?? words[at + 3]?.folded ?? '',
		)
	if (!isOffice && !isChair) return null
	const before = words[at - 1]
	const earlier = words[at - 2]
	const isThe = before !== undefined && isBeside(word) && THE.has(before.folded)
	const isTheGood =
		before !== undefined &&
		!before.isCapital &&
		/(?:e|en|er|em|es)$/.test(before.folded) &&
		earlier !== undefined &&
		isBeside(before) &&
		THE.has(earlier.folded)
	if (!isThe && !isTheGood && !isChair && !isHeldBy(words, at)) return null
	return { start: word.start, end: word.end, kind: 'office', certainty: 'cue' }
}

/** `Kassenwart ist der Detlef`, `damals war Hagedorn Bürgermeister`: held by somebody, without an article. */
function isHeldBy(words: readonly Word[], at: number): boolean {
	const [word, after, whose] = [words[at]!, words[at + 1], words[at + 2]]
	const isLast = after === undefined || after.gap === 'comma' || after.gap === 'sentence'
	const held = isHeld(words, at)
	if (
		isLast &&
		held &&
		isBeside(word) &&
		!/^(?:ein|eine|kein|keine|herr|frau|und|oder)$/.test(words[at - 1]?.folded ?? '')
	)
		return true
	return word.isOpening && isBeside(after) && /^(?:ist|war|wird|wurde)$/.test(after.folded) && isBeside(whose)
}

/** `war`, `ist`, `wurde` before it in the same clause. */
function isHeld(words: readonly Word[], at: number): boolean {
	for (let before = at; before > at - 6 && words[before]?.gap === 'space'; before--)
		if (/^(?:war|ist|wird|wurde|bin|bist)$/.test(words[before - 1]?.folded ?? '')) return true
	return false
}

/** `als einziger Bäcker`, `ich bin die Einzige`, `ich als erste Frau im Rat`. */
function onlyOneAt(words: readonly Word[], at: number): Found | null {
	const word = words[at]!
	const before = words[at - 1]
	if (!before || !isBeside(word)) return null
	const near = words.slice(Math.max(0, at - 5), at).some(({ folded }) => I.test(folded))
	const isOnly =
		ONLY.test(word.folded) && (before.folded === 'als' || (near && /^(?:der|die|den|das)$/.test(before.folded)))
	const isFirst = FIRST_OR_LAST.test(word.folded) && before.folded === 'als' && near
	if (!isOnly && !isFirst) return null
	const noun = words[at + 1]
	const end = isBeside(noun) && noun.isCapital ? noun.end : word.end
	return { start: before.start, end, kind: 'unique', certainty: 'cue' }
}

/** `mein Betrieb`, `unsere kleine Firma`, `meine jüngste Tochter`. */
function mineAt(words: readonly Word[], at: number): Found | null {
	const mine = words[at]!
	if (!MINE.test(mine.folded)) return null
	const [next, then] = [words[at + 1], words[at + 2]]
	if (!isBeside(next)) return null
	if (isOwned(next)) return { start: mine.start, end: next.end, kind: 'unique', certainty: 'cue' }
	const isAdjective = !next.isCapital && /(?:e|en|er|em|es)$/.test(next.folded)
	return isAdjective && isBeside(then) && isOwned(then)
		? { start: mine.start, end: then.end, kind: 'unique', certainty: 'cue' }
		: null
}

function isOwned({ folded }: Word): boolean {
	return OWN_THING.test(folded) || OWN_PEOPLE.test(folded)
}

/** Whether what was found speaks of people of somebody's own: `meine Tochter`. */
export function ownPeople(words: string): boolean {
	return OWN_PEOPLE.test(foldName(words.trim().split(/\s+/).at(-1) ?? ''))
}
