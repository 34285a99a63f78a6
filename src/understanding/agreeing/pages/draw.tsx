/** Draws a sample for several people to code without seeing each other. */
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findTeam } from '#people/find-team.ts'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import { SPREADS } from '../../agreeing.tables.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { drawSample, LARGEST_SAMPLE } from '../draw-sample.ts'
import { findDrawableRounds, findMachines } from '../find-drawable.ts'
import { spreadWord } from '../sample-words.ts'
import { advisedSize } from '../sampling.rules.ts'
import type { Route } from './+types/draw'

const REFUSALS = {
	'sample-title-missing': 'titel',
	'sample-needs-two-coders': 'codierende',
	'coder-unknown': 'codierende',
	'machine-has-no-suggestions': 'codierende',
	'sample-size-impossible': 'anzahl',
	'sample-too-few': 'unberuehrt',
	'round-unknown': 'runde',
}

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const member = requireRight(context, 'code-passages', request)
	const team = await findCodingTeam(context)
	return inThisMunicipality(context, async (db) => {
		const rounds = await findDrawableRounds(db)
		return {
			rounds,
			machines: await findMachines(db),
			team,
			me: member.accountId,
			advised: advisedSize(rounds[0]?.uncoded || rounds[0]?.contributions || 30),
			seed: crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000,
		}
	})
})

async function findCodingTeam(context: Route.LoaderArgs['context']) {
	const members = await findTeam(context.get(databaseContext), context.get(municipalityContext).id)
	return members.filter(({ part }) => mayDo(part, 'code-passages')).map(({ accountId, name }) => ({ accountId, name }))
}

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'code-passages', request)
	const text = (name: string) => String(form.get(name) ?? '').trim()
	const chosen = [...form.keys()].flatMap((name) => (name.startsWith('mit-') ? name.slice(4) : []))
	const team = (await findCodingTeam(context)).filter(({ accountId }) => chosen.includes(accountId))
	const { slug } = await inThisMunicipality(context, async (db) => {
		if (!isUuid(text('runde'))) throw new Problem('not-found', 'round-unknown')
		const coderIds = (await findMachines(db)).map(({ id }) => id).filter((id) => chosen.includes(id))
		for (const one of team) coderIds.push(await coderOfAccount(db, one))
		return drawSample(db, {
			title: text('titel'),
			roundId: text('runde'),
			coderIds,
			size: Number(text('anzahl')) || 0,
			spread: SPREADS.find((spread) => spread === text('verteilung')) ?? 'random',
			seed: Number(text('startzahl').slice(0, 9)) || 0,
			onlyUncoded: form.get('unberuehrt') === 'ja',
			by: await coderOfAccount(db, member),
			at: new Date(),
		})
	})
	return redirect(`/werkstatt/uebereinstimmung/${slug}`, 303)
})

export default function DrawSample({ loaderData }: Route.ComponentProps) {
	const { rounds, machines, team, me, advised, seed } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const values: Record<string, string> = refused?.values ?? {}
	const error = (name: string) =>
		refused && REFUSALS[refused.refusal.code as keyof typeof REFUSALS] === name ? refused.refusal.sentence : undefined
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={m.understanding_sample_draw()}
				lead={m.understanding_sample_draw_lead()}
				crumbs={[{ href: '/werkstatt/uebereinstimmung', label: m.understanding_samples() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={REFUSALS} />
			{rounds.length === 0 ? (
				<EmptyState title={m.understanding_sample_no_voices()}>{m.understanding_sample_no_voices_next()}</EmptyState>
			) : (
				<form method="post">
					<Field
						name="titel"
						label={m.understanding_sample_title()}
						hint={m.understanding_sample_title_hint()}
						value={values['titel'] ?? ''}
						error={error('titel')}
						required
						maxLength={120}
					/>
					<Field
						kind="select"
						name="runde"
						label={m.understanding_round()}
						options={rounds.map(({ id, title, contributions, uncoded }) => ({
							value: id,
							label: m.understanding_sample_round({ title, contributions, uncoded }),
						}))}
						value={values['runde'] ?? rounds[0]!.id}
						error={error('runde')}
					/>
					<CoderChoice
						people={[
							...team.map(({ accountId, name }) => ({ id: accountId, name })),
							...machines.map(({ id, name }) => ({ id, name: m.understanding_sample_machine({ name }) })),
						]}
						isChosen={(id) =>
							refused
								? values[`mit-${id}`] === 'ja'
								: id === me || (team.length === 2 && team.some(({ accountId }) => accountId === id))
						}
						error={error('codierende')}
					/>
					<Field
						kind="number"
						name="anzahl"
						label={m.understanding_sample_size()}
						hint={m.understanding_sample_size_hint({ advised })}
						width={8}
						min={2}
						max={LARGEST_SAMPLE}
						value={values['anzahl'] ?? advised}
						error={error('anzahl')}
					/>
					<Field
						kind="radios"
						name="verteilung"
						label={m.understanding_sample_spread()}
						options={SPREADS.map((spread) => ({ value: spread, label: spreadWord(spread) }))}
						value={values['verteilung'] ?? 'conversation'}
					/>
					<Field
						kind="checkbox"
						name="unberuehrt"
						label={m.understanding_sample_only_uncoded()}
						hint={m.understanding_sample_only_uncoded_hint()}
						checked={refused ? values['unberuehrt'] === 'ja' : rounds[0]!.uncoded >= 2}
						error={error('unberuehrt')}
					/>
					<Field
						kind="number"
						name="startzahl"
						label={m.understanding_sample_seed()}
						hint={m.understanding_sample_seed_hint()}
						width={8}
						min={0}
						max={999_999_999}
						value={values['startzahl'] ?? seed}
					/>
					<Button>{m.understanding_sample_draw_now()}</Button>
				</form>
			)}
		</div>
	)
}

type CoderChoiceProps = {
	people: readonly { id: string; name: string }[]
	isChosen: (id: string) => boolean
	error: string | undefined
}

/** A name of its own for each person, so that a refused form keeps them all. */
function CoderChoice({ people, isChosen, error }: CoderChoiceProps) {
	return (
		<fieldset className="kern-fieldset" id="feld-codierende" tabIndex={-1}>
			<legend className="kern-label">{m.understanding_sample_coders()}</legend>
			<div className="kern-hint">
				{people.length < 2 ? m.understanding_sample_alone() : m.understanding_sample_coders_hint()}
			</div>
			{error ? <p className="kern-error">{error}</p> : null}
			<div className="kern-fieldset__body">
				{people.map(({ id, name }) => (
					<Field key={id} kind="checkbox" name={`mit-${id}`} label={name} checked={isChosen(id)} />
				))}
			</div>
		</fieldset>
	)
}
