/** What a move would change, as a list to read before doing it. */
import { DataTable } from '#platform/ui/data-table.tsx'
import { m } from '#platform/words/words.ts'
import type { MovePreview } from '../preview-move.ts'
import type { LaterUse } from '../theme-uses.ts'

export function MovePreviewList({ preview }: { preview: MovePreview }) {
	const { subThemes, isOrderOnly, counts, topLevel, joins, leaves } = preview
	return (
		<>
			<ul className="step-preview">
				<li>{isOrderOnly ? m.understanding_move_order_only() : m.understanding_move_codings_stay()}</li>
				{subThemes.length > 0 ? <li>{m.understanding_move_along({ labels: subThemes.join(', ') })}</li> : null}
				{joins.map((use) => (
					<Gathering key={use.href} use={use} word={m.understanding_move_joins()} />
				))}
				{leaves.map((use) => (
					<Gathering key={use.href} use={use} word={m.understanding_move_leaves()} />
				))}
				{topLevel === 'joins' ? <li>{m.understanding_move_to_top()}</li> : null}
				{topLevel === 'leaves' ? <li>{m.understanding_move_from_top()}</li> : null}
				<li>{m.understanding_preview_editions()}</li>
			</ul>
			{counts.length > 0 ? <Counts counts={counts} /> : null}
		</>
	)
}

function Gathering({ use, word }: { use: LaterUse; word: string }) {
	return (
		<li>
			{m.understanding_preview_focus_theme()} <a href={use.href}>{use.title}</a> {word}
		</li>
	)
}

function Counts({ counts }: Pick<MovePreview, 'counts'>) {
	return (
		<DataTable
			caption={m.understanding_move_counts()}
			columns={[
				{ head: m.understanding_theme(), cell: ({ label }) => label },
				{ head: m.understanding_move_before(), cell: ({ before }) => m.understanding_used(before) },
				{ head: m.understanding_move_after(), cell: ({ after }) => m.understanding_used(after) },
			]}
			rows={counts}
			rowKey={({ label }) => label}
		/>
	)
}
