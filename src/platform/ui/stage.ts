/** The five stages of the way, in order. Each has one colour, carried by the thread through the whole product. */
import { m } from '#platform/words/words.ts'

export const STAGES = ['listen', 'understand', 'focus', 'act', 'answer'] as const
export type Stage = (typeof STAGES)[number]

/** What people read for a stage: "Zuhören", "Verstehen" … */
export function stageWord(stage: Stage): string {
	return {
		listen: m.platform_stage_listen,
		understand: m.platform_stage_understand,
		focus: m.platform_stage_focus,
		act: m.platform_stage_act,
		answer: m.platform_stage_answer,
	}[stage]()
}
