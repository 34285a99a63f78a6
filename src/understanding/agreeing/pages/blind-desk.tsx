/** Codes a sample blind, one contribution after the other. Works without script; awake, words are chosen by mouse or keys. */
import { redirect, useActionData } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findCodebook } from '../../codebook/find-codebook.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { readStance } from '../../coding/read-stance.ts'
import deskCss from '../../coding/parts/coding-desk.css?url'
import { codeUnit, finishCoding, removeUnitCoding } from '../blind-coding.ts'
import { findOwnCodings, findSample, findUnits } from '../find-samples.ts'
import css from '../parts/agreeing.css?url'
import { BlindCard } from '../parts/blind-card.tsx'
import type { Route } from './+types/blind-desk'

export const handle = { hydrate: true }
export const links: Route.LinksFunction = () => [deskCss, css].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const member = requireRight(context, 'code-passages', request)
	const asked = new URL(request.url).searchParams.get('stelle') ?? ''
	return inThisMunicipality(context, async (db) => {
		const { id, slug, title, state, coders, roundId } = await findSample(db, params.slug)
		const own = await coderOfAccount(db, member)
		const mine = coders.find((coder) => coder.id === own)
		if (!mine) throw new Problem('not-allowed', 'sample-not-yours')
		if (state !== 'coding') throw new Problem('conflict', 'sample-not-coding')
		if (mine.isFinished) throw new Problem('conflict', 'sample-finished')
		await noteReading(db, member.accountId, 'round', roundId)
		const units = await findUnits(db, id)
		const codings = await findOwnCodings(db, id, own)
		const coded = new Set(codings.map(({ unitId }) => unitId))
		const nextOpen = units.findIndex((unit) => !coded.has(unit.id))
		const wanted = /^\d{1,4}$/.test(asked) ? Number(asked) - 1 : Math.max(0, nextOpen)
		const position = Math.min(wanted, Math.max(0, units.length - 1))
		const unit = units[position] ?? null
		const themes = (await findCodebook(db)).filter(({ isArchived }) => !isArchived)
		return {
			sample: { slug, title },
			unit,
			position,
			total: units.length,
			coded: coded.size,
			codings: codings.filter(({ unitId }) => unitId === unit?.id),
			themes: themes.map(({ id: themeId, label, definition, keywords, colour, depth, isArchived }) => ({
				...{ id: themeId, label, definition, keywords, colour, depth, isArchived },
			})),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'code-passages', request)
	const text = (name: string) => String(form.get(name) ?? '')
	const isFinishing = text('tun') === 'abschliessen'
	await inThisMunicipality(context, async (db) => {
		const coderId = await coderOfAccount(db, member)
		const at = new Date()
		if (isFinishing) return finishCoding(db, { sampleId: (await findSample(db, params.slug)).id, coderId, at })
		const unitId = text('beitrag')
		if (!isUuid(unitId)) throw new Problem('not-found', 'sample-unit-unknown')
		if (isUuid(text('entfernen'))) return removeUnitCoding(db, { codingId: text('entfernen'), unitId, coderId })
		if (!isUuid(text('thema'))) throw new Problem('invalid', 'theme-not-chosen')
		const position = (name: string) => (/^\d{1,7}$/.test(text(name)) ? Number(text(name)) : undefined)
		return codeUnit(db, {
			...{ unitId, coderId, at, themeId: text('thema') },
			start: position('von'),
			end: position('bis'),
			stance: readStance(text('richtung')),
			intensity: Number(text('gewicht')) || 1,
		})
	})
	const { pathname } = new URL(request.url)
	if (isFinishing) return redirect(pathname.replace(/\/codieren$/, ''), 303)
	return redirect(`${pathname}?stelle=${Number(text('stelle')) || 1}`, 303)
})

export default function BlindDesk({ loaderData }: Route.ComponentProps) {
	const { sample, unit, position, total, coded, codings, themes } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const address = `/werkstatt/uebereinstimmung/${sample.slug}`
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={m.understanding_blind_title({ title: sample.title })}
				lead={m.understanding_blind_lead()}
				crumbs={[
					{ href: '/werkstatt/uebereinstimmung', label: m.understanding_samples() },
					{ href: address, label: sample.title },
				]}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={{ 'theme-not-chosen': 'thema' }} />
			{unit ? (
				<BlindCard key={unit.id} unit={unit} place={{ position, total, coded }} codings={codings} themes={themes} />
			) : (
				<EmptyState
					title={m.understanding_blind_empty()}
					action={<ButtonLink href={address}>{m.understanding_blind_back()}</ButtonLink>}
				/>
			)}
			{unit ? (
				<form method="post" className="agree__settle">
					<p>{m.understanding_blind_finish_what({ without: total - coded })}</p>
					<Button look="secondary" name="tun" value="abschliessen">
						{m.understanding_blind_finish()}
					</Button>
				</form>
			) : null}
		</div>
	)
}
