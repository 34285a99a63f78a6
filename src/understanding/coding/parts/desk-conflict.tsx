/** Two have changed the same coding: both versions, and the choice. */
import { Fragment, useEffect, useRef } from 'react'
import { Button } from '#platform/ui/buttons.tsx'
import { classes } from '#platform/ui/classes.ts'
import { m } from '#platform/words/words.ts'
import { codingFacts } from '../coding-facts.ts'
import type { CodingState } from '../deeds.rules.ts'
import { shortened } from '../shortened.rules.ts'
import { useDesk, useDeskView } from './desk-context.ts'
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

/** Both in full, so that they can be compared; what differs stands out. */
function Versions({ version: { codingId, yours, theirs, changedBy } }: { version: Collision }) {
	const { store } = useDesk()
	const standing = theirs && !theirs.isRemoved ? theirs : null
	const wanted = yours && { ...(standing ?? store.codings.find(codingId)), ...yours }
	const isByAnother = changedBy !== null && changedBy !== store.start.coderName
	return (
		<dl className="desk__versions">
			<dt>{isByAnother ? m.understanding_conflict_by({ name: changedBy }) : m.understanding_conflict_now()}</dt>
			<dd>
				<Version state={standing} beside={wanted} />
			</dd>
			<dt>{m.understanding_conflict_yours()}</dt>
			<dd>
				<Version state={wanted} beside={standing} />
			</dd>
		</dl>
	)
}

type VersionProps = { state: Partial<CodingState> | null; beside: Partial<CodingState> | null }

function Version({ state, beside }: VersionProps) {
	const { themeById, store } = useDesk()
	if (!state) return <strong>{m.understanding_conflict_removed()}</strong>
	const facts = (one: Partial<CodingState>) => {
		const theme = themeById.get(one.themeId ?? '')?.label
		return theme ? [theme, ...codingFacts(one)] : codingFacts(one)
	}
	const others = new Set(beside ? facts(beside) : [])
	const words = store.codings.wordsAt(state.start, state.end)
	const areSameWords = !beside || words === store.codings.wordsAt(beside.start, beside.end)
	const told = facts(state)
	return (
		<>
			{told.length === 0 ? m.understanding_conflict_unmarked() : null}
			{told.map((fact, at) => (
				<Fragment key={fact}>
					{at > 0 ? ' · ' : null}
					{beside && !others.has(fact) ? <strong>{fact}</strong> : fact}
				</Fragment>
			))}
			{words ? (
				<q className={classes('spoken', !areSameWords && 'desk__differs')}>{shortened(words, 140, 90)}</q>
			) : null}
		</>
	)
}
