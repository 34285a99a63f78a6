/** Notes on the coding in hand, or on the contribution the chosen words stand in. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import { useDesk, useDeskView } from './desk-context.ts'
import type { DeskMemo } from './desk-view.ts'

export function DeskMemos() {
	const { notes } = useDesk()
	const { selection, activeId, memos } = useDeskView()
	useEffect(() => void notes.load(), [notes])
	useEffect(() => {
		const onLeave = (event: BeforeUnloadEvent) => notes.drafts.size > 0 && event.preventDefault()
		window.addEventListener('beforeunload', onLeave)
		return () => window.removeEventListener('beforeunload', onLeave)
	}, [notes])
	if (!selection) return null
	const here = memos.filter((memo) =>
		activeId ? memo.codingId === activeId : memo.kind === 'voice' && memo.position === selection.turn,
	)
	return (
		<section className="desk__memos" aria-labelledby="notizen-hier">
			<h3 id="notizen-hier">{activeId ? m.understanding_memos_coding() : m.understanding_memos_turn()}</h3>
			<MemoList memos={here} />
			<MemoForm
				key={activeId ?? selection.turn}
				on={activeId ? { codingId: activeId } : { position: selection.turn }}
				subject={activeId ?? selection.turn}
			/>
		</section>
	)
}

/** One's own can be deleted, and the one deleted last brought back. */
function MemoList({ memos }: { memos: readonly DeskMemo[] }) {
	const { store, notes } = useDesk()
	const { removedMemo } = useDeskView()
	const [trouble, setTrouble] = useState('')
	/** The button just pressed is gone: the focus moves to what comes next. */
	const goOn = (sentence: string | undefined, next: string) => {
		setTrouble(sentence ?? '')
		if (sentence === undefined) requestAnimationFrame(() => document.getElementById(next)?.focus())
	}
	return (
		<>
			<ul>
				{memos.map((memo) => (
					<li key={memo.id}>
						{memo.text} <small>{memo.coderName}</small>{' '}
						{memo.coderName === store.start.coderName ? (
							<button
								type="button"
								className="toggle"
								aria-label={`${m.understanding_memo_remove()}: ${memo.text.slice(0, 60)}`}
								onClick={() => void notes.remove(memo).then((sentence) => goOn(sentence, 'notiz-zurueck'))}
							>
								{m.understanding_memo_remove_short()}
							</button>
						) : null}
					</li>
				))}
			</ul>
			<div aria-live="polite">
				{removedMemo ? (
					<p className="desk__hint">
						{m.understanding_memo_removed()}{' '}
						<button
							type="button"
							className="toggle"
							id="notiz-zurueck"
							onClick={() => void notes.bringBack().then((sentence) => goOn(sentence, 'notiz'))}
						>
							{m.understanding_memo_bring_back()}
						</button>
					</p>
				) : null}
			</div>
			{trouble ? <p role="alert">{trouble}</p> : null}
		</>
	)
}

type MemoFormProps = { on: { codingId: string } | { position: number }; subject: string | number }

function MemoForm({ on, subject }: MemoFormProps) {
	const { store, notes } = useDesk()
	const [trouble, setTrouble] = useState('')
	const field = useRef<HTMLTextAreaElement>(null)
	const draft = (text: string) => (text.trim() ? notes.drafts.set(subject, text) : notes.drafts.delete(subject))
	const write = async (event: FormEvent) => {
		event.preventDefault()
		const sentence = await notes.write(on, field.current?.value ?? '')
		setTrouble(sentence ?? '')
		if (sentence !== undefined) return
		draft('')
		if (field.current) field.current.value = ''
		store.say({ what: 'noted' })
	}
	return (
		<form onSubmit={(event) => void write(event)}>
			<label>
				<span className="hidden">{m.understanding_memo()}</span>
				<textarea
					id="notiz"
					ref={field}
					rows={2}
					placeholder={m.understanding_memo_write()}
					defaultValue={notes.drafts.get(subject)}
					onChange={({ target }) => draft(target.value)}
					onKeyDown={(event) => {
						if (event.key === 'Escape') document.getElementById('transkript')?.focus({ preventScroll: true })
						if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write(event)
					}}
				/>
			</label>
			{trouble ? <p role="alert">{trouble}</p> : null}
			<Button small look="secondary">
				{m.understanding_memo_save()}
			</Button>{' '}
			<a href="/werkstatt/notizen">{m.understanding_memos_all()}</a>
		</form>
	)
}
