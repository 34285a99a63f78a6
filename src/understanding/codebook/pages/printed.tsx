/** The codebook to pin up: everything there is to say of every theme, nothing to click. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import css from '../../parts/understanding.css?url'
import { findCodebook, findRolledUp } from '../find-codebook.ts'
import treeCss from '../parts/codebook.css?url'
import { ThemeName } from '../parts/theme-name.tsx'
import { ThemeWords } from '../parts/theme-words.tsx'
import type { Route } from './+types/printed'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	return inThisMunicipality(context, async (db) => {
		const rolled = await findRolledUp(db)
		const themes = (await findCodebook(db)).filter(({ isArchived }) => !isArchived)
		return {
			themes: themes.map((theme) => ({ ...theme, ...rolled.get(theme.id) })),
			today: todayIn(context.get(municipalityContext)),
		}
	})
})

export default function PrintedCodebook({ loaderData: { themes, today } }: Route.ComponentProps) {
	return (
		<div className="page narrow printed-codebook">
			<PageHead
				stage="understand"
				title={m.understanding_codebook()}
				lead={
					<p>
						{m.understanding_print_lead({ count: themes.length })} <DateText day={today} />
					</p>
				}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			<p className="printed-codebook__how">{m.understanding_print_how()}</p>
			{themes.length === 0 ? (
				<EmptyState title={m.understanding_codebook_empty()}>{m.understanding_codebook_empty_next()}</EmptyState>
			) : null}
			{themes.map((theme) => {
				const Heading = theme.depth === 0 ? 'h2' : theme.depth === 1 ? 'h3' : 'h4'
				return (
					<section key={theme.id} className={`printed-codebook__theme depth-${Math.min(theme.depth, 3)}`}>
						<Heading>
							<ThemeName label={theme.label} colour={theme.colour} />
						</Heading>
						{theme.definition ? <p>{theme.definition}</p> : null}
						<ThemeWords theme={theme} />
						<p className="label">{m.understanding_used({ persons: theme.persons, passages: theme.passages })}</p>
					</section>
				)
			})}
		</div>
	)
}
