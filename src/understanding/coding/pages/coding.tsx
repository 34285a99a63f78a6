/** Where there is something to code: all conversations with how far each has come. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findRounds } from '#listening/find-rounds.ts'
import { findProgress, type Progress } from '../find-progress.ts'
import { FormatWord } from '#listening/format-word.tsx'
import { FilterForm } from '../../parts/filter-form.tsx'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import type { Route } from './+types/coding'

const PER_PAGE = 50

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	requireRight(context, 'code-passages', request)
	const search = new URL(request.url).searchParams
	const page = askedPage(search)
	const slug = search.get('runde') ?? ''
	const onlyOpen = search.get('offen') === 'ja'
	return inThisMunicipality(context, async (db) => {
		const rounds = (await findRounds(db)).map(({ id, slug: address, title }) => ({ id, slug: address, title }))
		const roundId = rounds.find((round) => round.slug === slug)?.id
		const found = await findProgress(db, { roundId, onlyOpen, limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
		leaveEmptyPage(url, page, found.conversations)
		return { ...found, rounds, slug, onlyOpen, page }
	})
})

export default function Coding({ loaderData }: Route.ComponentProps) {
	const { conversations, total, rounds, slug, onlyOpen, page } = loaderData
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_coding()} lead={m.understanding_coding_lead()}>
				<ButtonLink look="secondary" small href="/werkstatt/uebereinstimmung">
					{m.understanding_samples()}
				</ButtonLink>
				<ButtonLink look="secondary" small href="/werkstatt/vorschlaege">
					{m.understanding_suggestions()}
				</ButtonLink>
			</PageHead>
			<FilterForm
				selects={[
					{
						name: 'runde',
						label: m.understanding_round(),
						value: slug,
						options: rounds.map((round) => ({ value: round.slug, label: round.title })),
					},
				]}
				checkbox={{ name: 'offen', label: m.understanding_coding_only_open(), isOn: onlyOpen }}
			/>
			<DataTable
				caption={m.understanding_coding_caption({ total })}
				rows={conversations}
				rowKey={(row) => row.slug}
				empty={<EmptyState title={m.understanding_coding_empty()}>{m.understanding_coding_empty_next()}</EmptyState>}
				columns={columns()}
			/>
			<Pager page={page} pages={Math.ceil(total / PER_PAGE)} />
			<p>
				<a href="/werkstatt/notizen">{m.understanding_memos_all()}</a>
			</p>
		</div>
	)
}

function columns(): Column<Progress>[] {
	return [
		{
			head: m.understanding_conversation(),
			cell: (row) => <a href={`/werkstatt/gespraeche/${row.slug}/codieren`}>{row.title}</a>,
		},
		{ head: m.understanding_format(), cell: (row) => <FormatWord of={row.format} /> },
		{
			head: m.understanding_day(),
			cell: (row) => (row.heldOn ? <DateText day={row.heldOn} style="short" /> : '–'),
		},
		{
			head: m.understanding_coded(),
			isNumber: true,
			cell: (row) => m.understanding_coded_of({ coded: row.coded, all: row.voices }),
		},
	]
}
