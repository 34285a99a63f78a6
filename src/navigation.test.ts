import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import { isUnder, LEGAL_MENU, PUBLIC_MENU, WORKSHOP_MENU } from './navigation.ts'
import routes from './routes.ts'

function addresses(entries: RouteConfigEntry[], above = ''): string[] {
	return entries.flatMap(({ path, children }) => {
		const here = path ? `${above}/${path.replace(/^\//, '')}` : above
		return [here || '/', ...addresses(children ?? [], here)]
	})
}

test('every entry of the menus leads to a page', () => {
	const known = new Set(addresses(routes))
	for (const { href } of [...PUBLIC_MENU, ...LEGAL_MENU, ...WORKSHOP_MENU]) assert.ok(known.has(href), href)
})

test('a theme is under the themes, a page that merely begins alike is not', () => {
	const themes = PUBLIC_MENU.find(({ href }) => href === '/themen')!
	assert.ok(isUnder('/themen/wohnen', themes))
	assert.ok(!isUnder('/themenwoche', themes))
})
