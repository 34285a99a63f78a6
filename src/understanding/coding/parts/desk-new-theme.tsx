/** A theme found while reading: its name comes from the words themselves, which become its anchor example. */
import { useState, type FormEvent, type RefObject } from 'react'
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import { useDesk, useDeskView } from './desk-context.ts'

type NewThemeProps = { dialog: RefObject<HTMLDialogElement | null> }

/** As long as a theme's name may be. */
const LONGEST_LABEL = 80

export function DeskNewTheme({ dialog }: NewThemeProps) {
	const { notes, themes, addTheme } = useDesk()
	const { selection } = useDeskView()
	const [trouble, setTrouble] = useState('')
	const quote = selection?.quote ?? ''
	const create = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault()
		const given = new FormData(event.currentTarget)
		const parentId = String(given.get('parent') ?? '') || null
		const { theme, sentence } = await notes.newTheme(String(given.get('label') ?? ''), parentId)
		setTrouble(sentence ?? '')
		if (!theme) return
		addTheme({ ...theme, depth: parentId ? (themes.find(({ id }) => id === parentId)?.depth ?? 0) + 1 : 0 }, parentId)
		dialog.current?.close()
	}
	return (
		<dialog ref={dialog} className="key-help" aria-labelledby="neues-thema">
			<h2 id="neues-thema">{m.understanding_desk_new_theme()}</h2>
			<blockquote className="desk__chosen spoken" lang="de">
				{quote.length > 200 ? `${quote.slice(0, 190)} …` : quote}
			</blockquote>
			<form key={quote} className="desk__new-theme" onSubmit={(event) => void create(event)}>
				<label>
					<span>{m.understanding_desk_new_theme_label()}</span>
					<input name="label" defaultValue={inVivo(quote)} maxLength={LONGEST_LABEL} required autoComplete="off" />
				</label>
				<label>
					<span>{m.understanding_desk_new_theme_under()}</span>
					<select name="parent">
						<option value="">{m.understanding_desk_new_theme_top()}</option>
						{themes
							.filter(({ isArchived }) => !isArchived)
							.map(({ id, label, depth }) => (
								<option key={id} value={id}>
									{'\u2003'.repeat(depth) + label}
								</option>
							))}
					</select>
				</label>
				{trouble ? <p role="alert">{trouble}</p> : null}
				<p className="desk__hint">{m.understanding_desk_new_theme_hint()}</p>
				<div className="desk__choice">
					<Button>{m.understanding_desk_new_theme_make()}</Button>
					<Button
						type="button"
						look="secondary"
						onClick={() => {
							setTrouble('')
							dialog.current?.close()
						}}
					>
						{m.platform_close()}
					</Button>
				</div>
			</form>
		</dialog>
	)
}

/** The words themselves, as many whole ones as fit into a name. */
function inVivo(quote: string): string {
	const words = quote.replace(/\s+/g, ' ').trim()
	if (words.length <= 60) return words
	return words.slice(0, words.lastIndexOf(' ', 60) > 0 ? words.lastIndexOf(' ', 60) : 60)
}
