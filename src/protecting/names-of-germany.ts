/** The name lists that ship with the product, read once when the first text is searched. Sources: `names/README.md`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gazetteer } from './find-names.rules.ts'
import { foldName } from './name-words.rules.ts'

type Lists = Omit<Gazetteer, 'own'>

let lists: Lists | undefined

/** First names and surnames common in Germany, whatever language they come from, and its towns. Folded. */
export function namesOfGermany(): Lists {
	lists ??= {
		firstNames: readList('first-names'),
		surnames: new Set([...readList('surnames'), ...readWordsOf('rare-surnames')]),
		everydayWords: readList('everyday-words'),
		functionWords: new Set(readWordsOf('function-words')),
		nouns: new Set([...readWordsOf('nouns'), ...readWordsOf('more-nouns')]),
		stems: new Set(readWordsOf('stems')),
		towns: readList('towns'),
	}
	return lists
}

function readList(name: string): ReadonlySet<string> {
	return new Set(readWordsOf(name).map(foldName))
}

function readWordsOf(name: string): string[] {
	const text = readFileSync(join(import.meta.dirname, 'names', `${name}.txt`), 'utf8')
	return text.split(/\s+/).filter(Boolean)
}
