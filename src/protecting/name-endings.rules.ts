/** What German hangs onto a name: `Müllers`, `Müllerin`, `Müllersche`, `Müllerhof`. Pure. */
import { foldName } from './name-words.rules.ts'

export type ReadName = {
	/** The name without its ending, folded. */
	name: string
	/** Letters of the ending; they are the same folded and as written. */
	ending: number
	/** What the ending makes of it. */
	form: 'name' | 'possessive' | 'feminine' | 'adjective' | 'estate'
}

const ADJECTIVE = /s?(?:sche|schen|scher|sches|schem)$/
const ESTATE =
	/(?:s|en|er|ers)?(?:hof|hofs|hofes|hoefe|muehle|scheune|scheuer|acker|huette|villa|kate|wirt|bauer|haus|hauses|laden|teich|wiese|bande|clan)$/

/** Words that an estate may begin with though they are surnames, too. */
const NO_OWNERS = new Set(
	'linden birken eichen buchen tannen erlen weiden rosen vogel auto bauern kinder schul sport jugend pfarr kirch gast rat kauf hoch neben innen hinter vorder senioren frei schlacht wochen ferien eltern opern rast fried pfarr bahn kranken waisen armen brau bier wein schnee holz stein'.split(
		' ',
	),
)

/** A word as one of the names that `isName` knows, with what hangs onto it; the shortest ending first. */
export function readName(folded: string, isName: (name: string) => boolean): ReadName | null {
	if (isName(folded)) return { name: folded, ending: 0, form: 'name' }
	for (const ending of ['s', 'es', 'ns', 'ens']) {
		const name = without(folded, ending)
		if (name && name.length > 2 && isName(name)) return { name, ending: ending.length, form: 'possessive' }
	}
	if (folded.length < 7) return null
	const feminine = without(folded, 'in')
	if (feminine && isName(feminine)) return { name: feminine, ending: 2, form: 'feminine' }
	return cutAt(ADJECTIVE, 'adjective', folded, isName) ?? cutAt(ESTATE, 'estate', folded, isName)
}

/** The longest ending the pattern finds may swallow letters of the name: `Petershof` is of Peters or Peter. */
function cutAt(
	pattern: RegExp,
	form: ReadName['form'],
	folded: string,
	isName: (name: string) => boolean,
): ReadName | null {
	const long = pattern.exec(folded)
	if (!long) return null
	for (let from = long.index; from <= long.index + 4 && from < folded.length - 2; from++) {
		const name = folded.slice(0, from)
		if (!pattern.test(folded.slice(from))) break
		if (name.length > 3 && isName(name) && !(form === 'estate' && NO_OWNERS.has(name)))
			return { name, ending: folded.length - from, form }
	}
	return null
}

function without(folded: string, ending: string): string | null {
	return folded.endsWith(ending) ? folded.slice(0, -ending.length) : null
}

/** UTF-16 units of `raw` that belong to the ending: none where a hyphen or mark stands in it. */
export function endingUnits(raw: string, { ending }: ReadName): number {
	if (ending === 0) return 0
	const tail = raw.slice(-ending)
	const units = /[äöü]/i.test(raw.slice(-ending)) ? ending - 1 : ending
	return /^\p{L}+$/u.test(tail) && foldName(raw.slice(-units)).length === ending ? units : 0
}
