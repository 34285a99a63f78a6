import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { labelEdition, type EarlierQuote, type LabelledQuote, type QuoteToLabel } from './edition-labels.rules.ts'
import { labelLadder } from './role-label.rules.ts'
import { sampleDictionary } from './sample.ts'

const town = sampleDictionary()
let counter = 0

function quote(speakerId: string, wished: string, more: Partial<QuoteToLabel> = {}): QuoteToLabel {
	const id = `q${++counter}`
	return { id, speakerId, voiceId: id, wished, roleSlug: null, isWithOffice: false, sensitive: null, ...more }
}

const labels = (quotes: QuoteToLabel[], earlier?: EarlierQuote[]) =>
	labelEdition(town, quotes, earlier).map(({ label }) => label)

test('three different voices may share a fine label; two may not, and climb to the group', () => {
	const three = ['Anna', 'Ben', 'Cem'].map((who) => quote(who, 'Handwerk'))
	assert.deepEqual(labels(three), ['Handwerk', 'Handwerk', 'Handwerk'])
	const two = [quote('Anna', 'Handwerk'), quote('Ben', 'Handwerk'), quote('Cem', 'Unternehmen')]
	assert.deepEqual(labels(two), ['Wirtschaft', 'Wirtschaft', 'Wirtschaft'])
	const [first] = labelEdition(town, two)
	assert.deepEqual(first!.climbs, [
		{ from: 'Handwerk', because: 'too-few-voices' },
		{ from: 'Handel und Handwerk', because: 'too-few-voices' },
	])
})

test('a label used twice for one person would link the two quotes, so the second climbs', () => {
	const quotes = ['Anna', 'Ben', 'Cem', 'Anna'].map((who) => quote(who, 'Handwerk'))
	const others = ['Dora', 'Emil', 'Finn'].map((who) => quote(who, 'Unternehmen'))
	const [, , , second] = labelEdition(town, [...quotes, ...others])
	assert.equal(second!.label, null, 'alone among the coarser ones it is told in our own words')
	assert.equal(second!.climbs[0]!.because, 'links-quotes')
	const farmers = ['Gerd', 'Hilde', 'Ida'].map((who) => quote(who, 'Wirtschaft'))
	assert.equal(labels([...quotes, ...others, ...farmers])[3], 'Wirtschaft')
})

test('nobody says more than half of what stands under a label, and no two almost everything', () => {
	const many = [
		...Array.from({ length: 5 }, () => quote('Anna', 'Wirtschaft')),
		quote('Ben', 'Wirtschaft'),
		quote('Cem', 'Wirtschaft'),
	]
	const above = ['Dora', 'Emil', 'Finn'].map((who) => quote(who, 'Stimme aus der Gemeinde'))
	const found = labels([...many, ...above])
	assert.equal(found.filter((label) => label === 'Wirtschaft').length, 4)
	assert.equal(found.filter((label) => label === 'Stimme aus der Gemeinde').length, 6)
})

test('when not even the coarsest label has three voices, the quote is told in our own words', () => {
	assert.deepEqual(labels([quote('Anna', 'Kirche'), quote('Ben', 'Verwaltung')]), [null, null])
})

test('a sensitive theme under one label shows at least two stances of two people', () => {
	const sensitive = (who: string, stance: string) =>
		quote(who, 'Wirtschaft', { sensitive: { theme: 'asylum', stance } })
	const others = ['Dora', 'Emil', 'Finn'].map((who) => quote(who, 'Wirtschaft'))
	assert.equal(labels([sensitive('Anna', 'hinders'), sensitive('Ben', 'hinders'), ...others])[0], null)
	assert.equal(labels([sensitive('Anna', 'hinders'), sensitive('Ben', 'helps'), ...others])[0], 'Wirtschaft')
	assert.equal(labels([sensitive('Anna', 'hinders'), sensitive('Anna', 'helps'), ...others])[0], null)
})

test('who is quoted with their office keeps it, and counts for nobody else’s label', () => {
	const mayor = quote('Berta', 'Bürgermeisterin', { isWithOffice: true })
	const found = labelEdition(town, [mayor, quote('Anna', 'Kommunalpolitik'), quote('Ben', 'Kommunalpolitik')])
	assert.deepEqual(
		found.map(({ label, isWithOffice }) => [label, isWithOffice]),
		[
			['Bürgermeisterin', true],
			[null, false],
			[null, false],
		],
	)
})

test('the same words never stand under two unrelated labels, in one edition or in two', () => {
	const newcomers = ['Ben', 'Cem', 'Dora'].map((who) => quote(who, 'Neu zugezogen'))
	const politics = ['Emil', 'Finn', 'Gerd'].map((who) => quote(who, 'Kommunalpolitik'))
	const top = ['Hilde', 'Ida', 'Jan'].map((who) => quote(who, 'Stimme aus der Gemeinde'))
	const said = { voiceId: 'the lamp at the bus stop' }
	const twice = [quote('Anna', 'Neu zugezogen', said), quote('Anna', 'Kommunalpolitik', said)]
	assert.deepEqual(labels([...twice, ...newcomers, ...politics, ...top]).slice(0, 2), [
		'Neu zugezogen',
		'Stimme aus der Gemeinde',
	])
	const before = [{ speakerId: 'Anna', ...said, label: 'Neu zugezogen' }]
	const again = quote('Anna', 'Kommunalpolitik', said)
	assert.deepEqual(labels([again, ...newcomers, ...politics, ...top], before)[0], 'Stimme aus der Gemeinde')
})

