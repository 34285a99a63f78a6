/** One note with what it is about; its writer puts it right and deletes it where it stands, without script. */
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { m } from '#platform/words/words.ts'
import type { FoundMemo, MemoKind } from '../find-memos.ts'

export function memoKindWord(kind: MemoKind): string {
	return {
		coding: m.understanding_memo_kind_coding,
		voice: m.understanding_memo_kind_voice,
		theme: m.understanding_memo_kind_theme,
		conversation: m.understanding_memo_kind_conversation,
		round: m.understanding_memo_kind_round,
	}[kind]()
}

export function MemoEntry({ memo }: { memo: FoundMemo & { mayChange: boolean } }) {
	const { id, text, kind, coderName, createdAt, changedAt, about, themeLabel, mayChange } = memo
	const isSaid = kind === 'coding' || kind === 'voice'
	return (
		<li className="memo" id={`m-${id}`}>
			<p className="memo__about">
				<strong>{memoKindWord(kind)}</strong>
				{themeLabel ? ` · ${themeLabel}` : null}{' '}
				<a className={isSaid ? 'spoken' : undefined} href={addressOf(memo)}>
					{isSaid ? `„${about.length > 160 ? `${about.slice(0, 150)} …` : about}“` : about}
				</a>
			</p>
			<p className="memo__text">{text}</p>
			<p className="desk__hint">
				{coderName} · <DateText day={(changedAt ?? createdAt).slice(0, 10)} style="short" />
				{changedAt ? ` · ${m.understanding_memo_changed()}` : null}
			</p>
			{mayChange ? <MemoForm id={id} text={text} /> : null}
		</li>
	)
}

function MemoForm({ id, text }: { id: string; text: string }) {
	const field = `notiz-${id}`
	return (
		<details>
			<summary>{m.understanding_memo_edit()}</summary>
			<form method="post">
				<input type="hidden" name="memo" value={id} />
				<label className="kern-label" htmlFor={field}>
					{m.understanding_memo()}
				</label>
				<textarea className="kern-form-input__input" id={field} name="text" rows={4} defaultValue={text} required />
				<Button small name="act" value="change">
					{m.understanding_memo_save()}
				</Button>{' '}
				<Button small look="danger" name="act" value="remove">
					{m.understanding_memo_remove()}
				</Button>
			</form>
		</details>
	)
}

function addressOf({ kind, themeSlug, conversationSlug, roundSlug, position }: FoundMemo): string {
	if (kind === 'theme') return `/werkstatt/codebuch/${themeSlug}`
	if (kind === 'round') return `/werkstatt/runden/${roundSlug}`
	const desk = `/werkstatt/gespraeche/${conversationSlug}/codieren`
	return kind === 'conversation' ? desk : `${desk}#beitrag-${position}`
}
