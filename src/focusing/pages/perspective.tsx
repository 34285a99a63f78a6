/** One perspective: introduction, starting points with what they rest on, closing. */
import { redirect } from 'react-router'
import type { Route } from './+types/perspective'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findCitedPassages } from '../find-evidence.ts'
import { findFocusThemes } from '../find-focus-themes.ts'
import { findPerspective } from '../find-perspectives.ts'
import evidenceLook from '../parts/evidence.css?url'
import { rowsOf, text, ticked } from '#platform/http/form-fields.ts'
import { PointRow } from '../parts/point-row.tsx'
import { SavedNotice } from '../parts/saved-notice.tsx'
import { writePerspective, type WrittenPoint } from '../write-perspective.ts'

export const links = () => [{ rel: 'stylesheet', href: evidenceLook }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'write-dossiers', request)
	return inThisMunicipality(context, async (db) => {
		const perspective = await findPerspective(db, params.slug)
		await noteReading(db, accountId, 'perspective', perspective.id)
		const cited = perspective.points.flatMap(({ codingIds }) => codingIds)
		return {
			perspective,
			passages: await findCitedPassages(db, [...new Set(cited)]),
			focusThemes: (await findFocusThemes(db, perspective.roundId)).map(({ id, title }) => ({ id, title })),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	requireRight(context, 'write-dossiers', request)
	const points = pointsIn(form)
	await inThisMunicipality(context, async (db) => {
		const { id, roundId } = await findPerspective(db, params.slug)
		await writePerspective(db, {
			perspectiveId: id,
			roundId,
			title: text(form, 'titel'),
			introduction: text(form, 'einleitung'),
			closing: text(form, 'schluss'),
			points,
		})
	})
	const page = `/werkstatt/blickwinkel/${params.slug}`
	if (!form.has('weiter')) return redirect(`${page}?gespeichert=ja`, 303)
	const before = points.slice(0, Number(text(form, 'weiter'))).filter(({ title }) => title.trim() !== '')
	return redirect(`${page}/belegstellen?punkt=${before.length}`, 303)
})

function pointsIn(form: FormData): WrittenPoint[] {
	return rowsOf(form, 'punkt').map((row) => ({
		title: text(form, `punkt-${row}-titel`),
		text: text(form, `punkt-${row}-text`),
		focusThemeId: text(form, `punkt-${row}-fokusthema`) || null,
		codingIds: ticked(form, `punkt-${row}-beleg`),
	}))
}

const FIELDS = { 'perspective-title-missing': 'titel', 'point-title-missing': 'punkt-0-titel' }

export default function PerspectivePage({ loaderData, actionData }: Route.ComponentProps) {
	const { perspective, passages, focusThemes } = loaderData
	const values = actionData?.values
	const rows = [...perspective.points, { title: '', text: '', focusTheme: null, codingIds: [] }]
	return (
		<>
			<PageHead
				title={perspective.title}
				label={m.focusing_perspective()}
				stage="focus"
				crumbs={[{ href: '/werkstatt/blickwinkel', label: m.focusing_perspectives_title() }]}
			/>
			<SavedNotice />
			<ErrorSummary refusal={actionData?.refusal} fields={FIELDS} />
			<form method="post" className="sheet">
				<Field
					name="titel"
					label={m.focusing_perspective_title_label()}
					hint={m.focusing_perspective_title_hint()}
					required
					value={values?.['titel'] ?? perspective.title}
					error={errorOf(actionData?.refusal, FIELDS, 'titel')}
				/>
				<Field
					kind="textarea"
					name="einleitung"
					rows={4}
					label={m.focusing_perspective_introduction()}
					value={values?.['einleitung'] ?? perspective.introduction}
				/>
				<h2>{m.focusing_points()}</h2>
				<p className="kern-hint">{m.focusing_points_hint()}</p>
				{rows.map((point, row) => (
					<PointRow key={row} row={row} point={point} passages={passages} focusThemes={focusThemes} values={values} />
				))}
				<Field
					kind="textarea"
					name="schluss"
					rows={3}
					label={m.focusing_perspective_closing()}
					value={values?.['schluss'] ?? perspective.closing}
				/>
				<Buttons>
					<Button>{m.focusing_save()}</Button>
				</Buttons>
			</form>
		</>
	)
}
