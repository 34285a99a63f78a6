/** What stands for which name in one conversation: the same for the same name, also when a second file comes. Pure. */
import type { NameFinding, NameKind } from '#protecting/find-names.rules.ts'
import { numberFindings, replacementFor } from '#protecting/number-findings.rules.ts'

/** A name that already has its replacement, without a case ending. Its name is empty once it was forgotten. */
export type Known = { kind: NameKind; name: string; replacement: string }

export type NumberedName = {
	/** The fullest way the name is said, or was said before: findings of one kind and name are about the same. */
	name: string
	/** What shall stand there, case ending included. */
	replacement: string
}

/** One answer per finding, in their order; a name that is new gets the next free number of its word. */
export function numberNames(found: readonly NameFinding[], known: readonly Known[]): NumberedName[] {
	const remembered = known.filter(({ name }) => name !== '')
	const numbered = numberFindings([...remembered.map(toFinding), ...found]).map((one) => ({
		...one,
		thing: `${one.kind} ${one.isOwn ?? false} ${one.number}`,
		word: replacementFor(one.kind, one.number, one.isOwn),
	}))
	const replacements = new Map(remembered.map((one, at) => [numbered[at]!.thing, one.replacement]))
	const names = new Map(remembered.map((one, at) => [numbered[at]!.thing, one.name]))
	const highest = highestNumbers(known)
	const fresh = numbered.slice(remembered.length)
	for (const { thing, base } of fresh)
		if (!replacements.has(thing) && base.length > (names.get(thing)?.length ?? 0)) names.set(thing, base)
	return fresh.map(({ thing, word, kind, isOwn, replacement }) => {
		const stem = stemOf(word)
		if (!replacements.has(thing)) {
			const number = (highest.get(stem) ?? 0) + 1
			highest.set(stem, number)
			replacements.set(thing, replacementFor(kind, number, isOwn))
		}
		return { name: names.get(thing)!, replacement: replacements.get(thing)! + replacement.slice(word.length) }
	})
}

function toFinding({ kind, name, replacement }: Known): NameFinding {
	const isOwn = stemOf(replacement) === stemOf(replacementFor(kind, 1, true))
	return { start: 0, end: 0, kind, text: name, base: name, ending: '', certainty: 'certain', isOwn }
}

function highestNumbers(known: readonly Known[]): Map<string, number> {
	const highest = new Map<string, number>()
	for (const { replacement } of known) {
		const [stem, number] = [stemOf(replacement), Number(/ (\d{1,6})\]/.exec(replacement)?.[1] ?? 0)]
		highest.set(stem, Math.max(highest.get(stem) ?? 0, number))
	}
	return highest
}

/** `[Verein 3]` → `[Verein`. */
function stemOf(replacement: string): string {
	return replacement.replace(/ ?\d*\].*$/u, '')
}

/** The case ending behind a replacement in brackets. */
export function endingOf(replacement: string): string {
	return /\]([\p{L}'’]{1,5})$/u.exec(replacement)?.[1] ?? ''
}

/** The replacement without its case ending. */
export function withoutEnding(replacement: string): string {
	return replacement.slice(0, replacement.length - endingOf(replacement).length)
}

/** A name as it stood in the text, and what stands there now. */
export type Replaced = { kind: string; words: string; replacement: string }

/** The same words with names replaced wherever they stand as whole words, first and last names alone as well. For titles. */
export function withoutNames(words: string, replaced: readonly Replaced[]): string {
	const parts = replaced.flatMap((one) => [one, ...singleNames(one)])
	return parts
		.toSorted((one, other) => other.words.length - one.words.length)
		.reduce((rest, { words: name, replacement }) => rest.replace(wholeWords(name), () => replacement), words)
}

/** Whoever is called `Erna Müller` is also called `Müller`. */
export function singleNames({ kind, words, replacement }: Replaced): Replaced[] {
	const names = kind === 'person' ? words.split(/\s+/).filter((name) => /^\p{Lu}.{2,}/u.test(name)) : []
	return names.length < 2 ? [] : names.map((name) => ({ kind, words: name, replacement: withoutEnding(replacement) }))
}

export function wholeWords(name: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'gu')
}
