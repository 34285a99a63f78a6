/** What everybody of a table allowed, noted in one step: an import brings words, and seldom what may be done with them. */
import { redirect, useActionData } from 'react-router'
import type { Route } from './+types/allow-for-all'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { text } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { instantText } from '#platform/ui/dates.ts'
import { useTown } from '#platform/ui/town.tsx'
import { language, m } from '#platform/words/words.ts'
import { allowForAll, CHANNELS_FOR_ALL } from '../allow-for-all.ts'
import { findImports, type Import } from '../find-imports.ts'
import { findRound } from '../find-rounds.ts'
import { channelWord } from '../parts/consent-marks.tsx'
import { readDay } from '../readers/table-cells.rules.ts'

const WAYS = ['on-paper', 'by-voice', 'imported'] as const

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'record-conversations', request)
	const asked = new URL(request.url).searchParams
	return inThisMunicipality(context, async (db) => {
		const { id, slug, title } = await findRound(db, params.slug)
		const imports = await findImports(db, id)
		return { round: { slug, title }, imports, noted: asked.get('eingetragen'), leftOut: asked.get('ausgelassen') }
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'record-conversations', request)
	const day = text(form, 'am')
	if (day && !readDay(day)) throw new Problem('invalid', 'day-unknown')
	if (day > todayIn(context.get(municipalityContext))) throw new Problem('invalid', 'consent-in-future')
	const { noted, leftOut } = await inThisMunicipality(context, async (db) => {
		const { id: roundId } = await findRound(db, params.slug)
		return allowForAll(db, {
			roundId,
			imports: form.getAll('einlesen').map(String),
			channels: CHANNELS_FOR_ALL.filter((channel) => form.getAll('kanal').includes(channel)),
			given: WAYS.find((way) => way === text(form, 'wie')) ?? 'imported',
			givenOn: readDay(day) ?? null,
			by,
			at: new Date(),
		})
	})
	const told = `eingetragen=${noted}&ausgelassen=${leftOut}`
	return redirect(`/werkstatt/runden/${params.slug}/zustimmungen?${told}`, 303)
})

const FIELDS = {
	'import-missing': 'einlesen',
	'channel-missing': 'kanal',
	'day-unknown': 'am',
	'consent-in-future': 'am',
}

export default function AllowForAll({ loaderData }: Route.ComponentProps) {
	const { round, imports, noted, leftOut } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const crumbs = [
		{ href: '/werkstatt/runden', label: m.listening_rounds_title() },
		{ href: `/werkstatt/runden/${round.slug}`, label: round.title },
	]
	return (
		<div className="page section">
			<PageHead stage="listen" title={m.listening_for_all_title()} lead={m.listening_for_all_lead()} crumbs={crumbs} />
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			{noted !== null && !refused ? (
				<Notice kind="success" title={m.listening_for_all_done({ people: Number(noted) || 0 })} announce>
					{Number(leftOut) > 0 ? <p>{m.listening_for_all_left_out({ people: Number(leftOut) })}</p> : null}
					<p>
						<a href={`/werkstatt/runden/${round.slug}?art=schriftlich`}>{m.listening_written()}</a>
					</p>
				</Notice>
			) : null}
			{imports.length === 0 ? (
				<EmptyState title={m.listening_for_all_none()}>{m.listening_for_all_none_text()}</EmptyState>
			) : (
				<ForAllForm imports={imports} refused={refused} />
			)}
		</div>
	)
}

function ForAllForm({ imports, refused }: { imports: readonly Import[]; refused: RefusedForm | undefined }) {
	const { refusal, values, lists } = refused ?? {}
	const { timeZone } = useTown()
	const chosen = (name: string) => lists?.[name] ?? (values?.[name] ? [values[name]] : [])
	return (
		<form method="post" className="form">
			<Field
				kind="checkboxes"
				name="einlesen"
				label={m.listening_for_all_which()}
				options={imports.map((one) => ({ value: one.key, label: importWord(one, timeZone), hint: unnotedWord(one) }))}
				values={chosen('einlesen')}
				error={errorOf(refusal, FIELDS, 'einlesen')}
			/>
			<Field
				kind="checkboxes"
				name="kanal"
				label={m.listening_for_all_what()}
				hint={m.listening_for_all_what_hint()}
				options={CHANNELS_FOR_ALL.map((channel) => ({ value: channel, label: channelWord(channel) }))}
				values={chosen('kanal')}
				error={errorOf(refusal, FIELDS, 'kanal')}
			/>
			<Field
				kind="radios"
				name="wie"
				label={m.listening_given()}
				value={values?.['wie'] ?? 'imported'}
				options={[
					{ value: 'on-paper', label: m.listening_given_on_paper() },
					{ value: 'by-voice', label: m.listening_given_by_voice() },
					{ value: 'imported', label: m.listening_for_all_elsewhere() },
				]}
			/>
			<Field
				kind="date"
				name="am"
				label={m.listening_given_on()}
				optional
				value={values?.['am']}
				error={errorOf(refusal, FIELDS, 'am')}
			/>
			<Button>{m.listening_for_all_button()}</Button>
		</form>
	)
}

function importWord({ fileName, importedAt, people }: Import, timeZone: string): string {
	const when = instantText(importedAt, language(), timeZone, 'short')
	return `${fileName ?? m.listening_for_all_no_file()} · ${when} · ${m.listening_for_all_people({ people })}`
}

function unnotedWord({ unnoted }: Import): string | undefined {
	return unnoted > 0 ? m.listening_for_all_unnoted({ people: unnoted }) : undefined
}
