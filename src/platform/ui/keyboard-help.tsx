/** Everything the keyboard can do at a desk, and the switch for those whom single keys disturb. */
import type { Ref } from 'react'
import { m } from '#platform/words/words.ts'
import { Button } from './buttons.tsx'

type KeyboardHelpProps = {
	dialog: Ref<HTMLDialogElement>
	title: string
	/** What the keys named before it do. */
	keys: readonly { press: readonly string[]; does: string }[]
	switchLabel: string
	hasKeys: boolean
	onSwitch: (hasKeys: boolean) => void
}

export function KeyboardHelp({ dialog, title, keys, switchLabel, hasKeys, onSwitch }: KeyboardHelpProps) {
	return (
		<dialog ref={dialog} className="key-help" aria-labelledby="key-help">
			<h2 id="key-help">{title}</h2>
			<dl>
				{keys.map(({ press, does }) => (
					<div key={does}>
						<dt>
							{press.map((key) => (
								<kbd key={key}>{key}</kbd>
							))}
						</dt>
						<dd>{does}</dd>
					</div>
				))}
			</dl>
			<label>
				<input type="checkbox" checked={hasKeys} onChange={(event) => onSwitch(event.target.checked)} />
				{switchLabel}
			</label>
			<form method="dialog">
				<Button look="secondary" small>
					{m.platform_close()}
				</Button>
			</form>
		</dialog>
	)
}
