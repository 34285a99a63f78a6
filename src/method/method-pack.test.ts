import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrastOf } from '#platform/ui/contrast.rules.ts'
import { PACK_FOCUS_THEMES } from './focus-themes.ts'
import { PACK_PERSPECTIVES } from './perspectives.ts'
import { TOP_ROLE } from './role-entry.ts'
import { defaultPopulation, PACK_ROLES } from './roles.ts'
import { PACK_SECTORS } from './sectors.ts'
import { packThemes, THEME_SLUGS } from './themes.ts'

test('every theme can be seen on white paper and on dark', () => {
	for (const { slug, colour } of packThemes('de')) {
		assert.ok(contrastOf(colour, '#ffffff') >= 3, `${slug} on white: ${contrastOf(colour, '#ffffff')}`)
		assert.ok(contrastOf(colour, '#1b2229') >= 3, `${slug} on the dark sheet: ${contrastOf(colour, '#1b2229')}`)
	}
})

test('both languages have the same ten themes, each complete', () => {
	for (const language of ['de', 'en'] as const) {
		for (const theme of packThemes(language)) {
			for (const words of [
				theme.label,
				theme.definition,
				theme.anchorExample,
				theme.codingRule,
				theme.include,
				theme.exclude,
			])
				assert.ok(words.length > 5)
			assert.ok(theme.keywords.length >= 7)
		}
	}
})

test('every role leads upwards to a voice from the community, and never to a smaller group', () => {
	const bySlug = new Map(PACK_ROLES.map((role) => [role.slug, role]))
	assert.equal(bySlug.size, PACK_ROLES.length)
	for (const role of PACK_ROLES) {
		let step = role
		for (let height = 0; step.parent !== null; height++) {
			assert.ok(height < 6, `${role.slug} climbs in a circle`)
			const parent = bySlug.get(step.parent)
			assert.ok(parent && parent.population >= step.population, `${step.slug} climbs to ${step.parent}`)
			step = parent
		}
		assert.equal(step.slug, TOP_ROLE)
	}
})

test('a small town has fewer volunteers than a large one, and one mayor like every other', () => {
	const find = (slug: string) => PACK_ROLES.find((role) => role.slug === slug)!
	assert.equal(defaultPopulation(find('volunteer'), 870), 150)
	assert.equal(defaultPopulation(find('mayor'), 87_000), 1)
	assert.equal(defaultPopulation(find('voice'), 0), 1, 'unknown counts as one')
})

test('focus themes and perspectives name only sectors and themes that exist', () => {
	const themes = new Set<string>(THEME_SLUGS)
	const sectors = new Set<string>(PACK_SECTORS.map(({ slug }) => slug))
	for (const { themes: named } of [...PACK_FOCUS_THEMES, ...PACK_PERSPECTIVES])
		assert.deepEqual(
			named.filter((slug) => !themes.has(slug)),
			[],
		)
	for (const { sectors: named } of PACK_PERSPECTIVES)
		assert.deepEqual(
			named.filter((slug) => !sectors.has(slug)),
			[],
		)
	for (const { sector } of PACK_ROLES) assert.ok(sector === null || sectors.has(sector))
})
