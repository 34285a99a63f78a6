import { Button } from '#platform/ui/buttons.tsx'
import { TimeText } from '#platform/ui/date-text.tsx'
import { m } from '#platform/words/words.ts'
import type { HistoryChange, HistoryStep } from '../find-history.ts'
import { Difference, type Labels } from './difference.tsx'

export function HistoryEntry({ step, labels, mayEdit }: { step: HistoryStep; labels: Labels; mayEdit: boolean }) {
	const { stepId, number, at, coderName, isUndone, changes } = step
	const told = changes.filter(({ deed, after }) => !(deed === 'merged' && !after?.toThemeId))
	const shown = told.slice(0, 5)
	return (
		<li className={isUndone ? 'history__undone' : undefined} id={`schritt-${number}`}>
			<p className="label">
				{m.understanding_history_step({ number })} · <TimeText at={at} /> ·{' '}
				{coderName ?? m.understanding_history_nobody()}
				{isUndone ? <strong> · {m.understanding_history_undone()}</strong> : null}
			</p>
			<h2>
				{shown.map((change) => changeWord(change, labels)).join(' · ')}
				{told.length > shown.length ? ` ${m.understanding_history_more({ count: told.length - shown.length })}` : ''}
			</h2>
			{changes.some(hasDifference) ? (
				<details>
					<summary>{m.understanding_history_details()}</summary>
					{changes.filter(hasDifference).map(({ number: own, themeId, before, after }) => (
						<div key={own}>
							{changes.length > 1 ? <h3>{labels[themeId]}</h3> : null}
							<Difference before={before ?? {}} after={after ?? {}} labels={labels} />
						</div>
					))}
				</details>
			) : null}
			{mayEdit ? (
				<form method="post">
					<input type="hidden" name="step" value={stepId} />
					<Button look="secondary" small name="act" value={isUndone ? 'redo' : 'undo'}>
						{isUndone ? m.understanding_history_redo() : m.understanding_history_undo()}
						<span className="hidden"> {m.understanding_history_step({ number })}</span>
					</Button>
				</form>
			) : null}
		</li>
	)
}

/** Adding and deleting say it all with the name; the rest has something to compare. */
function hasDifference({ before, after }: HistoryChange): boolean {
	const fields = before && after ? Object.keys(after) : []
	return fields.some((field) => !['position', 'isArchived', 'toThemeId'].includes(field) && !field.endsWith('Ids'))
}

/** What a step did, in one sentence. */
export function changeWord({ themeId, deed, before, after }: HistoryChange, labels: Labels): string {
	const label = after?.label ?? before?.label ?? labels[themeId] ?? '…'
	const target = after?.toThemeId ? (labels[after.toThemeId] ?? '…') : ''
	const count = after?.codingIds?.length ?? 0
	if (deed === 'changed' && before?.label) return m.understanding_deed_renamed({ before: before.label, label })
	if (deed === 'moved' && after?.parentId)
		return m.understanding_deed_moved_under({ label, target: labels[after.parentId] ?? '…' })
	if (deed === 'moved' && after?.parentId === null) return m.understanding_deed_moved_out({ label })
	if (deed === 'merged') return m.understanding_deed_merged({ label, target, count })
	if (deed === 'split' && target) return m.understanding_deed_split({ label, target, count })
	return {
		added: m.understanding_deed_added,
		split: m.understanding_deed_added,
		imported: m.understanding_deed_imported,
		changed: m.understanding_deed_changed,
		moved: m.understanding_deed_moved,
		archived: m.understanding_deed_archived,
		restored: m.understanding_deed_restored,
		deleted: m.understanding_deed_deleted,
	}[deed]({ label })
}
