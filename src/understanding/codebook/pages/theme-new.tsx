import { redirect, useActionData } from 'react-router'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { colourFor } from '../codebook.rules.ts'
import { createTheme } from '../create-theme.ts'
import { findCodebook } from '../find-codebook.ts'
import { THEME_REFUSALS, ThemeFields } from '../parts/theme-fields.tsx'
import treeCss from '../parts/codebook.css?url'
import { readThemeForm } from '../read-theme-form.ts'
import type { Route } from './+types/theme-new'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: treeCss }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'edit-codebook', request)
	const themes = await inThisMunicipality(context, findCodebook)
	const parents = themes.filter(({ isArchived }) => !isArchived).map(({ id, label, depth }) => ({ id, label, depth }))
	return { parents, colour: colourFor(themes.length) }
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const parentId = String(form.get('parent') ?? '') || null
	const { id } = await inThisMunicipality(context, async (db) =>
		createTheme(db, { ...readThemeForm(form), parentId, by: await coderOfAccount(db, member), at: new Date() }),
	)
	return redirect(`/werkstatt/codebuch#thema-${id}`, 303)
})

export default function NewTheme({ loaderData: { parents, colour } }: Route.ComponentProps) {
	const refused = useActionData() as RefusedForm | undefined
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_theme_new()}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={THEME_REFUSALS} />
			<form method="post">
				<ThemeFields values={refused?.values ?? { colour }} refusal={refused?.refusal} parents={parents} />
				<Button>{m.understanding_theme_create()}</Button>
			</form>
		</div>
	)
}
