/** Brings a conversation into a round: from a file or pasted. Who spoke, and with which consent, is the second step. */
import { Fragment } from 'react'
import { redirect } from 'react-router'
import type { Route } from './+types/record'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { databaseContext, languageContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { language, m } from '#platform/words/words.ts'
import { findChoices } from '../find-choices.ts'
import { findAddress } from '../find-conversation.ts'
import { findFormats, usualFormat } from '../find-formats.ts'
import { findRound } from '../find-rounds.ts'
import { importFile } from '../import-file.ts'
import { readUploadForm } from '../read-upload-form.ts'
import { READABLE_ENDINGS } from '../readers/readers.ts'
import { inLanguage } from '../wording.rules.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'record-conversations', request)
	return inThisMunicipality(context, async (db) => {
		const { slug, title } = await findRound(db, params.slug)
		const { districts } = await findChoices(db, context.get(languageContext))
		const formats = await findFormats(db)
		return {
			round: { slug, title },
			districts,
			formats,
			usual: usualFormat(formats).label,
			endings: READABLE_ENDINGS.map((ending) => `.${ending}`),
		}
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	requireRight(context, 'record-conversations', request)
	const upload = await readUploadForm(form)
	const { ids } = await importFile(context.get(databaseContext), context.get(municipalityContext).id, {
		...upload,
		round: params.slug,
		at: new Date(),
		besideServer: true,
	})
	if (ids.length > 1) {
		const next = upload.options.channels?.length ? '?art=schriftlich' : '/zustimmungen'
		return redirect(`/werkstatt/runden/${params.slug}${next}`, 303)
	}
	const address = await inThisMunicipality(context, (db) => findAddress(db, ids[0]!))
	return redirect(`/werkstatt/gespraeche/${address}/sprechende`, 303)
})

const FIELDS = {
	'nothing-to-record': 'text',
	'day-unknown': 'date',
	'column-missing': 'columns',
	'column-meaning-unknown': 'columns',
	'table-without-text': 'columns',
	'file-kind-unknown': 'file',
	'file-empty': 'file',
	'file-too-large': 'file',
}

export default function Record({ loaderData, actionData }: Route.ComponentProps) {
	const { round, districts, formats, usual, endings } = loaderData
	const refused = actionData as RefusedForm | undefined
	const values = refused?.values ?? {}
	const asked = (name: string) => ({ name, value: values[name], error: errorOf(refused?.refusal, FIELDS, name) })
	const crumbs = [
		{ href: '/werkstatt/runden', label: m.listening_rounds_title() },
		{ href: `/werkstatt/runden/${round.slug}`, label: round.title },
	]
	return (
		<div className="page section">
			<PageHead
				stage="listen"
				label={m.listening_record_step_one()}
				title={m.listening_record()}
				lead={m.listening_record_lead()}
				crumbs={crumbs}
			/>
			<form method="post" encType="multipart/form-data">
				<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
				<Field
					kind="file"
					{...asked('file')}
					label={m.listening_record_file()}
					hint={m.listening_record_file_hint({ endings: endings.join(', ') })}
					accept={endings.join(',')}
				/>
				<Field
					kind="textarea"
					{...asked('text')}
					label={m.listening_record_text()}
					hint={m.listening_record_text_hint()}
					rows={8}
					spoken
				/>
				<Field
					{...asked('title')}
					label={m.listening_title()}
					hint={m.listening_record_title_hint()}
					optional
					maxLength={200}
				/>
				<Field
					kind="select"
					{...asked('format')}
					label={m.listening_format()}
					options={formats.map(({ kind, label }) => ({ value: kind, label: inLanguage(label, language()) }))}
					blank={m.listening_record_format_blank({ format: inLanguage(usual, language()) })}
				/>
				<Descriptions formats={formats} />
				<Field kind="date" {...asked('date')} label={m.listening_day()} optional />
				<Field
					kind="select"
					{...asked('district')}
					label={m.listening_district()}
					optional
					options={districts}
					blank={m.listening_speak_no_answer()}
				/>
				<Field {...asked('place')} label={m.listening_place()} optional maxLength={200} />
				<Field
					kind="checkbox"
					name="all-analyse"
					label={m.listening_record_all_analyse()}
					hint={m.listening_record_all_analyse_hint()}
					checked={values['all-analyse'] === 'ja'}
				/>
				<details>
					<summary>{m.listening_record_table()}</summary>
					<Field
						{...asked('columns')}
						label={m.listening_record_columns()}
						hint={m.listening_record_columns_hint()}
						optional
					/>
				</details>
				<Button>{m.listening_record_next()}</Button>
			</form>
		</div>
	)
}

/** What the formats mean, for whoever has to choose one. */
function Descriptions({ formats }: Pick<Route.ComponentProps['loaderData'], 'formats'>) {
	const described = formats.flatMap(({ kind, label, description }) =>
		description ? [{ kind, label, description }] : [],
	)
	if (described.length === 0) return null
	return (
		<details>
			<summary>{m.listening_record_formats()}</summary>
			<dl>
				{described.map(({ kind, label, description }) => (
					<Fragment key={kind}>
						<dt>{inLanguage(label, language())}</dt>
						<dd>{inLanguage(description, language())}</dd>
					</Fragment>
				))}
			</dl>
		</details>
	)
}
