/** What the codebook still needs: definitions, examples, rules; themes nobody uses, and pairs that may be one. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, memberContext, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import css from '../../parts/understanding.css?url'
import { findGaps } from '../find-gaps.ts'
import treeCss from '../parts/codebook.css?url'
import { gapWord } from '../parts/gap-words.ts'
import { ThemeName } from '../parts/theme-name.tsx'
import type { Route } from './+types/gaps'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'read-transcripts', request)
	const part = context.get(memberContext)?.part
	return inThisMunicipality(context, async (db) => {
		await noteReading(db, accountId, 'theme')
		return { ...(await findGaps(db)), mayEdit: part ? mayDo(part, 'edit-codebook') : false }
	})
})

export default function Gaps({ loaderData }: Route.ComponentProps) {
	const { themes, overlaps, mayEdit } = loaderData
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_gaps()}
				lead={m.understanding_gaps_lead()}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			{themes.length === 0 && overlaps.length === 0 ? (
				<EmptyState title={m.understanding_gaps_none()}>{m.understanding_gaps_none_next()}</EmptyState>
			) : null}
			{overlaps.length > 0 ? (
				<section>
					<h2>{m.understanding_gaps_overlaps()}</h2>
					<ul className="history">
						{overlaps.map(({ one, other, oneId, otherId, passages, share }) => (
							<li key={oneId + otherId}>
								<p>
									<strong>
										{one} · {other}
									</strong>
									<br />
									{m.understanding_gaps_overlap({ passages, share: Math.round(share * 100) })}
								</p>
								{mayEdit ? (
									<ButtonLink
										look="secondary"
										small
										href={`/werkstatt/codebuch/zusammenlegen?ziel=${oneId}&thema=${otherId}`}
									>
										{m.understanding_gaps_look_at_merge()}
									</ButtonLink>
								) : null}
							</li>
						))}
					</ul>
				</section>
			) : null}
			{themes.length > 0 ? (
				<section>
					<h2>{m.understanding_gaps_themes()}</h2>
					<ul className="history">
						{themes.map(({ id, slug, label, colour, gaps, firstPassages, persons, passages }) => (
							<li key={id}>
								<h3>
									<ThemeName label={label} colour={colour} href={mayEdit ? `/werkstatt/codebuch/${slug}` : undefined} />
								</h3>
								<p className="label">{m.understanding_used({ persons, passages })}</p>
								<p>{gaps.map(gapWord).join(' · ')}</p>
								{firstPassages.map((quote, at) => (
									<blockquote key={at} className="spoken" lang="de">
										{quote}
									</blockquote>
								))}
							</li>
						))}
					</ul>
				</section>
			) : null}
		</div>
	)
}
