/** The button that opens the list of keys; the same switch as at the coding desk turns them off. */
import { useRef, useState } from 'react'
import { KeyboardHelp } from '#platform/ui/keyboard-help.tsx'
import { m } from '#platform/words/words.ts'
import { hasSingleKeys, switchSingleKeys } from './blind-keys.ts'

export function BlindHelp() {
	const dialog = useRef<HTMLDialogElement>(null)
	const [hasKeys, setKeys] = useState(hasSingleKeys)
	const keys = [
		{ press: ['←', '→'], does: m.understanding_key_words() },
		{ press: ['⇧ →', '⇧ ←'], does: m.understanding_key_more_words() },
		{ press: ['⇧ ↓', '⇧ ↑'], does: m.understanding_key_sentences() },
		{ press: ['A', 'Esc'], does: m.understanding_key_whole() },
		{ press: ['F', 'H', 'W', 'O'], does: m.understanding_key_stance() },
		{ press: ['+', '−'], does: m.understanding_key_weight() },
		{ press: ['1', '…', '9'], does: m.understanding_key_numbers() },
		{ press: ['T'], does: m.understanding_blind_find() },
		{ press: ['N', 'P'], does: m.understanding_blind_key_next() },
	]
	return (
		<>
			<button
				type="button"
				className="blind__link"
				onClick={() => dialog.current?.showModal()}
				aria-haspopup="dialog"
				data-key-help
			>
				{m.understanding_desk_help_open()}
			</button>
			<KeyboardHelp
				dialog={dialog}
				title={m.understanding_blind_help()}
				keys={keys}
				switchLabel={m.understanding_blind_key_switch()}
				hasKeys={hasKeys}
				onSwitch={(wanted) => {
					switchSingleKeys(wanted)
					setKeys(wanted)
				}}
			/>
		</>
	)
}
