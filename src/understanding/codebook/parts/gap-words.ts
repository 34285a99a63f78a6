import { m } from '#platform/words/words.ts'
import type { Gap } from '../find-gaps.ts'

export function gapWord(gap: Gap): string {
	return {
		definition: m.understanding_gap_definition,
		anchor: m.understanding_gap_anchor,
		rule: m.understanding_gap_rule,
		unused: m.understanding_gap_unused,
	}[gap]()
}
