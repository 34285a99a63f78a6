/** Codes of another program as themes: every name once, none longer than the codebook holds. */
import type { QdaCode } from './qda-project.ts'
import type { LossReport, PlannedTheme } from './project-plan.ts'
import { wordingOf } from './theme-text.rules.ts'

const LONGEST_LABEL = 80

/** In reading order. `ids` maps every GUID the file uses to the theme it became. */
export function planThemes(
	codes: readonly QdaCode[],
	idFor: (guid: string, ...parts: string[]) => string,
	losses: LossReport,
): { themes: PlannedTheme[]; ids: Map<string, string> } {
	const ids = new Map<string, string>()
	const labels = new Map<string, string>()
	const taken = new Set<string>()
	const themes = codes.map((code, at): PlannedTheme => {
		const id = ids.has(code.guid) ? idFor('', code.guid, String(at)) : idFor(code.guid)
		if (!ids.has(code.guid)) ids.set(code.guid, id)
		const name = code.name.replace(/\s+/g, ' ').trim() || '…'
		const above = code.parent === null ? '' : (labels.get(code.parent) ?? '')
		const label = freeLabel(name, above, taken)
		labels.set(code.guid, label)
		if (label !== name) losses.add(name.length > LONGEST_LABEL ? 'codes-shortened' : 'codes-renamed')
		if (!code.isCodable) losses.add('codes-not-codable')
		const wording = wordingOf(code.description)
		const definition =
			name.length > LONGEST_LABEL ? [name, wording.definition].filter(Boolean).join('\n\n') : wording.definition
		const parentId = code.parent === null ? null : (ids.get(code.parent) ?? null)
		return { ...wording, definition, id, parentId, label, colour: code.colour }
	})
	return { themes, ids }
}

function freeLabel(name: string, above: string, taken: Set<string>): string {
	for (let number = 0; ; number++) {
		const mark = number === 0 ? '' : number === 1 && above ? ` (${shortened(above, 30)})` : ` (${number + 1})`
		const label = shortened(name, LONGEST_LABEL - mark.length) + mark
		const key = label.normalize('NFC').toLocaleLowerCase('de')
		if (!taken.has(key) && taken.add(key)) return label
	}
}

function shortened(text: string, length: number): string {
	return text.length <= length
		? text
		: `${text
				.slice(0, length - 1)
				.toWellFormed()
				.trimEnd()}…`
}
