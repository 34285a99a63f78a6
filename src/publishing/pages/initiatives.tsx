/** What is being done, by state; what is late says so by itself. */
import type { Route } from './+types/initiatives'
import { findInitiatives } from '#acting/find-initiatives.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { InitiativeRow } from '../parts/initiative-row.tsx'
import { readPublic } from '../requested-edition.ts'

export const loader = refusingLoader(async ({ context }: Route.LoaderArgs) =>
	readPublic(context, async ({ db, today }) => ({ initiatives: await findInitiatives(db, { today }) })),
)

export default function Initiatives({ loaderData: { initiatives } }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead
				title={m.publishing_initiatives_title()}
				lead={m.publishing_initiatives_lead()}
				stage="act"
				description={m.publishing_initiatives_lead()}
			/>
			{initiatives.length === 0 ? (
				<EmptyState title={m.publishing_initiatives_none()}>
					<p>{m.publishing_initiatives_none_text()}</p>
				</EmptyState>
			) : (
				<Rows label={m.publishing_initiatives_title()}>
					{initiatives.map((initiative) => (
						<InitiativeRow key={initiative.id} initiative={initiative} level={2} />
					))}
				</Rows>
			)}
		</div>
	)
}
