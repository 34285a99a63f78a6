/** How long what is kept: the rules, and what the daily job removed. */
import { redirect } from 'react-router'
import type { Route } from './+types/retention'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DataTable } from '#platform/ui/data-table.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findRetentionLog } from '../find-retention-log.ts'
import { inThisMunicipality, requireRight } from '../request.ts'
import { changeRetention, findRetentionRules, MOST_DAYS, WHOLE_RUN } from '../retention.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'manage-municipality', request)
	const isSaved = new URL(request.url).searchParams.has('gespeichert')
	return inThisMunicipality(context, async (db) => {
		const rules = await findRetentionRules(db)
		const labels = new Map(rules.map(({ kind, label }) => [kind, label()]))
		const log = await findRetentionLog(db)
		return {
			isSaved,
			most: MOST_DAYS,
			rules: rules.map(({ kind, days, leastDays, defaultDays, label, since }) => ({
				...{ kind, days, defaultDays },
				...{ least: leastDays ?? 1, label: label(), since: since() },
			})),
			log: log.map((run) => ({
				...run,
				label: run.kind === WHOLE_RUN ? m.people_retention_all() : (labels.get(run.kind) ?? run.kind),
			})),
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'manage-municipality', request)
	const fields = [...form].filter(([name]) => name.startsWith('days-'))
	const days = new Map(fields.map(([name, value]) => [name.slice('days-'.length), Number(value || 'leer')]))
	await inThisMunicipality(context, (db) => changeRetention(db, { days, by, at: new Date() }))
	return redirect('/werkstatt/aufbewahrung?gespeichert', 303)
})

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
	const { rules, log, isSaved, most } = loaderData
	const { refusal, values } = (actionData as RefusedForm | undefined) ?? {}
	return (
		<div className="page section">
			<PageHead
				title={m.people_retention_title()}
				lead={m.people_retention_lead()}
				crumbs={[{ href: '/werkstatt/datenschutz', label: m.platform_menu_privacy() }]}
			/>
			<ErrorSummary refusal={refusal} />
			{isSaved && !refusal ? <Notice kind="success" title={m.people_saved()} announce /> : null}
			<form method="post" className="form section">
				{rules.map(({ kind, label, since, days, defaultDays, least }) => (
					<Field
						key={kind}
						kind="number"
						name={`days-${kind}`}
						label={label}
						hint={m.people_retention_days_hint({ since, days: defaultDays })}
						value={values?.[`days-${kind}`] ?? String(days)}
						min={least}
						max={most}
						required
						width={4}
					/>
				))}
				<Button>{m.people_save()}</Button>
			</form>
			<section className="section" aria-labelledby="fest">
				<h2 id="fest">{m.people_retention_fixed()}</h2>
				<ul>
					<li>{m.people_retention_fixed_signins()}</li>
					<li>{m.people_retention_fixed_audit()}</li>
					<li>{m.people_retention_fixed_voices()}</li>
					<li>{m.people_retention_fixed_backups()}</li>
				</ul>
			</section>
			<section className="section" aria-labelledby="protokoll">
				<h2 id="protokoll">{m.people_retention_log()}</h2>
				<DataTable
					caption={m.people_retention_log()}
					hideCaption
					rows={log}
					rowKey={({ kind, ranOn }) => `${kind} ${ranOn}`}
					empty={<EmptyState title={m.people_retention_log_empty()} />}
					columns={[
						{ head: m.people_retention_day(), cell: ({ ranOn }) => <DateText day={ranOn} style="short" /> },
						{ head: m.people_retention_what(), cell: ({ label }) => label },
						{ head: m.people_retention_removed(), cell: ({ removed }) => removed, isNumber: true },
					]}
				/>
			</section>
		</div>
	)
}
