/** Samples coded by several people, each on their own: what is to do, and what came of them. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { knownCoderOf } from '../../coding/coder-of.ts'
import { findSamples, type Sample } from '../find-samples.ts'
import { stateWord } from '../sample-words.ts'
import type { Route } from './+types/samples'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const member = requireRight(context, 'code-passages', request)
	return inThisMunicipality(context, async (db) => ({
		samples: await findSamples(db),
		own: await knownCoderOf(db, member.accountId),
	}))
})

export default function Samples({ loaderData: { samples, own } }: Route.ComponentProps) {
	const draw = <ButtonLink href="/werkstatt/uebereinstimmung/neu">{m.understanding_sample_draw()}</ButtonLink>
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={m.understanding_samples()}
				lead={m.understanding_samples_lead()}
				crumbs={[{ href: '/werkstatt/codieren', label: m.understanding_coding() }]}
			>
				{samples.length > 0 ? draw : null}
			</PageHead>
			<DataTable
				caption={m.understanding_samples_caption({ total: samples.length })}
				rows={samples}
				rowKey={({ slug }) => slug}
				columns={columns(own)}
				empty={
					<EmptyState title={m.understanding_samples_empty()} action={draw}>
						{m.understanding_samples_empty_next()}
					</EmptyState>
				}
			/>
		</div>
	)
}

function columns(own: string | null): Column<Sample>[] {
	return [
		{
			head: m.understanding_sample(),
			cell: ({ slug, title }) => <a href={`/werkstatt/uebereinstimmung/${slug}`}>{title}</a>,
		},
		{ head: m.understanding_round(), cell: ({ roundTitle }) => roundTitle },
		{ head: m.understanding_sample_units(), isNumber: true, cell: ({ units }) => units },
		{
			head: m.understanding_sample_coders(),
			cell: ({ coders }) => coders.map(({ name }) => name).join(', '),
		},
		{ head: m.understanding_sample_state(), cell: ({ state }) => stateWord(state) },
		{ head: m.understanding_sample_next(), cell: (sample) => nextStep(sample, own) },
	]
}

function nextStep({ slug, state, coders, isCoded }: Sample, own: string | null) {
	const mine = coders.find(({ id }) => id === own)
	if (state === 'coding' && mine && !mine.isFinished) {
		return <a href={`/werkstatt/uebereinstimmung/${slug}/codieren`}>{m.understanding_sample_code_now()}</a>
	}
	if (state === 'coding') {
		const open = coders.filter(({ isFinished }) => !isFinished).map(({ name }) => name)
		return m.understanding_sample_waiting({ names: open.join(', ') })
	}
	if (state === 'settled') return '–'
	const next = isCoded ? m.understanding_sample_compare_now() : m.understanding_sample_look()
	return <a href={`/werkstatt/uebereinstimmung/${slug}`}>{next}</a>
}
