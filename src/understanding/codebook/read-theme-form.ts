import { isUuid } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Move } from './codebook.rules.ts'
import type { ThemeWording } from './create-theme.ts'

/** What an entry of the codebook says, as its form sends it. */
export function readThemeForm(form: FormData): Required<Omit<ThemeWording, 'anchorPassageId'>> {
	const text = (name: string) =>
		String(form.get(name) ?? '')
			.trim()
			.replace(/\r\n?/g, '\n')
	return {
		label: text('label'),
		definition: text('definition'),
		anchorExample: text('anchorExample'),
		codingRule: text('codingRule'),
		include: text('include'),
		exclude: text('exclude'),
		keywords: [
			...new Set(
				text('keywords')
					.split(/[,;\n]/)
					.map((word) => word.trim()),
			),
		]
			.filter(Boolean)
			.slice(0, 100),
		colour: (text('colour') === 'own' ? text('ownColour') : text('colour')).toLowerCase(),
	}
}

/** A move as its form sends it: a direction, or a place (`act` is `place`). @throws {Problem} `theme-unknown` */
export function readMove(form: FormData): Move {
	const act = String(form.get('act') ?? '')
	const direction = (['up', 'down', 'in', 'out'] as const).find((one) => one === act)
	if (direction) return direction
	const [parent, before] = [String(form.get('parent') ?? ''), String(form.get('before') ?? '')]
	const given = [parent, before].filter((id) => id !== '')
	if (act !== 'place' || !given.every(isUuid)) throw new Problem('not-found', 'theme-unknown')
	return { parentId: parent || null, beforeId: before || null }
}
