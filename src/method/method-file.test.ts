import assert from 'node:assert/strict'
import { test } from 'node:test'
import { methodFile, parseMethod, shippedMethod } from './method-file.ts'

type Draft = {
	format: string
	sectors: { slug: string; label: object }[]
	roles: Record<string, unknown>[]
	themes: Record<string, unknown>[]
}

const draft = () => JSON.parse(methodFile('de')) as Draft
const parse = (change: (file: Draft) => unknown) => {
	const file = draft()
	change(file)
	return () => parseMethod(JSON.stringify(file), 'de')
}

test('the shipped method, written down and read again, is the same', () => {
	const read = parseMethod(methodFile('de'), 'de')
	assert.equal(read.roles.length, shippedMethod('de').roles.length)
	assert.deepEqual(
		read.themes.map(({ slug }) => slug),
		shippedMethod('de').themes.map(({ slug }) => slug),
	)
	assert.ok(read.guide && read.guide.length >= 6)
})

test('what a file leaves out comes from the shipped method', () => {
	const sectors = [{ slug: 'inseln', label: { de: 'Inseln', en: 'Islands' } }]
	assert.throws(() => parseMethod(JSON.stringify({ format: 'gehoert-method-1', sectors }), 'de'), {
		code: 'method-invalid',
		facts: { place: 'roles.0.sector', why: 'no sector politics' },
	})
	assert.deepEqual(parseMethod('{"format":"gehoert-method-1"}', 'en'), shippedMethod('en'))
})

test('a mistake in the file is refused with the place where it stands', () => {
	assert.throws(() => parseMethod('{', 'de'), { code: 'method-unreadable' })
	const place = (wanted: string) => (refusal: { code: string; facts: { place: string } }) =>
		refusal.code === 'method-invalid' && refusal.facts.place === wanted
	assert.throws(
		parse((file) => (file.themes[2]!['colour'] = 'red')),
		place('themes.2.colour'),
	)
	assert.throws(
		parse((file) => (file.themes[2]!['colour'] = '#ffff00')),
		place('themes.2.colour'),
	)
	assert.throws(
		parse((file) => (file.themes[1]!['slug'] = file.themes[0]!['slug'])),
		place('themes.1.slug'),
	)
	assert.throws(
		parse((file) => (file.roles[3]!['parent'] = 'nobody')),
		place('roles.3.parent'),
	)
	assert.throws(
		parse((file) => (file.roles[0]!['parent'] = file.roles[0]!['slug'])),
		place('roles.0.parent'),
	)
	assert.throws(
		parse((file) => (file.sectors[0]!.label = { de: 'Nur deutsch' })),
		place('sectors.0.label.en'),
	)
	assert.throws(
		parse((file) => Object.assign(file, { formats: [] })),
		{ code: 'method-invalid' },
	)
})
