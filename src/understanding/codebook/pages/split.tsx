/** Chosen passages of a theme move to a new theme or another one: tick, read what changes, do it. */
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import css from '../../parts/understanding.css?url'
import { STANCES } from '../../tables.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { findCodebook, findTheme } from '../find-codebook.ts'
import { findThemePassages } from '../find-theme-passages.ts'
import { SplitForm, type SplitPreview } from '../parts/split-form.tsx'
import treeCss from '../parts/codebook.css?url'
import { previewStep } from '../preview-step.ts'
import { splitTheme } from '../split-theme.ts'
import type { Route } from './+types/split'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

/** As many as a page can hold to tick; with more, the filters narrow. */
const MOST = 500

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'edit-codebook', request)
	const search = new URL(request.url).searchParams
	const stance = STANCES.find((one) => one === search.get('richtung'))
	const [word, sector] = [search.get('wort')?.trim() ?? '', search.get('bereich') ?? '']
	return inThisMunicipality(context, async (db) => {
		const { id, slug, label } = await findTheme(db, params.slug)
		await noteReading(db, accountId, 'theme', id)
		const { sectors } = await findFilterChoices(db)
		const sectorId = idOf(sectors, sector)
		const found = await findThemePassages(db, { themeId: id, stance, sectorId, word, limit: MOST })
		const others = (await findCodebook(db)).filter((theme) => !theme.isArchived && theme.id !== id)
		return {
			...found,
			slug,
			label,
			filter: { stance: stance ?? '', word, sector },
			sectors: sectors.map((one) => ({ value: one.slug, label: one.label.de ?? one.slug })),
			others: others.map((theme) => ({ value: theme.id, label: '\u2003'.repeat(theme.depth) + theme.label })),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const codingIds = form.getAll('passage').map(String).filter(isUuid)
	const toThemeId = String(form.get('ziel') ?? '')
	const name = String(form.get('name') ?? '')
	const into = isUuid(toThemeId) ? { themeId: toThemeId } : { label: name }
	return inThisMunicipality(context, async (db) => {
		const theme = await findTheme(db, params.slug)
		if (form.get('act') === 'do') {
			const step = { by: await coderOfAccount(db, member), at: new Date() }
			await splitTheme(db, { themeId: theme.id, codingIds, into, ...step })
			return redirect('/werkstatt/codebuch/verlauf?getan=ja', 303)
		}
		const asked = { themeIds: [theme.id], codingIds, toThemeId: isUuid(toThemeId) ? toThemeId : undefined }
		return { preview: await previewStep(db, asked), codingIds, toThemeId, name } satisfies SplitPreview
	})
})

export default function Split({ loaderData }: Route.ComponentProps) {
	const { slug, label, total, passages, filter, sectors, others } = loaderData
	const answer = useActionData() as RefusedForm | SplitPreview | undefined
	const refused = answer && 'refusal' in answer ? answer : undefined
	const preview = answer && 'preview' in answer ? answer : undefined
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_split({ label })}
				lead={m.understanding_split_lead()}
				crumbs={[
					{ href: '/werkstatt/codebuch', label: m.understanding_codebook() },
					{ href: `/werkstatt/codebuch/${slug}`, label },
				]}
			/>
			<ErrorSummary
				refusal={refused?.refusal}
				fields={{ 'theme-label-missing': 'name', 'theme-label-taken': 'name', 'theme-label-too-long': 'name' }}
			/>
			{preview ? null : (
				<FilterForm
					search={{ name: 'wort', label: m.understanding_split_word(), value: filter.word }}
					selects={[
						{
							name: 'richtung',
							label: m.understanding_desk_stance(),
							value: filter.stance,
							options: STANCES.map((one) => ({ value: one, label: stanceWord(one) })),
						},
						{ name: 'bereich', label: m.understanding_sector(), value: filter.sector, options: sectors },
					]}
				/>
			)}
			{total === 0 ? (
				<EmptyState title={m.understanding_passages_none()}>{m.understanding_split_none_next()}</EmptyState>
			) : (
				<SplitForm passages={passages} total={total} others={others} preview={preview} refused={refused} />
			)}
		</div>
	)
}
