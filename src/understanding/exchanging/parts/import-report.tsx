/** What an exchange file brought, how its passages were counted, and what did not come along. */
import { DataTable } from '#platform/ui/data-table.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import type { ImportedProject } from '../import-project.ts'
import { lossSentence, wayWords } from '../loss-words.ts'
import type { Loss, SourceReading } from '../project-plan.ts'

/** Below this somebody should look. */
const DOUBTFUL = 0.8

export function ImportReport({ imported }: { imported: ImportedProject }) {
	const { added, losses, readings } = imported
	return (
		<section className="section" aria-labelledby="angekommen">
			<h2 id="angekommen">{m.understanding_exchange_report()}</h2>
			<Notice kind={added > 0 ? 'success' : 'info'} announce>
				<p>
					{added > 0 ? m.understanding_exchange_report_counts(imported) : m.understanding_exchange_report_nothing()}
				</p>
			</Notice>
			{readings.length > 0 ? <Readings readings={readings} /> : null}
			<h3>{m.understanding_exchange_lost_in()}</h3>
			<Losses losses={losses} />
		</section>
	)
}

export function Losses({ losses }: { losses: readonly Loss[] }) {
	if (losses.length === 0) return <p>{m.understanding_exchange_lost_none()}</p>
	return (
		<ul>
			{losses.map((loss) => (
				<li key={loss.code}>{lossSentence(loss)}</li>
			))}
		</ul>
	)
}

function Readings({ readings }: { readings: readonly SourceReading[] }) {
	return (
		<>
			<h3>{m.understanding_exchange_readings()}</h3>
			<p>{m.understanding_exchange_readings_hint()}</p>
			<DataTable
				caption={m.understanding_exchange_readings()}
				hideCaption
				rowKey={({ id }) => id}
				rows={readings}
				columns={[
					{ head: m.understanding_exchange_source(), cell: ({ name }) => name },
					{ head: m.understanding_exchange_passages(), cell: ({ passages }) => passages, isNumber: true },
					{ head: m.understanding_exchange_way(), cell: wayWords },
					{
						head: m.understanding_exchange_match(),
						isNumber: true,
						cell: ({ score, found, named }) => (
							<>
								{named > 0 ? `${found}/${named} · ` : ''}
								{Math.round(score * 100)} %
								{score < DOUBTFUL ? <StateWord tone="late">{m.understanding_exchange_check()}</StateWord> : null}
							</>
						),
					},
				]}
			/>
		</>
	)
}
