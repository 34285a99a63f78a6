import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PACK_ROLES } from '#method/roles.ts'
import { finestPublicLabel, judgeLabel } from './role-label.rules.ts'
import { sampleDictionary } from './sample.ts'

const birkenrode = sampleDictionary()
const judge = (label: string, district?: string) => judgeLabel(birkenrode, { label, district })

test('a label that stands for enough people may stand', () => {
	assert.deepEqual(judge('Kommunalpolitik'), {
		allowed: true,
		population: 45,
		reason: 'enough-people',
		suggestion: null,
	})
	assert.equal(judge('kommunalpolitik ').allowed, true)
	assert.equal(judge('Politik und Verwaltung').population, 85)
	assert.equal(judge('Stimme aus der Gemeinde').population, 8700)
})

test('an office only one person holds never stands, nor does the head of one of two schools', () => {
	assert.deepEqual(judge('Bürgermeisteramt'), {
		allowed: false,
		population: 1,
		reason: 'too-few-people',
		suggestion: 'Kommunalpolitik',
	})
	assert.equal(judge('Schulleitung').suggestion, 'Lehrkraft')
	assert.equal(judge('Pfarrerin').suggestion, 'Kirche')
	assert.equal(judge('Amtsleitung').suggestion, 'Verwaltung')
})

test('a word for one half of a group stands only where both halves are known to be large enough', () => {
	const halves: Record<string, [population: number, instead: string | null]> = {
		Unternehmerin: [37, null],
		'Unternehmer*in': [37, null],
		Lehrer: [17, null],
		'Lehrer:in': [17, null],
		Rentnerinnen: [920, null],
		Stadträtin: [6, 'Mitglied im Stadtrat'],
		Stadtrat: [6, 'Mitglied im Stadtrat'],
		Bäuerin: [2, 'Landwirtschaft'],
		Feuerwehrfrau: [9, 'Feuerwehr'],
		Erzieher: [2, 'Kita'],
	}
	for (const [typed, [population, suggestion]] of Object.entries(halves)) {
		const reason = suggestion ? 'half-too-small' : 'enough-people'
		assert.deepEqual({ typed, ...judge(typed) }, { typed, allowed: !suggestion, population, reason, suggestion })
	}
})

test('a finer word stands for an unknown part of its group, however it is put together', () => {
	const finer = {
		Grundschullehrerin: 'Lehrkraft',
		Mathelehrer: 'Lehrkraft',
		Bäcker: 'Handwerk',
		Vollkornbäckerin: 'Handwerk',
		Bauamtsleiterin: 'Verwaltung',
		'Leiter des Bauamts': 'Verwaltung',
		'Leiterin der Grundschule': 'Lehrkraft',
		'Vorsitzende des Sportvereins': 'Vereinsvorsitz',
		Altbürgermeister: 'Kommunalpolitik',
		Jungunternehmerin: 'Unternehmen',
		Hausärztin: 'Unternehmen',
	}
	for (const [typed, suggestion] of Object.entries(finer)) {
		const { allowed, population, reason, suggestion: said } = judge(typed)
		const expected = { typed, allowed: false, population: 1, reason: 'other-word', said: suggestion }
		assert.deepEqual({ typed, allowed, population, reason, said }, expected)
	}
})

test('two attributes together are a name: the second is dropped and the first made coarser', () => {
	assert.deepEqual(judge('Stadträtin, Neubürgerin'), {
		allowed: false,
		population: 1,
		reason: 'several-attributes',
		suggestion: 'Kommunalpolitik',
	})
	assert.equal(judge('Neubürgerin und Stadträtin').allowed, false)
	assert.equal(judge('Kommunalpolitik, Ehrenamt').allowed, false, 'even two allowed ones')
	assert.equal(judge('Bürgerinnen und Bürger').allowed, true, 'twice the same is one')
})

test('a word nobody has counted stands for one person', () => {
	assert.deepEqual(judge('Falknerin'), {
		allowed: false,
		population: 1,
		reason: 'unknown-word',
		suggestion: 'Stimme aus der Gemeinde',
	})
	assert.equal(judge('Ehrenamt, seit 1987 dabei').reason, 'several-attributes')
	assert.equal(judge('').allowed, false)
})

test('a place stands beside a label only where both together are enough people', () => {
	assert.equal(judge('Bürgerin aus Oberlohe').allowed, true)
	assert.equal(judge('Aus der Bürgerschaft', 'oberlohe').population, 1140)
	assert.deepEqual(judge('Aus der Bürgerschaft, An der Linde'), {
		allowed: false,
		population: 7,
		reason: 'place-too-small',
		suggestion: 'Aus der Bürgerschaft',
	})
	assert.deepEqual(judge('Kommunalpolitik aus Oberlohe'), {
		allowed: false,
		population: 1,
		reason: 'place-too-small',
		suggestion: 'Kommunalpolitik',
	})
	assert.equal(judge('Kommunalpolitik', 'Hinterbuch').suggestion, 'Kommunalpolitik')
	assert.equal(judge('Bürger aus Oberlohe und Hinterbuch').allowed, false)
	assert.equal(judge('Ehrenamt', 'Nirgendwo').allowed, false)
	assert.equal(judge('Oberlohe').allowed, true, 'a place alone means everybody who lives there')
})

test('whatever is suggested may stand, and the minimum is never below five', () => {
	const words = PACK_ROLES.flatMap(({ label, forms }) => [label.de, label.en, ...forms])
	const typed = fc.tuple(
		fc.subarray(words, { minLength: 1, maxLength: 2 }),
		fc.constantFrom('', ' aus Oberlohe', ', Hinterbuch'),
	)
	fc.assert(
		fc.property(typed, fc.integer({ min: 0, max: 50 }), ([parts, place], minimum) => {
			const judgement = judgeLabel(birkenrode, { label: parts.join(', ') + place, minimum })
			if (judgement.allowed) return assert.ok(judgement.population >= Math.max(5, minimum))
			assert.ok(judgement.suggestion)
			assert.equal(judgeLabel(birkenrode, { label: judgement.suggestion, minimum }).allowed, true, judgement.suggestion)
		}),
		{ numRuns: 500 },
	)
})

test('for a speaker the finest label is found by role and place, and none where nobody lives', () => {
	assert.equal(finestPublicLabel(birkenrode, { roleSlug: 'mayor', districtSlug: 'kernstadt' }), 'Kommunalpolitik')
	assert.equal(
		finestPublicLabel(birkenrode, { roleSlug: 'resident', districtSlug: 'oberlohe' }),
		'Aus der Bürgerschaft, Oberlohe',
	)
	assert.equal(finestPublicLabel(birkenrode, { roleSlug: null }), 'Stimme aus der Gemeinde')
	const empty = {
		...birkenrode,
		roles: new Map(
			[...birkenrode.roles].map(([slug, role]) => [slug, { ...role, population: 1, populationByDistrict: new Map() }]),
		),
	}
	assert.equal(finestPublicLabel(empty, { roleSlug: 'volunteer' }), null)
	assert.equal(judgeLabel(empty, { label: 'Ehrenamt' }).suggestion, null)
})
