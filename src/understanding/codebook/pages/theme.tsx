import { redirect, useActionData } from 'react-router'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { changeTheme } from '../change-theme.ts'
import { findTheme, type Theme } from '../find-codebook.ts'
import { THEME_REFUSALS, ThemeFields } from '../parts/theme-fields.tsx'
import treeCss from '../parts/codebook.css?url'
import { readThemeForm } from '../read-theme-form.ts'
import type { Route } from './+types/theme'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: treeCss }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'edit-codebook', request)
	return { theme: await inThisMunicipality(context, (db) => findTheme(db, params.slug)) }
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const { id } = await inThisMunicipality(context, async (db) => {
		const theme = await findTheme(db, params.slug)
		const by = await coderOfAccount(db, member)
		const { anchorExample, ...wording } = readThemeForm(form)
		// A chosen passage stays chosen until somebody writes other words over it.
		const isChosen = theme.anchorPassageId !== null && anchorExample === theme.anchorExample.trim()
		const anchor = isChosen ? {} : { anchorExample, anchorPassageId: null }
		return changeTheme(db, { themeId: theme.id, ...wording, ...anchor, by, at: new Date() })
	})
	return redirect(`/werkstatt/codebuch#thema-${id}`, 303)
})

export default function ChangeTheme({ loaderData: { theme } }: Route.ComponentProps) {
	const refused = useActionData() as RefusedForm | undefined
	const address = `/werkstatt/codebuch/${theme.slug}`
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={theme.label}
				lead={m.understanding_used({ persons: theme.persons, passages: theme.passages })}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			<nav className="book-links" aria-label={m.understanding_theme_acts()}>
				{theme.isArchived ? null : <a href={`${address}/verschieben`}>{m.understanding_move_short()}</a>}
				<a href={`${address}/ankerbeispiel`}>{m.understanding_anchor_choose_short()}</a>
				<a href={`${address}/aufteilen`}>{m.understanding_split_short()}</a>
				<a href={`/werkstatt/codebuch/zusammenlegen?thema=${theme.id}`}>{m.understanding_merge()}</a>
				<a href={`/werkstatt/codebuch/verlauf?thema=${theme.slug}`}>{m.understanding_history()}</a>
				<a href={`${address}/wegnehmen`}>{m.understanding_take_away_short()}</a>
			</nav>
			<ErrorSummary refusal={refused?.refusal} fields={THEME_REFUSALS} />
			<form method="post">
				<ThemeFields values={refused?.values ?? valuesOf(theme)} refusal={refused?.refusal} />
				<Button>{m.understanding_theme_save()}</Button>
			</form>
		</div>
	)
}

function valuesOf({ label, definition, anchorExample, codingRule, include, exclude, keywords, colour }: Theme) {
	return {
		label,
		definition,
		anchorExample,
		codingRule,
		include,
		exclude,
		keywords: keywords.join(', '),
		colour,
	}
}
