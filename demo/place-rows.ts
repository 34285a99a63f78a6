/** The place and the method it works with, as package rows: districts, sectors, roles, consent texts, guide, codebook. */
import type { z } from 'zod'
import { PACK_CONSENT_TEXTS } from '#method/consent-texts.ts'
import { PACK_GUIDE } from '#method/guide.ts'
import { PACK_ROLES } from '#method/roles.ts'
import { PACK_SECTORS } from '#method/sectors.ts'
import { packThemes } from '#method/themes.ts'
import { idOf, type Rows } from './conversation-rows.ts'
import type { Place, Round } from './demo-files.ts'

export function placeRows({ districts, 'role-populations': populations }: z.infer<typeof Place>, validFrom: string): Rows {
	const slugs = new Set(districts.map(({ slug }) => slug))
	return {
		districts: districts.map((district, position) => ({ id: idOf('district', district.slug), ...district, position })),
		sectors: PACK_SECTORS.map(({ slug, label }, position) => ({ id: idOf('sector', slug), slug, label, position })),
		roles: PACK_ROLES.map(({ slug, label, parent, sector, population }, position) => ({
			id: idOf('role', slug),
			slug,
			label,
			parentId: parent ? idOf('role', parent) : null,
			sectorId: sector ? idOf('sector', sector) : null,
			population: populations[slug]?.['all'] ?? population,
			position,
		})),
		rolePopulations: Object.entries(populations).flatMap(([role, byDistrict]) =>
			Object.entries(byDistrict)
				.filter(([district]) => slugs.has(district))
				.map(([district, population]) => ({
					id: idOf('role-population', `${role}/${district}`),
					roleId: idOf('role', role),
					districtId: idOf('district', district),
					population,
				})),
		),
		consentTexts: PACK_CONSENT_TEXTS.map(({ channel, wording }) => ({ id: idOf('consent-text', channel), channel, version: 1, wording, validFrom })),
		themes: packThemes('de').map(({ keywords, ...theme }) => ({ id: idOf('theme', theme.slug), ...theme, keywords: [...keywords] })),
		coders: ['anna', 'ben'].map((name) => ({ id: idOf('coder', name), kind: 'human', name: name === 'anna' ? 'Anna' : 'Ben' })),
	}
}

/** The round is over, but the public form stays open: people go on saying things. */
export function roundRows({ slug, title, question, startsOn, endsOn }: z.infer<typeof Round>): Rows {
	const roundId = idOf('round', slug)
	return {
		rounds: [{ id: roundId, slug, title, question, startsOn, endsOn, isOpen: true }],
		guideQuestions: PACK_GUIDE.map(({ direction, wording }, position) => ({
			id: idOf('question', `${slug}/${position}`),
			roundId,
			direction,
			wording: wording.de,
			position,
		})),
	}
}
