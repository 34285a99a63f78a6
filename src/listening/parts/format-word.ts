import { PACK_FORMATS } from '#method/formats.ts'
import { language } from '#platform/words/words.ts'
import type { Format } from '../vocabulary.ts'
import { inLanguage } from '../wording.rules.ts'

/** "Stadtgespräch", or "Stadtgespräche" for several. */
export function formatWord(format: Format, number: 'one' | 'many' = 'one'): string {
	const found = PACK_FORMATS.find(({ key }) => key === format)!
	return inLanguage(number === 'one' ? found.label : found.plural, language())
}
