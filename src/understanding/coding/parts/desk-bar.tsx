/** Head and foot of the desk: where one is, what can be undone, and whether everything is saved. */
import { m } from '#platform/words/words.ts'
import { shortened } from '../shortened.rules.ts'
import { useDesk, useDeskView } from './desk-context.ts'
import { goToCoding, goToNextUncoded } from './desk-keys.ts'
import { DeskFind } from './desk-find.tsx'
import { DeskShow } from './desk-show.tsx'
import type { WriteState } from './desk-writes.ts'
import { messageText } from './desk-bar-words.ts'

export function DeskBar({
	title,
	facts,
	voices,
	isFinding,
	onFind,
	onHelp,
}: {
	title: string
	facts: string
	voices: number
	isFinding: boolean
	onFind: (isFinding: boolean) => void
	onHelp: () => void
}) {
	const { store } = useDesk()
	const { mayUndo, mayRedo, codedTurns, people } = useDeskView()
	return (
		<header className="desk__bar">
			<h1>{title}</h1>
			<p className="desk__people" aria-live="polite">
				{people.length > 0 ? m.understanding_desk_here({ names: people.join(', ') }) : ''}
			</p>
			<p className="desk__hint desk__facts">
				{facts} · {m.understanding_desk_progress({ coded: codedTurns, all: voices })}
			</p>
			<div className="desk__acts">
				<button type="button" className="toggle" disabled={!mayUndo} onClick={() => void store.undo()}>
					<kbd aria-hidden="true">Z</kbd> {m.understanding_desk_undo()}
				</button>
				<button type="button" className="toggle" disabled={!mayRedo} onClick={() => store.redo()}>
					<kbd aria-hidden="true">Y</kbd> {m.understanding_desk_redo()}
				</button>
				<button type="button" className="toggle" onClick={() => goToNextUncoded(store)}>
					<kbd aria-hidden="true">N</kbd> {m.understanding_desk_next()}
				</button>
				<button type="button" className="toggle" onClick={() => goToCoding(store, 1)}>
					<kbd aria-hidden="true">C</kbd> {m.understanding_desk_next_coding()}
				</button>
				<button type="button" className="toggle" aria-pressed={isFinding} onClick={() => onFind(!isFinding)}>
					<kbd aria-hidden="true">/</kbd> {m.understanding_desk_find_open()}
				</button>
				<DeskShow />
				<button type="button" className="toggle" onClick={onHelp}>
					<kbd aria-hidden="true">?</kbd> {m.understanding_desk_help_open()}
				</button>
			</div>
			{isFinding ? <DeskFind onClose={() => onFind(false)} /> : null}
		</header>
	)
}

/**
 * What was just done, whether it is saved, and for those who hear the page the words just chosen. On a phone the head is
 * far away: what was done can be taken back here.
 */
export function DeskFoot() {
	const { store, themeById } = useDesk()
	const { message, saving, selection, mayUndo } = useDeskView()
	const themeLabel = (id: string) => themeById.get(id)?.label ?? ''
	return (
		<div
			className="desk__foot"
			data-trouble={saving.trouble === 'none' && message?.what !== 'refused' ? undefined : true}
		>
			<p aria-live="polite">{message ? messageText(message, themeLabel) : ''}</p>
			<p className="hidden" aria-live="polite" lang="de">
				{selection ? shortened(selection.quote, 40, 40) : ''}
			</p>
			{mayUndo ? (
				<button type="button" className="toggle desk__undo" onClick={() => void store.undo()}>
					{m.understanding_desk_undo()}
				</button>
			) : null}
			<Saving saving={saving} onRetry={() => store.retry()} />
		</div>
	)
}

function Saving({ saving, onRetry }: { saving: WriteState; onRetry: () => void }) {
	if (saving.waiting === 0) return <p className="desk__hint">{m.understanding_desk_saved()}</p>
	if (saving.trouble === 'none') return <p className="desk__hint">{m.understanding_desk_saving()}</p>
	return (
		<p role="alert">
			{saving.trouble === 'offline'
				? m.understanding_desk_offline({ count: saving.waiting })
				: m.understanding_desk_signed_out({ count: saving.waiting })}{' '}
			{saving.trouble === 'signed-out' ? (
				<a href="/werkstatt/anmelden" target="_blank" rel="noreferrer">
					{m.understanding_desk_sign_in()}
				</a>
			) : null}{' '}
			<button type="button" className="toggle" onClick={onRetry}>
				{m.understanding_desk_retry()}
			</button>
		</p>
	)
}
