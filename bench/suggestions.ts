/**
 * How long the machine learns from many texts, and how long it needs for one: the goals are ≤ 10 s for 10,000 texts of
 * 73 words with eight themes, and ≤ 2 ms. Texts are made of syllables, as varied as real ones. `node bench/suggestions.ts`
 */
import { examplesOf } from '#understanding/suggesting/evaluate-suggester.ts'
import { fit } from '#understanding/suggesting/fitting.rules.ts'
import { seededChance } from '#understanding/suggesting/seeded.rules.ts'
import { labellerOf, suggesterOf } from '#understanding/suggesting/suggester.rules.ts'

const SYLLABLES =
	'ab an bau berg dorf ein fahr ge gen hal hof ken land ler mei ner ort rad rei schu sel stra tig ver weg'
const WORDS = 73
const LABELS = 8

const chance = seededChance(1)
const parts = SYLLABLES.split(' ')
/** Frequent words are few and rare ones many, as in speech. */
const vocabulary = Array.from({ length: 30_000 }, () =>
	Array.from({ length: 1 + Math.floor(chance() * 4) }, () => parts[Math.floor(chance() * parts.length)]).join(''),
)

process.stdout.write('| texts | learn s | label ms |\n|---|---|---|\n')
for (const count of [1000, 10_000]) {
	const labels = Array.from({ length: count }, () => Math.floor(chance() ** 2 * LABELS))
	const texts = labels.map((label) => [textAbout(label)])
	const began = performance.now()
	const examples = examplesOf({ texts, labels: labels.map((label) => [`theme ${label}`]), groups: undefined })
	const all = Uint32Array.from({ length: count }, (_, row) => row)
	const labeller = labellerOf(suggesterOf(examples, fit(examples, all, 42)))
	const learned = performance.now()
	for (const text of texts.slice(0, 500)) labeller.suggest(text, { several: false })
	const labelled = performance.now()
	process.stdout.write(
		`| ${count} | ${((learned - began) / 1000).toFixed(2)} | ${((labelled - learned) / 500).toFixed(2)} |\n`,
	)
}

/** One word in twelve belongs to its theme. */
function textAbout(label: number): string {
	return Array.from({ length: WORDS }, () => {
		const place = Math.floor(chance() ** 3 * vocabulary.length)
		return chance() < 1 / 12 ? vocabulary[(place * LABELS + label) % vocabulary.length] : vocabulary[place]
	}).join(' ')
}
