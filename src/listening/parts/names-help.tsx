import type { Ref } from 'react'
import { KeyboardHelp } from '#platform/ui/keyboard-help.tsx'
import { m } from '#platform/words/words.ts'

type HelpProps = { dialog: Ref<HTMLDialogElement>; hasKeys: boolean; onSwitch: (hasKeys: boolean) => void }

export function NamesHelp(props: HelpProps) {
	const keys = [
		{ press: ['N', 'P'], does: m.listening_names_key_steps() },
		{ press: ['↵', '⇧ ↵'], does: m.listening_names_key_replace() },
		{ press: ['K', '⇧ K'], does: m.listening_names_key_keep() },
		{ press: ['R'], does: m.listening_names_key_edit() },
		{ press: ['Z'], does: m.listening_names_key_undo() },
		{ press: ['↑', '↓'], does: m.listening_names_key_turns() },
		{ press: ['←', '→', '⇧ →'], does: m.listening_names_key_words() },
		{ press: ['1', '…', '9'], does: m.listening_names_key_mark() },
		{ press: ['Esc'], does: m.listening_names_key_escape() },
	]
	return (
		<KeyboardHelp
			{...props}
			title={m.listening_names_help()}
			switchLabel={m.listening_names_key_switch()}
			keys={keys}
		/>
	)
}
