import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatOf, formatsHere } from './formats.ts'
import { methodFile, parseMethod, shippedMethod } from './method-file.ts'

type Name = { de: string; en: string }
type Draft = {
	format: string
	formats: { kind: string; label: Name; plural: Name; description?: Name }[]
	consentTexts: object[]
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
		facts: { place: 'roles.0.sector', why: 'den Bereich politics gibt es nicht' },
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
		parse((file) => Object.assign(file, { chapters: [] })),
		{ code: 'method-invalid' },
	)
})

test('a town says which ways of listening it uses and what it calls them', () => {
	const own = draft().formats.slice(1, 3).toReversed()
	own[0]!.label = { de: 'Zukunftsabend', en: 'Evening of the future' }
	delete own[0]!.description
	const read = parseMethod(JSON.stringify({ format: 'gehoert-method-1', formats: own }), 'de')
	assert.deepEqual(read.formats, own)
	assert.equal(formatOf(read.formats, 'vision-workshop').label.de, 'Zukunftsabend')
	assert.equal(formatOf(read.formats, 'card').label.de, 'Karte', 'a kind it does not use keeps its name')
	assert.deepEqual(
		formatsHere(read.formats, ['town-talk', 'card']).map(({ kind }) => kind),
		['vision-workshop', 'town-talk', 'card'],
	)
	const refused = (place: string, change: (formats: Draft['formats']) => unknown) => {
		const formats = draft().formats
		const changed = change(formats)
		const text = JSON.stringify({ ...draft(), formats: Array.isArray(changed) ? changed : formats })
		assert.throws(
			() => parseMethod(text, 'de'),
			(refusal: { code: string; facts: { place: string } }) =>
				refusal.code === 'method-invalid' && refusal.facts.place === place,
		)
	}
	refused('formats', () => [])
	refused('formats.0.kind', (formats) => (formats[0]!.kind = 'podcast'))
	refused('formats.5.kind', (formats) => (formats[5]!.kind = 'interview'))
	refused('formats.3.label.de', (formats) => (formats[3]!.label.de = 'stadtgespräch'))
	refused('formats.3.plural.en', (formats) => (formats[3]!.plural.en = 'Town talks'))
	refused('formats.2.label.en', (formats) => (formats[2]!.label.en = ' '))
})

test('a town brings its own consent texts, in all three languages, and keeps the others', () => {
	const texts = draft().consentTexts
	const own = { channel: 'photo', wording: { de: 'Fotos ja.', en: 'Photos yes.', 'de-leicht': 'Fotos: ja.' } }
	const parsed = (consentTexts: unknown) => parseMethod(JSON.stringify({ ...draft(), consentTexts }), 'de').consentTexts
	assert.deepEqual(parsed([own]), [...texts.slice(0, 5), own])
	assert.throws(() => parsed([own, own]), { facts: { place: 'consentTexts.1.channel', why: 'photo steht zweimal da' } })
	const german = { channel: 'photo', wording: { de: 'Fotos ja.', en: 'Photos yes.' } }
	assert.throws(() => parsed([german]), { code: 'method-invalid' })
	assert.throws(() => parsed([{ ...own, channel: 'film' }]), { code: 'method-invalid' })
})
