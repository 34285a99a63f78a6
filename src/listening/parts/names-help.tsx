/** Everything the keyboard can do at the names desk, and the switch for those whom single keys disturb. */
import type { ReactNode, Ref } from 'react'
import { m } from '#platform/words/words.ts'

type HelpProps = { dialog: Ref<HTMLDialogElement>; hasKeys: boolean; onSwitch: (hasKeys: boolean) => void }

export function NamesHelp({ dialog, hasKeys, onSwitch }: HelpProps) {
	return (
		<dialog ref={dialog} className="names__help" aria-labelledby="namen-hilfe">
			<h2 id="namen-hilfe">{m.listening_names_help()}</h2>
			<dl>
				<Key keys={['N', 'P']}>{m.listening_names_key_steps()}</Key>
				<Key keys={['↵', '⇧ ↵']}>{m.listening_names_key_replace()}</Key>
				<Key keys={['K', '⇧ K']}>{m.listening_names_key_keep()}</Key>
				<Key keys={['R']}>{m.listening_names_key_edit()}</Key>
				<Key keys={['Z']}>{m.listening_names_key_undo()}</Key>
				<Key keys={['↑', '↓']}>{m.listening_names_key_turns()}</Key>
				<Key keys={['←', '→', '⇧ →']}>{m.listening_names_key_words()}</Key>
				<Key keys={['1', '…', '9']}>{m.listening_names_key_mark()}</Key>
				<Key keys={['Esc']}>{m.listening_names_key_escape()}</Key>
			</dl>
			<label className="names__check">
				<input type="checkbox" checked={hasKeys} onChange={(event) => onSwitch(event.target.checked)} />
				{m.listening_names_key_switch()}
			</label>
			<form method="dialog">
				<button className="names__act">{m.listening_names_help_close()}</button>
			</form>
		</dialog>
	)
}

function Key({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
	return (
		<div>
			<dt>
				{keys.map((key) => (
					<kbd key={key}>{key}</kbd>
				))}
			</dt>
			<dd>{children}</dd>
		</div>
	)
}
