/** The material through the eyes of one office. */
import type { Route } from './+types/perspective'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { readPublic } from '../requested-edition.ts'

export const loader = refusingLoader(async ({ context, params }: Route.LoaderArgs) =>
	readPublic(context, async ({ edition }) => {
		const all = edition?.content.perspectives ?? []
		const at = all.findIndex(({ slug }) => slug === params.slug)
		const perspective = all[at]
		if (!perspective) throw new Problem('not-found', 'perspective-unknown', { slug: params.slug })
		return { perspective, next: all[at + 1] ?? all[0]! }
	}),
)

export default function Perspective({ loaderData: { perspective, next } }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead
				title={perspective.title}
				titleLang="de"
				label={m.publishing_perspectives_title()}
				stage="focus"
				lead={<p lang="de">{perspective.introduction}</p>}
			/>
			<div className="points">
				{perspective.points.map(({ title, text, evidence, focusTheme }) => (
					<section key={title}>
						<h2 lang="de">{title}</h2>
						<p>
							<span lang="de">{text}</span>
							{evidence > 0 ? <span className="evidence"> {m.publishing_evidence({ count: evidence })}</span> : null}
						</p>
						{focusTheme ? (
							<p className="note">
								{m.publishing_more_in()}{' '}
								<a href={`/themen/${focusTheme.slug}`} lang="de">
									{focusTheme.title}
								</a>
							</p>
						) : null}
					</section>
				))}
			</div>
			<section className="boxed" lang="de">
				<p className="lead">{perspective.closing}</p>
			</section>
			<p>
				<a href={`/blickwinkel/${next.slug}`}>{m.publishing_next_perspective({ title: next.title })}</a> ·{' '}
				<a href="/blickwinkel">{m.publishing_perspectives_title()}</a>
			</p>
		</div>
	)
}
