/** Seven offices read the same material: whose eyes to borrow. */
import type { Route } from './+types/perspectives'
import { refusingLoader } from '#platform/http/refusals.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { readPublic } from '../requested-edition.ts'

export const loader = refusingLoader(async ({ context }: Route.LoaderArgs) =>
	readPublic(context, async ({ edition }) => ({
		perspectives:
			edition?.content.perspectives.map(({ slug, title, introduction }) => ({ slug, title, introduction })) ?? [],
	})),
)

export default function Perspectives({ loaderData: { perspectives } }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead
				title={m.publishing_perspectives_title()}
				lead={m.publishing_perspectives_lead()}
				stage="focus"
				description={m.publishing_perspectives_lead()}
			/>
			{perspectives.length === 0 ? <NotYet /> : null}
			<Rows label={m.publishing_perspectives_title()}>
				{perspectives.map(({ slug, title, introduction }) => (
					<Row key={slug} title={<span lang="de">{title}</span>} href={`/blickwinkel/${slug}`} stage="focus" level={2}>
						<p lang="de">{firstSentence(introduction)}</p>
					</Row>
				))}
			</Rows>
		</div>
	)
}

function firstSentence(text: string): string {
	return /^.*?[.?!](?=\s|$)/s.exec(text)?.[0] ?? text
}
