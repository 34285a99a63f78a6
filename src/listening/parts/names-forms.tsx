/** What works at the names desk without script: decisions by name, and the last step. */
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { NameGroup } from '../names/find-names-desk.ts'
import { withoutEnding } from '../names/number-names.rules.ts'
import { standOf } from '../names/stand-of.ts'
import { kindWord } from '#protecting/name-kind-words.ts'

/** Names one form holds: undecided ones first. */
const NAMES_PER_FORM = 40

/** `slug` where the address does not say which text it is. */
type NamesFormProps = {
	transcriptId: string
	seenAt: Date
	slug?: string
	groups: readonly NameGroup[]
	/** What a refused form held. */
	values: Record<string, string>
}

export function NamesForm({ transcriptId, seenAt, slug, groups, values }: NamesFormProps) {
	const wished = wishesIn(values)
	const shown = groups.toSorted((one, other) => Number(other.open > 0) - Number(one.open > 0)).slice(0, NAMES_PER_FORM)
	if (shown.length === 0) return null
	return (
		<form method="post">
			<input type="hidden" name="act" value="decide" />
			{slug ? <input type="hidden" name="text" value={slug} /> : null}
			<input type="hidden" name="transcript" value={transcriptId} />
			<h2>{m.listening_names_list()}</h2>
			<input type="hidden" name="gesehen" value={seenAt.toISOString()} />
			{shown.map((group, at) => (
				<fieldset key={group.findingId} className="names__plain-name">
					<legend>
						<span className="spoken" lang="de">
							{group.name}
						</span>{' '}
						· {kindWord(group.kind)} · {m.listening_names_times({ count: group.all })}
					</legend>
					<input type="hidden" name={`stelle-${at}`} value={group.findingId} />
					<input type="hidden" name={`stand-${at}`} value={standOf(stateOf(group), withoutEnding(group.replacement))} />
					<Field
						kind="radios"
						horizontal
						name={`entscheidung-${at}`}
						label={m.listening_names_decision()}
						value={wished.get(group.findingId)?.state ?? stateOf(group)}
						options={[
							{ value: 'replaced', label: m.listening_names_replace() },
							{ value: 'kept', label: m.listening_names_keep() },
						]}
					/>
					<Field
						name={`ersatz-${at}`}
						width={16}
						label={m.listening_names_replacement()}
						value={wished.get(group.findingId)?.replacement ?? withoutEnding(group.replacement)}
						maxLength={100}
					/>
				</fieldset>
			))}
			<Buttons>
				<Button look="secondary">{m.listening_names_save()}</Button>
			</Buttons>
		</form>
	)
}

function stateOf({ open, kept, all }: NameGroup): '' | 'kept' | 'replaced' {
	if (open > 0) return ''
	return kept === all ? 'kept' : 'replaced'
}

type Wish = { state: string; replacement: string }

/** What was entered, by place: the order may have changed. */
function wishesIn(values: Record<string, string>): Map<string, Wish> {
	const wishes = new Map<string, Wish>()
	for (let at = 0; values[`stelle-${at}`] !== undefined; at++)
		wishes.set(values[`stelle-${at}`]!, {
			state: values[`entscheidung-${at}`] ?? '',
			replacement: values[`ersatz-${at}`] ?? '',
		})
	return wishes
}

type FinishProps = {
	transcriptId: string
	slug?: string
	title: string
	progress: { decided: number; all: number }
	/** Many short texts, one after another: no title to look at, and one button leads on. */
	isQueue: boolean
	values: Record<string, string>
}

/** Refused by the server while anything is undecided; the page says so before. */
export function FinishForm({ transcriptId, slug, title, progress, isQueue, values }: FinishProps) {
	const open = progress.all - progress.decided
	return (
		<form method="post" id="abschluss" className="names__finish">
			<input type="hidden" name="act" value="finish" />
			{slug ? <input type="hidden" name="text" value={slug} /> : null}
			<input type="hidden" name="transcript" value={transcriptId} />
			<h2>{m.listening_names_last_question()}</h2>
			<p>{m.listening_names_last_text()}</p>
			{open > 0 ? <p className="names__open">{m.listening_names_still_open({ count: open })}</p> : null}
			{isQueue ? (
				<input type="hidden" name="gelesen" value="ja" />
			) : (
				<>
					<Field
						name="titel"
						label={m.listening_names_title()}
						hint={m.listening_names_title_hint()}
						value={values['titel'] ?? title}
					/>
					<Field kind="checkbox" name="gelesen" label={m.listening_names_read()} required />
				</>
			)}
			<Buttons>
				<Button>{isQueue ? m.listening_names_finish_next() : m.listening_names_finish()}</Button>
			</Buttons>
		</form>
	)
}
