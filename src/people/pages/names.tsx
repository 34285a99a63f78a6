/** The municipality's own names: streets, villages, associations … by which its transcripts are searched. Never public. */
import { redirect } from 'react-router'
import type { Route } from './+types/names'
import { text, ticked } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { addKnownNames } from '../add-known-names.ts'
import { findOwnNames } from '../find-own-names.ts'
import { kindOfWord, readNameLines, type KnownName } from '../known-names.rules.ts'
import { AddNamesForm, ADD_NAMES_FIELDS } from '../parts/add-names-form.tsx'
import { NameList } from '../parts/name-list.tsx'
import { readKnownNames } from '../read-known-names.ts'
import { removeKnownNames } from '../remove-known-names.ts'
import { inThisMunicipality, requireRight } from '../request.ts'
import { mayDo } from '../rights.ts'
import css from '../parts/known-names.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

const PAGE = '/werkstatt/namen'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { part } = requireRight(context, 'pseudonymise', request)
	const { searchParams } = new URL(request.url)
	return {
		kinds: await inThisMunicipality(context, findOwnNames),
		mayChange: mayDo(part, 'manage-municipality'),
		added: searchParams.get('neu'),
		removed: searchParams.get('entfernt'),
	}
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'manage-municipality', request)
	const at = new Date()
	if (text(form, 'intent') === 'remove') {
		const ids = ticked(form, 'name')
		const removed = await inThisMunicipality(context, (db) => removeKnownNames(db, { ids, by, at }))
		return redirect(`${PAGE}?entfernt=${removed}`, 303)
	}
	const names = await readNames(form)
	const added = await inThisMunicipality(context, (db) => addKnownNames(db, { names, by, at }))
	return redirect(`${PAGE}?neu=${added}`, 303)
})

/** A table counts before what is pasted. */
async function readNames(form: FormData): Promise<KnownName[]> {
	const kind = kindOfWord(text(form, 'art'))
	const file = form.get('datei')
	if (file instanceof File && file.size > 0) return readKnownNames(new Uint8Array(await file.arrayBuffer()), kind)
	if (!kind) throw new Problem('invalid', 'known-kind-missing')
	return readNameLines(text(form, 'namen')).map((name) => ({ kind, name }))
}

export default function NamesPage({ loaderData, actionData }: Route.ComponentProps) {
	const { kinds, mayChange, added, removed } = loaderData
	const { refusal, values } = actionData ?? {}
	const filled = kinds.filter(({ names }) => names.length > 0)
	return (
		<div className="page section">
			<PageHead title={m.people_names_title()} lead={m.people_names_lead()} stage="listen" />
			<ErrorSummary refusal={refusal} fields={ADD_NAMES_FIELDS} />
			{added && !refusal ? <Notice kind="success" title={m.people_names_added({ count: added })} announce /> : null}
			{removed && !refusal ? (
				<Notice kind="success" title={m.people_names_removed({ count: removed })} announce />
			) : null}
			{mayChange ? (
				<AddNamesForm refusal={refusal} entered={values} />
			) : (
				<Notice kind="info" title={m.people_names_read_only()} />
			)}
			{filled.length === 0 ? (
				<EmptyState title={m.people_names_empty()}>{m.people_names_empty_text()}</EmptyState>
			) : (
				filled.map(({ kind, names }) => <NameList key={kind} kind={kind} names={names} mayChange={mayChange} />)
			)}
		</div>
	)
}
