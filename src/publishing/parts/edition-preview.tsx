/** A last look before freezing: which labels become coarser and why, what would keep them, and what is missing. */
import { DataTable } from '#platform/ui/data-table.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { SpokenText } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { climbWords } from '#protecting/label-sentences.ts'
import type { EditionPreview, QuoteChange, ShortLabel } from '../preview-edition.ts'

export function LabelPreview({ changes, shortLabels }: Pick<EditionPreview, 'changes' | 'shortLabels'>) {
	const climbing = changes.filter(({ label }) => label !== null)
	const leftOut = changes.filter(({ label }) => label === null)
	return (
		<>
			{leftOut.length > 0 ? (
				<Notice kind="warning" title={m.publishing_freeze_left_out()}>
					<p>{m.publishing_freeze_left_out_note()}</p>
					<ul>
						{leftOut.map((change) => (
							<li key={change.id}>
								<QuoteLink {...change} /> ·{' '}
								{change.isParaphrased ? m.publishing_freeze_paraphrased() : m.publishing_freeze_missing()} ·{' '}
								{whyOf(change)}
							</li>
						))}
					</ul>
				</Notice>
			) : null}
			{climbing.length > 0 ? (
				<details>
					<summary>
						{m.publishing_freeze_labels()} ({climbing.length})
					</summary>
					<p>{m.publishing_freeze_labels_rule()}</p>
					<ShortLabels labels={shortLabels} />
					<DataTable
						caption={m.publishing_freeze_labels_each()}
						rows={climbing}
						rowKey={({ id }) => id}
						columns={[
							{ head: m.publishing_freeze_labels_quote(), cell: (change) => <QuoteLink {...change} /> },
							{
								head: m.publishing_freeze_labels_change(),
								cell: ({ wished, label }) => m.publishing_freeze_labels_from_to({ from: wished, to: label! }),
							},
							{ head: m.publishing_freeze_labels_why(), cell: whyOf },
						]}
					/>
				</details>
			) : (
				<p>{m.publishing_freeze_labels_none()}</p>
			)}
		</>
	)
}

function ShortLabels({ labels }: { labels: ShortLabel[] }) {
	if (labels.length === 0) return null
	return (
		<DataTable
			caption={m.publishing_freeze_labels_short()}
			rows={labels}
			rowKey={({ label }) => label}
			columns={[
				{ head: m.publishing_freeze_labels_change(), cell: ({ label }) => label },
				{ head: m.publishing_freeze_labels_quotes(), cell: ({ quotes }) => quotes },
				{ head: m.publishing_freeze_labels_people(), cell: ({ people }) => people },
				{ head: m.publishing_freeze_labels_missing(), cell: ({ missing }) => missing },
			]}
		/>
	)
}

function QuoteLink({ href, beginning }: QuoteChange) {
	return (
		<a href={href} lang="de">
			<SpokenText>{beginning}</SpokenText>
		</a>
	)
}

function whyOf({ climbs }: QuoteChange): string {
	return [...new Set(climbs.map(({ because }) => climbWords(because)))].join('; ')
}

/** Cells that are named; nobody reads more of them. */
const MOST_LEAKS = 12

export function LeakNotice({ leaks }: Pick<EditionPreview, 'leaks'>) {
	if (leaks.length === 0) return null
	return (
		<Notice kind="warning" title={m.publishing_freeze_leaks()}>
			<p>{m.publishing_freeze_leaks_why()}</p>
			<ul>
				{leaks.slice(0, MOST_LEAKS).map(({ row, column, edition, missing }) => (
					<li key={`${row} ${column} ${edition}`}>
						{m.publishing_freeze_leak({ row, column, number: edition, missing })}
					</li>
				))}
			</ul>
			{leaks.length > MOST_LEAKS ? <p>{m.publishing_freeze_leaks_more({ count: leaks.length - MOST_LEAKS })}</p> : null}
			<p>{m.publishing_freeze_leaks_way()}</p>
		</Notice>
	)
}
