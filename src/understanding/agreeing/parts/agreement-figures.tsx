/** How far people agree, in figures, each with what it means; below the disagreements, for talking helps more than counting. */
import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { language, m } from '#platform/words/words.ts'
import { coefficientText, reasonText } from '../agreement-words.ts'
import { standingOf, type ThemeAgreement } from '../comparison.rules.ts'
import type { ComparisonFacts } from '../find-comparison.ts'
import type { Sample } from '../find-samples.ts'
import type { Interval } from '../krippendorff.rules.ts'
import type { Figure } from '../ratings.rules.ts'
import { standingWord } from '../sample-words.ts'

type Props = { sample: Sample; facts: ComparisonFacts }

export function AgreementFigures({ sample, facts }: Props) {
	const { comparison, contributions } = facts
	const { byTheme, byPair } = comparison
	return (
		<section className="agree" aria-labelledby="zahlen">
			<h2 id="zahlen">{m.understanding_figures()}</h2>
			<p>{m.understanding_figures_lead({ contributions, themes: byTheme.length })}</p>
			<Advice facts={facts} />
			<DataTable
				caption={m.understanding_figures_overall()}
				rows={overallRows(facts)}
				rowKey={({ name }) => name}
				columns={[
					{ head: m.understanding_figure(), cell: ({ name }) => name },
					{
						head: m.understanding_figure_value(),
						isNumber: true,
						cell: ({ figure, interval, isShare }) => (
							<FigureText figure={figure} interval={interval} isShare={isShare} isExplained />
						),
					},
					{
						head: m.understanding_figure_meaning(),
						cell: ({ meaning, figure }) => <Meaning meaning={meaning} figure={figure} />,
					},
				]}
			/>
			{isParadox(facts) ? <p>{m.understanding_figures_paradox()}</p> : null}
			{byTheme.length > 0 ? (
				<DataTable
					caption={m.understanding_figures_by_theme()}
					rows={weakestFirst(byTheme)}
					rowKey={({ themeId }) => themeId}
					columns={themeColumns(sample, facts)}
				/>
			) : null}
			<Reasons figures={byTheme.flatMap(({ agreement, alphaU }) => [...shownOf(agreement.figures), alphaU])} />
			{byPair.length > 1 ? (
				<DataTable
					caption={m.understanding_figures_by_pair()}
					rows={byPair}
					rowKey={({ coderIds }) => coderIds.join()}
					columns={[
						{
							head: m.understanding_sample_coders(),
							cell: ({ coderIds }) =>
								coderIds.map((id) => sample.coders.find((coder) => coder.id === id)?.name ?? '').join(' – '),
						},
						...figureColumns<(typeof byPair)[number]>(({ agreement }) => agreement.figures),
					]}
				/>
			) : null}
			{sample.coders.length > 2 ? <p className="label">{m.understanding_agreement_over_pairs()}</p> : null}
		</section>
	)
}

/** What a figure says, or first why there is none: a dash alone would leave people guessing. */
function Meaning({ meaning, figure }: { meaning: string; figure: Figure }) {
	if (figure.value !== null) return meaning
	return (
		<>
			<strong>{m.understanding_no_figure({ reason: reasonText(figure.reason) })}</strong> {meaning}
		</>
	)
}

/** Below a table with dashes: each reason once. */
function Reasons({ figures }: { figures: readonly Figure[] }) {
	const reasons = new Set(figures.flatMap(({ value, reason }) => (value === null ? [reason] : [])))
	return [...reasons].map((reason) => (
		<p key={reason} className="label">
			– {m.understanding_no_figure({ reason: reasonText(reason) })}
		</p>
	))
}

type OverallRow = { name: string; figure: Figure; meaning: string; interval?: Interval | null; isShare?: boolean }

function overallRows({ comparison }: ComparisonFacts): OverallRow[] {
	const { overall, alphaU, sameThemes, stance, intensity } = comparison
	const { percent, cohen, brennanPrediger, alpha } = overall.figures
	return [
		{
			name: m.understanding_figure_same_themes(),
			figure: sameThemes,
			isShare: true,
			meaning: m.understanding_meaning_same_themes(),
		},
		{
			name: m.understanding_figure_percent(),
			figure: percent,
			isShare: true,
			meaning: m.understanding_meaning_percent(),
		},
		{ name: m.understanding_figure_cohen(), figure: cohen, meaning: m.understanding_meaning_cohen() },
		{ name: m.understanding_figure_brennan(), figure: brennanPrediger, meaning: m.understanding_meaning_brennan() },
		{
			name: m.understanding_figure_alpha(),
			figure: alpha,
			interval: overall.interval,
			meaning: m.understanding_meaning_alpha(),
		},
		{ name: m.understanding_figure_alpha_u_binary(), figure: alphaU, meaning: m.understanding_meaning_alpha_u() },
		{ name: m.understanding_figure_stance(), figure: stance, meaning: m.understanding_meaning_stance() },
		{ name: m.understanding_figure_intensity(), figure: intensity, meaning: m.understanding_meaning_intensity() },
	]
}

