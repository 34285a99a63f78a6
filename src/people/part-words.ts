/** The parts people have in a team, in words. */
import { m } from '#platform/words/words.ts'
import type { Part } from './rights.ts'

export function partLabel(part: Part): string {
	return {
		steward: m.people_part_steward,
		analyst: m.people_part_analyst,
		moderator: m.people_part_moderator,
		editor: m.people_part_editor,
		partner: m.people_part_partner,
	}[part]()
}

export function partText(part: Part): string {
	return {
		steward: m.people_part_steward_text,
		analyst: m.people_part_analyst_text,
		moderator: m.people_part_moderator_text,
		editor: m.people_part_editor_text,
		partner: m.people_part_partner_text,
	}[part]()
}
