/** Where coders disagree, side by side, with a verdict for each theme and a note the codebook can learn from. */
import type { RefusedForm } from '#platform/http/refusals.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { SpokenText } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { intensityWord } from '../../coding/intensity-word.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { ComparisonFacts, Dispute, DisputedUnit, Marked, ThemeName } from '../find-comparison.ts'
import type { Sample } from '../find-samples.ts'
import { LONGEST_NOTE } from '../settle-sample.ts'

export type ShownFacts = ComparisonFacts & { onlyOpen: boolean; page: number; pages: number; total: number }

type Props = { sample: Sample; facts: ShownFacts; own: string | null; refused: RefusedForm | undefined }

export function Disagreements({ sample, facts, own, refused }: Props) {
	const { total, open, disputed, onlyOpen, page, pages } = facts
	const mayDecide = sample.state === 'comparing'
	return (
		<section className="agree" id="uneinig" aria-labelledby="uneinig-titel">
			<h2 id="uneinig-titel">{m.understanding_disagreements()}</h2>
			<p>{leadOf(facts)}</p>
			{total > 0 && mayDecide ? (
				<p className="agree__shown">
					<strong>{m.understanding_disagreements_open({ open })}</strong>{' '}
					{open > 0 && onlyOpen ? <a href="?zeigen=alle#uneinig">{m.understanding_disagreements_show_all()}</a> : null}
					{open > 0 && !onlyOpen ? <a href="?#uneinig">{m.understanding_disagreements_show_open()}</a> : null}
				</p>
			) : null}
			{disputed.map((one) => (
				<DisputeCard
					key={one.unit.id}
					disputed={one}
					mayDecide={mayDecide}
					values={refused?.values['beitrag'] === one.unit.id ? refused.values : undefined}
				/>
			))}
			<Pager page={page} pages={pages} />
			{isEmpty(facts) ? null : <Settling sample={sample} open={open} own={own} />}
		</section>
	)
}

/** Nobody gave any contribution a theme: there is nothing to agree on and nothing to take over. */
function isEmpty({ comparison }: ShownFacts): boolean {
	return comparison.byTheme.length === 0
}

function leadOf(facts: ShownFacts): string {
	if (isEmpty(facts)) return m.understanding_disagreements_empty()
	return facts.total === 0 ? m.understanding_disagreements_none() : m.understanding_disagreements_lead()
}

function Settling({ sample, open, own }: { sample: Sample; open: number; own: string | null }) {
	if (sample.state === 'comparing') {
		return (
			<form method="post" className="agree__settle">
				<p>{open > 0 ? m.understanding_settle_first({ open }) : m.understanding_settle_what()}</p>
				<Button name="tun" value="uebernehmen" disabled={open > 0}>
					{m.understanding_settle()}
				</Button>
			</form>
		)
	}
	return (
		<Notice kind="success" title={m.understanding_settled()}>
			<p>
				{m.understanding_settled_what()} <a href="/werkstatt/codieren">{m.understanding_coding()}</a>
			</p>
			{sample.settledBy === own ? (
				<form method="post">
					<Button look="secondary" small name="tun" value="zuruecknehmen">
						{m.understanding_settle_undo()}
					</Button>
				</form>
			) : null}
		</Notice>
	)
}

type CardProps = { disputed: DisputedUnit; mayDecide: boolean; values: Record<string, string> | undefined }

function DisputeCard({ disputed: { unit, sides, disputes }, mayDecide, values }: CardProps) {
	return (
		<article className="agree-card" id={`beitrag-${unit.id}`} aria-label={`${unit.conversation}, ${unit.speaker}`}>
			<p className="label">
				{unit.conversation ? `${unit.conversation} · ` : ''}
				{unit.speaker}
			</p>
			<blockquote className="agree-card__words">
				<SpokenText>{unit.text}</SpokenText>
			</blockquote>
			<div className="agree-card__sides">
				{sides.map(({ coder, marked }) => (
					<section key={coder}>
						<h3>{coder}</h3>
						{marked.length === 0 ? <p className="agree-card__none">{m.understanding_side_none()}</p> : null}
						<ul>
							{marked.map((one, at) => (
								<li key={at}>
									<MarkedText marked={one} />
								</li>
							))}
						</ul>
					</section>
				))}
			</div>
			<form method="post">
				<input type="hidden" name="beitrag" value={unit.id} />
				<div className="agree-card__verdicts">
					{disputes.map((dispute) => (
						<Verdict key={dispute.theme.id} dispute={dispute} mayDecide={mayDecide} values={values} unitId={unit.id} />
					))}
				</div>
				{mayDecide ? (
					<Buttons>
						<Button small name="tun" value="entscheiden">
							{m.understanding_verdict_save()}
						</Button>
						<Button small look="secondary" name="tun" value="mit-regel">
							{m.understanding_verdict_save_rule()}
						</Button>
					</Buttons>
				) : null}
			</form>
		</article>
	)
}

function MarkedText({ marked: { quote, isWhole, theme, stance, intensity } }: { marked: Marked }) {
	return (
		<>
			<ThemeDot theme={theme} /> · {stanceWord(stance)} · {intensityWord(intensity)}
			<br />
			{isWhole ? <small>{m.understanding_side_whole()}</small> : <SpokenText>{`„${quote}“`}</SpokenText>}
		</>
	)
}

function ThemeDot({ theme }: { theme: ThemeName }) {
	return (
		<strong className="agree-theme">
			<i style={{ background: theme.colour }} aria-hidden="true" />
			{theme.label}
		</strong>
	)
}

type VerdictProps = {
	dispute: Dispute
	mayDecide: boolean
	unitId: string
	values: Record<string, string> | undefined
}

function Verdict({ dispute: { theme, verdict, givenBy }, mayDecide, unitId, values }: VerdictProps) {
	const decided = verdict ? (verdict.applies ? 'ja' : 'nein') : ''
	const chosen = values?.[`gilt-${theme.id}`] ?? decided
	const id = `notiz-${unitId}-${theme.id}`
	const said = verdict
		? m.understanding_verdict_by({
				verdict: verdict.applies ? m.understanding_verdict_applies() : m.understanding_verdict_applies_not(),
				name: verdict.decidedBy,
			})
		: null
	if (!mayDecide) {
		return (
			<p className="agree-card__verdict">
				<ThemeDot theme={theme} />: {said ?? m.understanding_verdict_open()} {verdict?.note}
			</p>
		)
	}
	return (
		<fieldset className="agree-card__verdict">
			<legend>
				<ThemeDot theme={theme} /> <small>{m.understanding_given_by({ names: givenBy.join(', ') })}</small>
			</legend>
			{(['ja', 'nein'] as const).map((value) => (
				<label key={value} className="agree-choice">
					<input type="radio" name={`gilt-${theme.id}`} value={value} defaultChecked={chosen === value} />
					{value === 'ja' ? m.understanding_verdict_applies() : m.understanding_verdict_applies_not()}
				</label>
			))}
			<div className="agree-card__note">
				<label htmlFor={id}>{m.understanding_verdict_note()}</label>
				<textarea
					id={id}
					className="kern-form-input__input"
					name={`notiz-${theme.id}`}
					rows={2}
					maxLength={LONGEST_NOTE}
					defaultValue={values?.[`notiz-${theme.id}`] ?? verdict?.note ?? ''}
				/>
			</div>
			{said ? <small>{said}</small> : null}
		</fieldset>
	)
}