type Figures = Record<'percent' | 'cohen' | 'brennanPrediger' | 'alpha', Figure>

function shownOf({ percent, cohen, brennanPrediger, alpha }: Figures): Figure[] {
	return [percent, cohen, brennanPrediger, alpha]
}

function figureColumns<Row>(of: (row: Row) => Figures): Column<Row>[] {
	return [
		{
			head: m.understanding_figure_percent(),
			isNumber: true,
			cell: (row) => <FigureText figure={of(row).percent} isShare />,
		},
		{ head: m.understanding_figure_cohen(), isNumber: true, cell: (row) => <FigureText figure={of(row).cohen} /> },
		{
			head: m.understanding_figure_brennan(),
			isNumber: true,
			cell: (row) => <FigureText figure={of(row).brennanPrediger} />,
		},
		{ head: m.understanding_figure_alpha(), isNumber: true, cell: (row) => <FigureText figure={of(row).alpha} /> },
	]
}

function themeColumns(sample: Sample, { themes }: ComparisonFacts): Column<ThemeAgreement>[] {
	const themeById = new Map(themes.map((theme) => [theme.id, theme]))
	return [
		{
			head: m.understanding_theme(),
			cell: ({ themeId }) => {
				const theme = themeById.get(themeId)
				return <a href={`/werkstatt/codebuch/${theme?.slug ?? ''}`}>{theme?.label}</a>
			},
		},
		...sample.coders.map(({ name }, at): Column<ThemeAgreement> => ({
			head: name,
			isNumber: true,
			cell: ({ uses }) => uses[at] ?? 0,
		})),
		...figureColumns<ThemeAgreement>(({ agreement }) => agreement.figures),
		{
			head: m.understanding_figure_alpha_u_binary(),
			isNumber: true,
			cell: ({ alphaU }) => <FigureText figure={alphaU} />,
		},
		{ head: m.understanding_standing(), cell: ({ agreement }) => standingWord(standingOf(agreement.figures.alpha)) },
	]
}

/** Two digits, or a dash with the reason behind it unless that stands beside it. */
function FigureText({
	figure,
	interval,
	isShare = false,
	isExplained = false,
}: {
	figure: Figure
	interval?: Interval | null
	isShare?: boolean
	isExplained?: boolean
}) {
	const number = (value: number) => (isShare ? shareNumber(value) : coefficientText(value))
	if (figure.value === null) {
		return (
			<span className="agree-none" title={reasonText(figure.reason)}>
				–{' '}
				{isExplained ? null : (
					<span className="hidden">{m.understanding_no_figure({ reason: reasonText(figure.reason) })}</span>
				)}
			</span>
		)
	}
	return (
		<>
			{number(figure.value)}
			{interval ? (
				<small className="agree-interval">
					{m.understanding_agreement_interval({ low: number(interval.low), high: number(interval.high) })}
				</small>
			) : null}
		</>
	)
}

function shareNumber(share: number): string {
	return new Intl.NumberFormat(language(), { style: 'percent' }).format(share)
}

function weakestFirst(byTheme: readonly ThemeAgreement[]): ThemeAgreement[] {
	const rank = ({ agreement }: ThemeAgreement) => agreement.figures.alpha.value ?? 2
	return byTheme.toSorted((one, other) => rank(one) - rank(other))
}

/** Nearly all alike, and yet a low figure: themes that are rare. */
function isParadox({ comparison }: ComparisonFacts): boolean {
	const { percent, cohen } = comparison.overall.figures
	return (percent.value ?? 0) >= 0.85 && (cohen.value ?? 1) < 0.6
}

/** What the figure allows, and what helps next. Nobody is to blame: a codebook is learned together. */
function Advice({ facts: { comparison, themes } }: { facts: ComparisonFacts }) {
	const { alpha } = comparison.overall.figures
	const standing = standingOf(alpha)
	const weakest = weakestFirst(comparison.byTheme).filter(
		({ agreement }) => standingOf(agreement.figures.alpha) === 'unreliable',
	)
	const named = weakest.slice(0, 3).map(({ themeId }) => themes.find(({ id }) => id === themeId)?.label ?? '')
	const text = {
		reliable: m.understanding_advice_reliable,
		tentative: m.understanding_advice_tentative,
		unreliable: m.understanding_advice_unreliable,
		undefined: () => m.understanding_advice_undefined({ reason: alpha.reason ? reasonText(alpha.reason) : '' }),
	}[standing]
	return (
		<Notice kind={standing === 'reliable' ? 'success' : 'info'} title={standingWord(standing)}>
			<p>{text()}</p>
			{named.length > 0 ? <p>{m.understanding_advice_themes({ themes: named.join(', ') })}</p> : null}
			{standing === 'unreliable' || standing === 'tentative' ? (
				<ul>
					<li>{m.understanding_advice_talk()}</li>
					<li>{m.understanding_advice_rule()}</li>
					<li>{m.understanding_advice_merge()}</li>
					<li>{m.understanding_advice_again()}</li>
				</ul>
			) : null}
		</Notice>
	)
}
