/** Two versions of the codebook: what came, went, moved and was reworded, with what was coded then and now. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { dayText } from '#platform/ui/dates.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { language, m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFilterChoices } from '../../find-filters.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import css from '../../parts/understanding.css?url'
import { compareCodebooks, type ComparedTheme, type Version } from '../compare-codebooks.ts'
import { findHistory } from '../find-history.ts'
import treeCss from '../parts/codebook.css?url'
import { Difference } from '../parts/difference.tsx'
import { changeWord } from '../parts/history-step.tsx'
import type { Route } from './+types/comparison'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

/** A choice is read in one line. */
function shortened(sentence: string): string {
	return sentence.length > 70 ? `${sentence.slice(0, 69).trimEnd()}…` : sentence
}

/** Steps and days offered to choose from: the newest. */
const OFFERED = 60

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const [from, to] = [search.get('von') ?? 'schritt-0', search.get('bis') ?? '']
	return inThisMunicipality(context, async (db) => {
		const { steps, labels } = await findHistory(db, { limit: OFFERED })
		const { rounds } = await findFilterChoices(db)
		const versions = { from: readVersion(from), to: readVersion(to) }
		return {
			...(await compareCodebooks(db, versions)),
			chosen: { from, to },
			steps: steps
				.filter(({ isUndone }) => !isUndone)
				.map(({ number, at, changes }) => ({
					number,
					day: at.toISOString().slice(0, 10),
					did: shortened(changeWord(changes[0]!, labels)),
				})),
			rounds: rounds.map(({ slug, label }) => ({ slug, label: label.de ?? slug })),
		}
	})
})

/** `schritt-12`, `tag-2025-06-01`, `runde-herbst`; nothing is today. @throws {Problem} `codebook-version-unknown` */
function readVersion(given: string): Version {
	const [, kind, name] = /^(schritt|tag|runde)-(.+)$/.exec(given) ?? []
	if (given === '') return null
	if (kind === 'schritt' && /^\d{1,9}$/.test(name!)) return { step: Number(name) }
	if (kind === 'tag' && /^\d{4}-\d{2}-\d{2}$/.test(name!) && !Number.isNaN(Date.parse(name!))) return { day: name! }
	if (kind === 'runde') return { round: name! }
	throw new Problem('not-found', 'codebook-version-unknown')
}

const FATES = ['added', 'changed', 'moved', 'merged', 'gone'] as const

export default function CompareCodebooks({ loaderData }: Route.ComponentProps) {
	const { themes, labels, chosen, steps, rounds } = loaderData
	const days = [...new Set(steps.map(({ day }) => day))]
	const options = [
		{ value: 'schritt-0', label: m.understanding_comparison_start() },
		...steps.map(({ number, day, did }) => ({
			value: `schritt-${number}`,
			label: `${m.understanding_history_step({ number })} (${dayText(day, language(), 'short')}): ${did}`,
		})),
		...days.map((day) => ({
			value: `tag-${day}`,
			label: m.understanding_comparison_day({ day: dayText(day, language(), 'short') }),
		})),
		...rounds.map(({ slug, label }) => ({
			value: `runde-${slug}`,
			label: m.understanding_comparison_round({ label }),
		})),
	]
	const select = (name: string, label: string, value: string) => ({ name, label, value, options, isRequired: true })
	const now = [{ value: '', label: m.understanding_comparison_today() }, ...options]
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={m.understanding_comparison()}
				lead={m.understanding_comparison_lead()}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			<FilterForm
				selects={[
					select('von', m.understanding_comparison_from(), chosen.from),
					{ ...select('bis', m.understanding_comparison_to(), chosen.to), options: now },
				]}
			/>
			<p>
				{FATES.map((fate) => `${fateWord(fate)}: ${themes.filter((theme) => theme.fate === fate).length}`).join(' · ')}
			</p>
			<DataTable
				caption={m.understanding_comparison_caption()}
				rows={[...themes].toSorted(
					(one, other) => order(one) - order(other) || one.label.localeCompare(other.label, 'de'),
				)}
				rowKey={({ id }) => id}
				empty={<EmptyState title={m.understanding_codebook_empty()} />}
				columns={[
					{ head: m.understanding_theme(), cell: ({ label }) => label },
					{ head: m.understanding_comparison_fate(), cell: (theme) => <Fate theme={theme} labels={labels} /> },
					{
						head: m.understanding_comparison_then(),
						cell: ({ earlier }) => m.understanding_used(earlier),
					},
					{ head: m.understanding_comparison_now(), cell: ({ later }) => m.understanding_used(later) },
				]}
			/>
			<p className="label">{m.understanding_comparison_note()}</p>
		</div>
	)
}

function order({ fate }: ComparedTheme): number {
	return fate === 'same' ? FATES.length : FATES.indexOf(fate)
}

function Fate({
	theme: { fate, mergedInto, difference },
	labels,
}: {
	theme: ComparedTheme
	labels: Record<string, string>
}) {
	const target = fate === 'merged' && mergedInto ? labels[mergedInto] : undefined
	return (
		<>
			{fateWord(fate)}
			{target ? `: ${target}` : ''}
			{fate === 'changed' || fate === 'moved' ? <Difference {...difference} labels={labels} /> : null}
		</>
	)
}

function fateWord(fate: ComparedTheme['fate']): string {
	return {
		added: m.understanding_fate_added,
		gone: m.understanding_fate_gone,
		merged: m.understanding_fate_merged,
		changed: m.understanding_fate_changed,
		moved: m.understanding_fate_moved,
		same: m.understanding_fate_same,
	}[fate]()
}
