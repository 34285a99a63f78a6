/** Two have changed the same coding: both versions, and the choice. */
import { useEffect, useRef } from 'react'
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { CodingState } from '../deeds.rules.ts'
import { specialWord } from '../special-words.ts'
import { useDesk, useDeskView } from './desk-context.ts'
import { intensityWord } from '../intensity-word.ts'
import type { Collision } from './desk-writes.ts'

export function DeskConflict() {
	const { store } = useDesk()
	const { conflicts } = useDeskView()
	const dialog = useRef<HTMLDialogElement>(null)
	const [conflict] = conflicts
	useEffect(() => {
		if (conflict) dialog.current?.showModal()
		else dialog.current?.close()
	}, [conflict])
	return (
		<dialog
			ref={dialog}
			className="key-help"
			aria-labelledby="zwei-fassungen"
			onCancel={(event) => event.preventDefault()}
		>
			<h2 id="zwei-fassungen">{m.understanding_conflict()}</h2>
			{conflict?.versions.map((version) => (
				<Versions key={version.codingId} version={version} />
			))}
			<div className="desk__choice">
				<Button type="button" onClick={() => store.settle(false)}>
					{m.understanding_conflict_theirs()}
				</Button>
				<Button type="button" look="secondary" onClick={() => store.settle(true)}>
					{m.understanding_conflict_mine()}
				</Button>
			</div>
		</dialog>
	)
}

function Versions({ version: { yours, theirs, changedBy } }: { version: Collision }) {
	const { themeById, store } = useDesk()
	const told = (state: Partial<CodingState> | null) => {
		const words = state && store.codings.wordsAt(state.start, state.end)
		const themeLabel = state?.themeId && themeById.get(state.themeId)?.label
		return state
			? [
					themeLabel,
					state.stance && stanceWord(state.stance),
					state.intensity && intensityWord(state.intensity),
					state.isGoodQuote && m.understanding_good_quote(),
					state.isSensitive && m.understanding_sensitive(),
					state.specialCategory && specialWord(state.specialCategory),
					words && `„${words}“`,
				]
					.filter(Boolean)
					.join(' · ') || m.understanding_conflict_unmarked()
			: m.understanding_conflict_removed()
	}
	return (
		<dl className="desk__versions">
			<dt>{changedBy ? m.understanding_conflict_by({ name: changedBy }) : m.understanding_conflict_now()}</dt>
			<dd>{told(theirs && !theirs.isRemoved ? theirs : null)}</dd>
			<dt>{m.understanding_conflict_yours()}</dt>
			<dd>{told(yours)}</dd>
		</dl>
	)
}
