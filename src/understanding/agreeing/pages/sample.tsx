/** One sample: who is still coding; then where people disagree, side by side, and only below that the figures. */
import { setImmediate } from 'node:timers/promises'
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { askedPage } from '#platform/http/asked-page.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight, type Member } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import { coderOfAccount, knownCoderOf } from '../../coding/coder-of.ts'
import { goOnCoding } from '../blind-coding.ts'
import { compareCodings } from '../comparison.rules.ts'
import { findComparison } from '../find-comparison.ts'
import { findOwnCodings, findSample } from '../find-samples.ts'
import { AgreementFigures } from '../parts/agreement-figures.tsx'
import css from '../parts/agreeing.css?url'
import { Disagreements } from '../parts/disagreements.tsx'
import { DiscardForm, SampleProgress } from '../parts/sample-progress.tsx'
import { spreadWord, stateWord } from '../sample-words.ts'
import { decideUnit, discardSample, reopenSample, settleSample, type Verdict } from '../settle-sample.ts'
import type { Route } from './+types/sample'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

const PER_PAGE = 10

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const member = requireRight(context, 'code-passages', request)
	const search = new URL(request.url).searchParams
	const { compared, ...loaded } = await inThisMunicipality(context, async (db) => {
		const sample = await findSample(db, params.slug)
		const own = await knownCoderOf(db, member.accountId)
		const mayDiscard = mayDiscardAll(member) || (own !== null && sample.createdBy === own)
		if (sample.state === 'coding') {
			const codings = own ? await findOwnCodings(db, sample.id, own) : []
			return {
				sample,
				own,
				coded: new Set(codings.map(({ unitId }) => unitId)).size,
				facts: null,
				compared: null,
				mayDiscard,
			}
		}
		await noteReading(db, member.accountId, 'round', sample.roundId)
		const { disputed, compared: given, ...rest } = await findComparison(db, sample)
		const onlyOpen = search.get('zeigen') !== 'alle' && sample.state === 'comparing' && rest.open > 0
		const shown = disputed.filter(({ disputes }) => !onlyOpen || disputes.some(({ verdict }) => verdict === null))
		const pages = Math.max(1, Math.ceil(shown.length / PER_PAGE))
		const page = Math.min(askedPage(search), pages)
		const facts = {
			...rest,
			onlyOpen,
			page,
			pages,
			total: disputed.length,
			disputed: shown.slice((page - 1) * PER_PAGE, page * PER_PAGE),
		}
		return { sample, own, coded: 0, facts, compared: given, mayDiscard }
	})
	const { facts } = loaded
	if (!facts || !compared) return { ...loaded, facts: null }
	return { ...loaded, facts: { ...facts, comparison: await compareCodings(compared, setImmediate) } }
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'code-passages', request)
	const { slug } = params
	const deed = String(form.get('tun') ?? '')
	const { pathname, search } = new URL(request.url)
	await inThisMunicipality(context, async (db) => {
		const coderId = await coderOfAccount(db, member)
		const step = { slug, coderId, at: new Date() }
		if (deed === 'verwerfen') return discardSample(db, { slug, coderId, mayAll: mayDiscardAll(member) })
		if (deed === 'uebernehmen') return settleSample(db, step)
		if (deed === 'zuruecknehmen') return reopenSample(db, step)
		if (deed === 'weitercodieren') return goOnCoding(db, { sampleId: (await findSample(db, slug)).id, coderId })
		const unitId = String(form.get('beitrag') ?? '')
		if (!isUuid(unitId)) throw new Problem('not-found', 'sample-unit-unknown')
		return decideUnit(db, { ...step, unitId, verdicts: readVerdicts(form), noteToRule: deed === 'mit-regel' })
	})
	if (deed === 'verwerfen') return redirect('/werkstatt/uebereinstimmung', 303)
	if (deed === 'weitercodieren') return redirect(`${pathname}/codieren`, 303)
	return redirect(`${pathname}${search}#uneinig`, 303)
})

function mayDiscardAll({ part }: Member): boolean {
	return mayDo(part, 'manage-municipality')
}

/** `gilt-THEME`: ja or nein; what is left open stays open. @throws {Problem} `verdict-missing` */
function readVerdicts(form: FormData): Verdict[] {
	const verdicts = [...form].flatMap(([name, value]): Verdict[] => {
		const themeId = name.startsWith('gilt-') ? name.slice(5) : ''
		if (!isUuid(themeId) || (value !== 'ja' && value !== 'nein')) return []
		return [{ themeId, applies: value === 'ja', note: String(form.get(`notiz-${themeId}`) ?? '') }]
	})
	if (verdicts.length === 0) throw new Problem('invalid', 'verdict-missing')
	return verdicts
}

export default function SamplePage({ loaderData }: Route.ComponentProps) {
	const { sample, own, coded, facts, mayDiscard } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={sample.title}
				lead={m.understanding_sample_lead({
					round: sample.roundTitle,
					units: sample.units,
					names: sample.coders.map(({ name }) => name).join(', '),
					state: stateWord(sample.state),
				})}
				crumbs={[{ href: '/werkstatt/uebereinstimmung', label: m.understanding_samples() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={{}} />
			{facts ? (
				<>
					<Disagreements sample={sample} facts={facts} own={own} refused={refused} />
					<AgreementFigures sample={sample} facts={facts} />
				</>
			) : (
				<SampleProgress sample={sample} own={own} coded={coded} />
			)}
			<p className="label">{m.understanding_sample_drawn({ spread: spreadWord(sample.spread), seed: sample.seed })}</p>
			{mayDiscard ? <DiscardForm /> : null}
		</div>
	)
}
