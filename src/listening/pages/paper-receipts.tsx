/** Receipts on paper for interviews: printed in advance, drawn blind, linked later. */
import type { Route } from './+types/paper-receipts'
import { requireRight } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { MOST_RECEIPTS } from '../print-receipts.ts'

// oxlint-disable-next-line typescript/require-await
export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'record-conversations', request)
	return { most: MOST_RECEIPTS, isRefused: new URL(request.url).searchParams.has('anzahl') }
})

export default function PaperReceipts({ loaderData: { most, isRefused } }: Route.ComponentProps) {
	return (
		<div className="page section prose">
			<PageHead
				stage="listen"
				title={m.listening_paper_receipts_title()}
				lead={m.listening_paper_receipts_lead()}
				crumbs={[{ href: '/werkstatt/runden', label: m.listening_rounds_title() }]}
			/>
			<ol>
				<li>{m.listening_paper_step_print()}</li>
				<li>{m.listening_paper_step_draw()}</li>
				<li>{m.listening_paper_step_link()}</li>
			</ol>
			<form method="post" action="/werkstatt/belege/bogen" className="form">
				<Field
					kind="number"
					name="count"
					label={m.listening_paper_count()}
					hint={m.listening_paper_count_hint()}
					error={isRefused ? m.problem_receipt_count_invalid({ most }) : undefined}
					value="20"
					min={1}
					max={most}
					required
					width={4}
				/>
				<Button>{m.listening_paper_print()}</Button>
			</form>
			<p className="note">{m.listening_paper_once()}</p>
		</div>
	)
}
