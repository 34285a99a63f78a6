/** The codebook: a tree of themes with what they mean and what carries them. Sorts by drag, by keyboard and by form. */
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, memberContext, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import css from '../../parts/understanding.css?url'
import { findCodebook, findRolledUp } from '../find-codebook.ts'
import { gapsOf } from '../find-gaps.ts'
import { moveTheme } from '../move-theme.ts'
import treeCss from '../parts/codebook.css?url'
import { ThemeTree } from '../parts/theme-tree.tsx'
import { readMove } from '../read-theme-form.ts'
import { BOOK_ORDERS, shownThemes, type BookOrder } from '../shown-themes.rules.ts'
import type { Route } from './+types/codebook'

export const handle = { hydrate: true }
export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const part = context.get(memberContext)?.part
	const search = new URL(request.url).searchParams
	const order = BOOK_ORDERS.find((one) => one === search.get('sort')) ?? 'tree'
	const word = search.get('wort')?.trim() ?? ''
	const [themeId, stepId] = [search.get('verschoben') ?? '', search.get('schritt') ?? '']
	return inThisMunicipality(context, async (db) => {
		const rolled = await findRolledUp(db)
		const book = await findCodebook(db)
		const parents = new Set(book.flatMap(({ parentId, isArchived }) => (parentId && !isArchived ? [parentId] : [])))
		const themes = book.map((theme) => ({
			...theme,
			whole: rolled.get(theme.id) ?? { passages: 0, persons: 0 },
			gaps: gapsOf(theme, parents.has(theme.id)),
		}))
		return {
			...shownThemes(themes, { word, order }),
			total: book.length,
			archived: themes.filter(({ isArchived }) => isArchived),
			chosen: { word, order, isFolded: search.has('zu') },
			moved: isUuid(themeId) && isUuid(stepId) ? { themeId, stepId } : undefined,
			mayEdit: part ? mayDo(part, 'edit-codebook') : false,
			mayExport: part ? mayDo(part, 'code-passages') : false,
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const themeId = String(form.get('theme') ?? '')
	if (!isUuid(themeId)) throw new Problem('not-found', 'theme-unknown')
	const stepId = await inThisMunicipality(context, async (db) => {
		const step = { by: await coderOfAccount(db, member), at: new Date() }
		return moveTheme(db, { themeId, to: readMove(form), ...step })
	})
	const search = new URL(request.url).searchParams
	for (const [name, id] of Object.entries({ verschoben: themeId, schritt: stepId })) {
		if (stepId && id) search.set(name, id)
		else search.delete(name)
	}
	return redirect(`/werkstatt/codebuch?${search}#thema-${themeId}`, 303)
})

export default function Codebook({ loaderData }: Route.ComponentProps) {
	const { themes, isTree, total, archived, chosen, moved, mayEdit, mayExport } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_codebook()} lead={m.understanding_codebook_lead()}>
				{mayEdit ? <ButtonLink href="/werkstatt/codebuch/neu">{m.understanding_theme_new()}</ButtonLink> : null}
				{mayEdit ? (
					<ButtonLink href="/werkstatt/austausch" look="secondary">
						{m.understanding_exchange_title()}
					</ButtonLink>
				) : null}
			</PageHead>
			<ErrorSummary refusal={refused?.refusal} />
			<BookLinks mayEdit={mayEdit} mayExport={mayExport} />
			{total === 0 ? (
				<EmptyState title={m.understanding_codebook_empty()}>{m.understanding_codebook_empty_next()}</EmptyState>
			) : (
				<FilterForm
					search={{ name: 'wort', label: m.understanding_codebook_find(), value: chosen.word }}
					selects={[
						{
							name: 'sort',
							label: m.understanding_codebook_order(),
							value: chosen.order,
							isRequired: true,
							options: BOOK_ORDERS.map((value) => ({ value, label: orderWord(value) })),
						},
					]}
				/>
			)}
			{total > 0 && themes.length === 0 ? (
				<EmptyState title={m.understanding_codebook_none()}>{m.understanding_codebook_none_next()}</EmptyState>
			) : null}
			<ThemeTree themes={themes} isTree={isTree} isFolded={chosen.isFolded} mayEdit={mayEdit} moved={moved} />
			{archived.length > 0 ? (
				<details className="codebook__archived">
					<summary>{m.understanding_codebook_archived({ count: archived.length })}</summary>
					<ThemeTree themes={archived} isTree={false} isFolded={false} mayEdit={mayEdit} />
				</details>
			) : null}
		</div>
	)
}

function BookLinks({ mayEdit, mayExport }: { mayEdit: boolean; mayExport: boolean }) {
	const all = [
		{ href: 'luecken', word: m.understanding_gaps() },
		{ href: 'verlauf', word: m.understanding_history() },
		{ href: 'vergleich', word: m.understanding_comparison() },
		{ href: 'druck', word: m.understanding_print() },
		{ href: 'codebuch.csv', word: m.understanding_csv() },
		...(mayExport ? [{ href: '/werkstatt/austausch/datei?format=qdc', word: m.understanding_codebook_qdc() }] : []),
	]
	const edits = [
		{ href: 'zusammenlegen', word: m.understanding_merge() },
		{ href: 'einlesen', word: m.understanding_import() },
	]
	return (
		<nav className="book-links" aria-label={m.understanding_book_links()}>
			{[...(mayEdit ? edits : []), ...all].map(({ href, word }) => (
				<a key={href} href={href.startsWith('/') ? href : `/werkstatt/codebuch/${href}`}>
					{word}
				</a>
			))}
		</nav>
	)
}

function orderWord(order: BookOrder): string {
	return {
		tree: m.understanding_order_tree,
		name: m.understanding_order_name,
		persons: m.understanding_order_persons,
		passages: m.understanding_order_passages,
	}[order]()
}
