import type { Ref } from 'react'
import { KeyboardHelp } from '#platform/ui/keyboard-help.tsx'
import { m } from '#platform/words/words.ts'

type HelpProps = { dialog: Ref<HTMLDialogElement>; hasKeys: boolean; onSwitch: (hasKeys: boolean) => void }

export function DeskHelp(props: HelpProps) {
	const keys = [
		{ press: ['↑', '↓'], does: m.understanding_key_turns() },
		{ press: ['←', '→'], does: m.understanding_key_words() },
		{ press: ['⇧ →', '⇧ ←'], does: m.understanding_key_more_words() },
		{ press: ['⇧ ↓', '⇧ ↑'], does: m.understanding_key_sentences() },
		{ press: ['A', m.understanding_key_enter()], does: m.understanding_key_whole() },
		{ press: [',', ';', '.', ':'], does: m.understanding_key_borders() },
		{ press: ['1', '…', '9'], does: m.understanding_key_numbers() },
		{ press: ['⇧ 1', '…'], does: m.understanding_key_collect() },
		{ press: ['T'], does: m.understanding_key_search() },
		{ press: ['G'], does: m.understanding_key_again() },
		{ press: ['K'], does: m.understanding_desk_new_theme() },
		{ press: ['F', 'H', 'W', 'O'], does: m.understanding_key_stance() },
		{ press: ['+', '−'], does: m.understanding_key_weight() },
		{ press: ['Q', 'X'], does: m.understanding_key_marks() },
		{ press: ['S'], does: m.understanding_key_special() },
		{ press: ['M'], does: m.understanding_key_memo() },
		{ press: [m.understanding_key_delete()], does: m.understanding_key_remove() },
		{ press: ['Z', 'Y'], does: m.understanding_key_undo() },
		{ press: ['N'], does: m.understanding_key_next() },
		{ press: ['V'], does: m.understanding_key_suggestion() },
		{ press: ['E', 'R'], does: m.understanding_key_decide() },
		{ press: ['C', '⇧ C'], does: m.understanding_key_codings() },
		{ press: ['/'], does: m.understanding_key_find() },
		{ press: ['Esc'], does: m.understanding_key_escape() },
	]
	return (
		<KeyboardHelp
			{...props}
			title={m.understanding_desk_help()}
			switchLabel={m.understanding_key_switch()}
			keys={keys}
		/>
	)
}
