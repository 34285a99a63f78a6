/** What every conversation says about every theme; narrowed to one of them it reads as a page. */
import { useLocation } from 'react-router'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { DataTable } from '#platform/ui/data-table.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { readCaseGrid, CASES_PER_PAGE } from '../read-case-grid.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import type { Case, CaseCell } from '../find-case-summaries.ts'
import { asOptions, roundSelect } from '../parts/round-select.ts'
import { WeighingNav } from '../parts/weighing-nav.tsx'
import css from '../../parts/understanding.css?url'
import weighingCss from '../parts/weighing.css?url'
import type { Route } from './+types/cases'

export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const page = askedPage(search)
	return inThisMunicipality(context, async (db) => {
		const grid = await readCaseGrid(db, search, page)
		leaveEmptyPage(url, page, grid.cases)
		return { ...grid, page }
	})
})

export default function CasesPage({ loaderData }: Route.ComponentProps) {
	const { themes, cases, total, page, round, rounds, theme, themeChoices, conversation } = loaderData
	const { search } = useLocation()
	const isOne = conversation !== ''
	return (
		<div className="page page--wide cases">
			<PageHead stage="understand" title={m.understanding_cases()} lead={m.understanding_cases_lead()} />
			<WeighingNav />
			<FilterForm
				selects={[
					{ name: 'thema', label: m.understanding_theme(), value: theme, options: asOptions(themeChoices) },
					roundSelect(rounds, round),
				]}
			/>
			{cases.length === 0 ? (
				<EmptyState title={m.understanding_cases_none()}>{m.understanding_cases_none_next()}</EmptyState>
			) : isOne ? (
				<OneCase found={cases[0]!} themes={themes} />
			) : (
				<DataTable<Case>
					caption={m.understanding_cases_caption()}
					rows={cases}
					rowKey={({ slug }) => slug}
					columns={[
						{
							head: m.understanding_conversation(),
							cell: ({ slug, title }) => (
								<a href={`/werkstatt/matrix/faelle?gespraech=${slug}`}>
									{title || m.understanding_conversation_untitled()}
								</a>
							),
						},
						...themes.map(({ slug, label }, at) => ({
							head: <a href={`/werkstatt/matrix/faelle?thema=${slug}`}>{label}</a>,
							cell: (one: Case) => (
								<CellText
									cell={one.cells[at]!}
									href={`/werkstatt/matrix/faelle/${one.slug}/${slug}`}
									isShort={theme === ''}
								/>
							),
						})),
					]}
				/>
			)}
			<Pager page={page} pages={Math.ceil(total / CASES_PER_PAGE)} />
			<ButtonLink look="secondary" href={`/werkstatt/matrix/faelle.csv${search}`} download>
				{m.understanding_weighing_csv()}
			</ButtonLink>
		</div>
	)
}

function OneCase({ found, themes }: { found: Case; themes: { slug: string; label: string }[] }) {
	return (
		<>
			<h2>{found.title || m.understanding_conversation_untitled()}</h2>
			<dl className="one-case">
				{themes.map(({ slug, label }, at) => (
					<div key={slug}>
						<dt>{label}</dt>
						<dd>
							<CellText
								cell={found.cells[at]!}
								href={`/werkstatt/matrix/faelle/${found.slug}/${slug}`}
								isShort={false}
							/>
						</dd>
					</div>
				))}
			</dl>
		</>
	)
}

const SHORT = 160

function CellText({ cell, href, isShort }: { cell: CaseCell; href: string; isShort: boolean }) {
	const { text, passages, isDoubtful } = cell
	if (text === '' && passages === 0) return <a href={href}>{m.understanding_cases_write()}</a>
	return (
		<div className="case-cell">
			{text ? <p>{isShort && text.length > SHORT ? `${text.slice(0, SHORT)} …` : text}</p> : null}
			{isDoubtful ? <p className="label">{m.understanding_cases_doubtful()}</p> : null}
			<a href={href}>
				{m.understanding_cases_passages({ passages })}
				<span className="case-cell__write">, {m.understanding_cases_write()}</span>
			</a>
		</div>
	)
}
