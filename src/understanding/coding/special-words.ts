import { m } from '#platform/words/words.ts'
import type { SpecialCategory } from '../tables.ts'

export function specialWord(category: SpecialCategory): string {
	return {
		health: m.understanding_special_health,
		politics: m.understanding_special_politics,
		belief: m.understanding_special_belief,
		origin: m.understanding_special_origin,
		sexuality: m.understanding_special_sexuality,
		union: m.understanding_special_union,
	}[category]()
}
