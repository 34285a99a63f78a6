import { DataTable } from '#platform/ui/data-table.tsx'
import { m } from '#platform/words/words.ts'
import type { RecordSection } from '../records/record-document.ts'

/** A generated document on a page. What is still to be filled in stands out in words. */
export function RecordSections({ sections }: { sections: readonly RecordSection[] }) {
	return sections.map(({ id, heading, texts = [], list = [], table, blanks = [] }) => (
		<section key={heading}>
			<h2 id={id}>{heading}</h2>
			{texts.map((line) => (
				<p key={line}>{line}</p>
			))}
			{list.length > 0 ? (
				<ul>
					{list.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			) : null}
			{table ? (
				<DataTable
					caption={heading}
					hideCaption
					rows={table.rows}
					rowKey={(row) => row.join(' ')}
					columns={table.heads.map((head, at) => ({ head, cell: (row: string[]) => row[at] }))}
				/>
			) : null}
			{blanks.map((what) => (
				<p key={what}>
					<strong>{m.publishing_record_blank({ what })}</strong>
				</p>
			))}
		</section>
	))
}
