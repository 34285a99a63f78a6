/** Everything the keyboard can do at the desk, and the switch for those whom single keys disturb. */
import type { ReactNode, Ref } from 'react'
import { m } from '#platform/words/words.ts'

type HelpProps = { dialog: Ref<HTMLDialogElement>; hasKeys: boolean; onSwitch: (hasKeys: boolean) => void }

export function DeskHelp({ dialog, hasKeys, onSwitch }: HelpProps) {
	return (
		<dialog ref={dialog} className="desk__help" aria-labelledby="hilfe">
			<h2 id="hilfe">{m.understanding_desk_help()}</h2>
			<dl>
				<Key keys={['↑', '↓']}>{m.understanding_key_turns()}</Key>
				<Key keys={['←', '→']}>{m.understanding_key_words()}</Key>
				<Key keys={['⇧ →', '⇧ ←']}>{m.understanding_key_more_words()}</Key>
				<Key keys={['⇧ ↓', '⇧ ↑']}>{m.understanding_key_sentences()}</Key>
				<Key keys={['A', m.understanding_key_enter()]}>{m.understanding_key_whole()}</Key>
				<Key keys={['1', '…', '9']}>{m.understanding_key_numbers()}</Key>
				<Key keys={['T', '/']}>{m.understanding_key_search()}</Key>
				<Key keys={['F', 'H', 'W', 'O']}>{m.understanding_key_stance()}</Key>
				<Key keys={['+', '−']}>{m.understanding_key_weight()}</Key>
				<Key keys={['Q', 'X']}>{m.understanding_key_marks()}</Key>
				<Key keys={['S']}>{m.understanding_key_special()}</Key>
				<Key keys={[m.understanding_key_delete()]}>{m.understanding_key_remove()}</Key>
				<Key keys={['Z', 'Y']}>{m.understanding_key_undo()}</Key>
				<Key keys={['N']}>{m.understanding_key_next()}</Key>
				<Key keys={['Esc']}>{m.understanding_key_escape()}</Key>
			</dl>
			<label className="desk__switch">
				<input type="checkbox" checked={hasKeys} onChange={(event) => onSwitch(event.target.checked)} />
				{m.understanding_key_switch()}
			</label>
			<form method="dialog">
				<button className="toggle">{m.understanding_desk_help_close()}</button>
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