test('a second contribution of the same person never comes under the fine label of the first in a later edition', () => {
	const newcomers = ['Ben', 'Cem', 'Dora'].map((who) => quote(who, 'Neu zugezogen'))
	const group = ['Emil', 'Finn', 'Gerd'].map((who) => quote(who, 'Zurückgekehrt oder neu zugezogen'))
	const before = [{ speakerId: 'Anna', voiceId: 'first', label: 'Neu zugezogen' }]
	const second = quote('Anna', 'Neu zugezogen', { voiceId: 'second' })
	assert.equal(labels([second, ...newcomers, ...group], before)[0], 'Zurückgekehrt oder neu zugezogen')
})

const WISHES = [
	'Handwerk',
	'Unternehmen',
	'Wirtschaft',
	'Unternehmerin',
	'Lehrkraft',
	'Schulleitung',
	'Kirche',
	'Ehrenamt',
	'Falknerin',
	'Bürgerin aus Oberlohe',
	'Aus der Bürgerschaft, Oberlohe',
	'Kommunalpolitik',
	'Stadträtin, Neubürgerin',
	'Neu zugezogen',
	'Stimme aus der Gemeinde',
]
const anyQuotes = fc.array(
	fc.record({
		speakerId: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
		wished: fc.constantFrom(...WISHES),
		isWithOffice: fc.constant(false),
		voice: fc.nat(3),
		sensitive: fc.option(
			fc.record({ theme: fc.constantFrom('asylum', 'health'), stance: fc.constantFrom('helps', 'hinders') }),
			{ freq: 4 },
		),
	}),
	{ maxLength: 30 },
)

test('whatever is quoted, every label of the edition holds every rule, and none climbs further than it must', () => {
	fc.assert(
		fc.property(anyQuotes, (list) => {
			const quotes = list.map(({ voice, ...one }, at): QuoteToLabel => ({
				...one,
				id: `${at}`,
				voiceId: `${one.speakerId}${voice}`,
				roleSlug: null,
			}))
			const found = labelEdition(town, quotes)
			assert.deepEqual(found, labelEdition(town, quotes))
			assert.deepEqual(broken(quotes, found), [])
			for (const [at, { label, climbs }] of found.entries()) {
				for (const { from, because } of climbs) {
					if (because === 'too-few-people' || because === 'other-label-before') continue
					const back = found.with(at, { ...found[at]!, label: from })
					assert.ok(broken(quotes, back).length > 0, `${from} would have done instead of ${label}`)
				}
			}
		}),
		{ numRuns: 400 },
	)
})

/** Counts the rules anew, the slow way. */
function broken(quotes: QuoteToLabel[], found: LabelledQuote[]): string[] {
	const printed = quotes.flatMap((one, at) => (found[at]!.label === null ? [] : [{ ...one, label: found[at]!.label }]))
	const rules = [...Map.groupBy(printed, ({ label }) => label)].flatMap(([label, under]) => {
		const step = under
			.map(({ wished }) => labelLadder(town, wished, null).find((one) => one.label === label))
			.find((one) => one)!
		const each = [...Map.groupBy(under, ({ speakerId }) => speakerId).values()]
			.map(({ length }) => length)
			.toSorted((a, b) => b - a)
		const themes = Map.groupBy(
			under.filter(({ sensitive }) => sensitive),
			({ sensitive }) => sensitive!.theme,
		)
		return [
			step.population < 10 && `${label}: people`,
			each.length < 3 && `${label}: voices`,
			each[0]! > under.length / 2 && `${label}: one`,
			each.length > 1 && each[0]! + each[1]! > under.length * 0.85 && `${label}: two`,
			!step.isGroup && each[0]! > 1 && `${label}: links`,
			[...themes.values()].some(
				(of) =>
					new Set(of.map(({ sensitive }) => sensitive!.stance)).size < 2 ||
					new Set(of.map(({ speakerId }) => speakerId)).size < 2,
			) && `${label}: stance`,
		].filter((one) => one !== false)
	})
	const related = (one: string, other: string) =>
		[one, other].some((from, at) => labelLadder(town, from, null).some(({ label }) => label === [other, one][at]))
	const pairs = printed.flatMap((one, at) => printed.slice(at + 1).map((other) => [one, other] as const))
	const joined = pairs.filter(([one, other]) => one.voiceId === other.voiceId && !related(one.label, other.label))
	return [...rules, ...joined.map(([one, other]) => `${one.label} and ${other.label}: same words`)]
}
