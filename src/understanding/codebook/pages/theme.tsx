import { redirect, useActionData } from 'react-router'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { changeTheme } from '../change-theme.ts'
import { isWithin } from '../codebook.rules.ts'
import { findCodebook, findTheme, type Theme } from '../find-codebook.ts'
import { THEME_REFUSALS, ThemeFields } from '../parts/theme-fields.tsx'
import { readThemeForm } from '../read-theme-form.ts'
import type { Route } from './+types/theme'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'edit-codebook', request)
	return inThisMunicipality(context, async (db) => {
		const theme = await findTheme(db, params.slug)
		const themes = await findCodebook(db)
		const parents = themes.filter(({ id, isArchived }) => !isArchived && !isWithin(themes, id, theme.id))
		return { theme, parents: parents.map(({ id, label, depth }) => ({ id, label, depth })) }
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const { id } = await inThisMunicipality(context, async (db) => {
		const theme = await findTheme(db, params.slug)
		const by = await coderOfAccount(db, member)
		return changeTheme(db, { themeId: theme.id, ...readThemeForm(form), by, at: new Date() })
	})
	return redirect(`/werkstatt/codebuch#thema-${id}`, 303)
})

export default function ChangeTheme({ loaderData: { theme, parents } }: Route.ComponentProps) {
	const refused = useActionData() as RefusedForm | undefined
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={theme.label}
				lead={m.understanding_used({ persons: theme.persons, passages: theme.passages })}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={THEME_REFUSALS} />
			<form method="post">
				<ThemeFields values={refused?.values ?? valuesOf(theme)} refusal={refused?.refusal} parents={parents} />
				<Button>{m.understanding_theme_save()}</Button>
			</form>
		</div>
	)
}

function valuesOf({
	label,
	definition,
	anchorExample,
	codingRule,
	include,
	exclude,
	keywords,
	colour,
	parentId,
}: Theme) {
	return {
		label,
		definition,
		anchorExample,
		codingRule,
		include,
		exclude,
		keywords: keywords.join(', '),
		colour,
		parent: parentId ?? '',
	}
}
