/** What people read for the five levels. */
import { PACK_LEVELS } from '#method/levels.ts'
import { language } from '#platform/words/words.ts'
import type { Level } from './tables.ts'

export function levelWord(level: Level): string {
	const label = PACK_LEVELS.find(({ key }) => key === level)?.label
	return label?.[language() === 'de' ? 'de' : 'en'] ?? level
}
