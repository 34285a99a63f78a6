/** A codebook from a table: choose the file, read what it adds and changes, take it in. */
import { redirect, useActionData } from 'react-router'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { DataTable } from '#platform/ui/data-table.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import css from '../../parts/understanding.css?url'
import { themes } from '../../tables.ts'
import { importThemes, planImport, readCodebookTable, type CodebookTable, type PlannedTheme } from '../import-themes.ts'
import treeCss from '../parts/codebook.css?url'
import type { Route } from './+types/import'

export const links: Route.LinksFunction = () => [css, treeCss].map((href) => ({ rel: 'stylesheet', href }))

/** A codebook is words of a team: a megabyte holds a thousand pages of it. */
const MOST_BYTES = 1_000_000

type Planned = { plan: PlannedTheme[]; text: string } & Pick<
	CodebookTable,
	'unknownColumns' | 'repeated' | 'unreadColours'
>

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'edit-codebook', request)
	return null
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const text = await givenText(form)
	const { rows, unknownColumns, repeated, unreadColours } = readCodebookTable(new TextEncoder().encode(text))
	return inThisMunicipality(context, async (db) => {
		if (form.get('act') === 'do') {
			await importThemes(db, { rows, by: await coderOfAccount(db, member), at: new Date() })
			return redirect('/werkstatt/codebuch/verlauf?getan=ja', 303)
		}
		const plan = planImport(rows, await db.select().from(themes))
		return { plan, unknownColumns, repeated, unreadColours, text } satisfies Planned
	})
})

/** @throws {Problem} `codebook-file-missing`, `codebook-file-too-large` */
async function givenText(form: FormData): Promise<string> {
	const file = form.get('datei')
	if (form.get('act') === 'do') return String(form.get('text') ?? '')
	if (!(file instanceof File) || file.size === 0) throw new Problem('invalid', 'codebook-file-missing')
	if (file.size > MOST_BYTES)
		throw new Problem('too-large', 'codebook-file-too-large', { limit: MOST_BYTES / 1_000_000 })
	return decoded(new Uint8Array(await file.arrayBuffer()))
}

/** What is no UTF-8 was saved by a spreadsheet in the alphabet of old Windows. */
function decoded(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch (error) {
		if (!(error instanceof TypeError)) throw error
		return new TextDecoder('windows-1252').decode(bytes)
	}
}

export default function ImportCodebook() {
	const answer = useActionData() as RefusedForm | Planned | undefined
	const refused = answer && 'refusal' in answer ? answer : undefined
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={m.understanding_import()}
				lead={m.understanding_import_lead()}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			<ErrorSummary
				refusal={refused?.refusal}
				fields={Object.fromEntries(
					['missing', 'too-large', 'empty', 'too-long'].map((why) => [`codebook-file-${why}`, 'datei']),
				)}
			/>
			{answer && 'plan' in answer ? (
				<Preview planned={answer} />
			) : (
				<form method="post" encType="multipart/form-data">
					<Field
						kind="file"
						name="datei"
						label={m.understanding_import_file()}
						hint={m.understanding_import_hint()}
						accept=".csv,.tsv,text/csv"
						required
					/>
					<Button name="act" value="preview">
						{m.understanding_preview_show()}
					</Button>
				</form>
			)}
		</div>
	)
}

function Preview({ planned: { plan, unknownColumns, repeated, unreadColours, text } }: { planned: Planned }) {
	const count = (fate: PlannedTheme['fate']) => plan.filter((theme) => theme.fate === fate).length
	return (
		<form method="post">
			<p>{m.understanding_import_counts({ added: count('added'), changed: count('changed'), same: count('same') })}</p>
			<ul>
				{unknownColumns.length > 0 ? (
					<li>{m.understanding_import_unknown_columns({ columns: unknownColumns.join(', ') })}</li>
				) : null}
				{repeated.length > 0 ? <li>{m.understanding_import_repeated({ names: repeated.join(', ') })}</li> : null}
				{unreadColours.length > 0 ? (
					<li>{m.understanding_import_unread_colours({ colours: unreadColours.join(', ') })}</li>
				) : null}
			</ul>
			<DataTable
				caption={m.understanding_import_caption()}
				rows={plan}
				rowKey={({ label }) => label}
				columns={[
					{ head: m.understanding_theme(), cell: ({ label, depth }) => '\u2003'.repeat(depth) + label },
					{
						head: m.understanding_comparison_fate(),
						cell: ({ fate }) =>
							({
								added: m.understanding_fate_added,
								changed: m.understanding_fate_changed,
								same: m.understanding_fate_same,
							})[fate](),
					},
					{ head: m.understanding_theme_definition(), cell: ({ wording }) => wording.definition ?? '' },
				]}
			/>
			<textarea name="text" hidden readOnly defaultValue={text} />
			<Buttons>
				<Button name="act" value="do" disabled={count('added') + count('changed') === 0}>
					{m.understanding_import_do()}
				</Button>
				<ButtonLink look="secondary" href="/werkstatt/codebuch/einlesen">
					{m.understanding_import_other()}
				</ButtonLink>
			</Buttons>
		</form>
	)
}
