/** The wording of a theme as one description, which is all the exchange format has for it, and back. */

export type Wording = {
	definition: string
	anchorExample: string
	codingRule: string
	include: string
	exclude: string
	keywords: string[]
}

type Part = Exclude<keyof Wording, 'definition'>

/** Headings as we write them (German first) and as we read them. */
const HEADINGS: Record<Part, readonly string[]> = {
	anchorExample: ['Ankerbeispiel', 'Anchor example'],
	codingRule: ['Kodierregel', 'Codierregel', 'Coding rule'],
	include: ['Gehört dazu', 'Include', 'Inclusion'],
	exclude: ['Gehört nicht dazu', 'Exclude', 'Exclusion'],
	keywords: ['Stichwörter', 'Schlagwörter', 'Keywords'],
}
const PARTS = Object.keys(HEADINGS) as Part[]
const ANY = Object.values(HEADINGS).flat().join('|')
const LIKE_A_HEADING = new RegExp(String.raw`^(\\*(?:${ANY}): )`, 'gm')
const HEADING = new RegExp(String.raw`^(${ANY}): ?`, 'm')

export function descriptionOf(wording: Wording): string {
	const parts = PARTS.map((part) => {
		const text = part === 'keywords' ? wording.keywords.join(', ') : wording[part]
		return text === '' ? '' : `${HEADINGS[part][0]}: ${guarded(text)}`
	})
	return [guarded(wording.definition), ...parts].filter((text) => text !== '').join('\n\n')
}

export function wordingOf(description: string): Wording {
	const wording: Wording = { definition: '', anchorExample: '', codingRule: '', include: '', exclude: '', keywords: [] }
	const pieces = description.replace(/\r\n?/g, '\n').split(new RegExp(HEADING, 'gm'))
	wording.definition = unguarded(pieces[0]!.trim())
	for (let at = 1; at < pieces.length; at += 2) {
		const part = PARTS.find((one) => HEADINGS[one].includes(pieces[at]!))!
		const text = unguarded(pieces[at + 1]!.trim())
		if (part === 'keywords') wording.keywords.push(...text.split(/\s*[,;\n]\s*/).filter((word) => word !== ''))
		else wording[part] = [wording[part], text].filter((one) => one !== '').join('\n\n')
	}
	return wording
}

/** A line that looks like a heading is none. */
function guarded(text: string): string {
	return text.replace(LIKE_A_HEADING, '\\$1')
}

function unguarded(text: string): string {
	return text.replace(new RegExp(String.raw`^\\(\\*(?:${ANY}): )`, 'gm'), '$1')
}
