/** What lies under seal: opened for a reason that is written down, deleted one by one or by age. */
import { redirect, useActionData } from 'react-router'
import type { Route } from './+types/originals'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { secretsContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { deleteOriginals } from '../names/delete-originals.ts'
import { findOriginals, type ListedOriginal } from '../names/find-originals.ts'
import { openOriginal, OPENING_REASONS, type OpeningReason } from '../names/open-original.ts'
import type { Original } from '../names/seal-original.ts'
import { textOf } from '../parts/form-fields.ts'
import listeningLook from '../parts/listening.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: listeningLook }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'open-originals', request)
	const deleted = Number(new URL(request.url).searchParams.get('geloescht') ?? Number.NaN)
	return {
		originals: await inThisMunicipality(context, findOriginals),
		deleted: Number.isNaN(deleted) ? null : deleted,
	}
})

const DAY_MS = 24 * 60 * 60 * 1000
const MOST_DAYS = 36_500

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'open-originals', request)
	const at = new Date()
	const done = { by, at }
	const seal = { secrets: context.get(secretsContext), municipalityId: context.get(municipalityContext).id }
	const act = textOf(form, 'act')
	return inThisMunicipality(context, async (db) => {
		if (act === 'open') {
			const original = await openOriginal(db, {
				originalId: textOf(form, 'original'),
				reason: textOf(form, 'grund'),
				seal,
				...done,
			})
			return { original: { ...original, files: original.files.map(({ name }) => name) } }
		}
		const conversationId = textOf(form, 'gespraech')
		const days = Number(textOf(form, 'tage'))
		if (act !== 'delete' && !(Number.isInteger(days) && days >= 0 && days <= MOST_DAYS))
			throw new Problem('invalid', 'days-unknown')
		const which = act === 'delete' ? { conversationId } : { sealedBefore: new Date(at.getTime() - days * DAY_MS) }
		const deleted = await deleteOriginals(db, { ...which, ...done })
		return redirect(`?geloescht=${deleted}`, 303)
	})
})

const FIELDS = { 'opening-reason-missing': 'grund', 'days-unknown': 'tage' }

/** Without the bytes of files: those are for an export of somebody's own data. */
type Opened = { original: Omit<Original, 'files'> & { files: string[] } }

export default function Originals({ loaderData }: Route.ComponentProps) {
	const { originals, deleted } = loaderData
	const answer = useActionData() as RefusedForm | Opened | undefined
	const refused = answer && 'refusal' in answer ? answer : undefined
	const opened = answer && 'original' in answer ? answer.original : undefined
	return (
		<div className="page section">
			<PageHead stage="listen" title={m.listening_originals()} lead={m.listening_originals_lead()} />
			<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
			{deleted === null ? null : (
				<Notice kind="success" announce title={m.listening_originals_deleted({ count: deleted })} />
			)}
			{opened ? <OpenedOriginal original={opened} /> : null}
			{originals.length === 0 ? (
				<EmptyState title={m.listening_originals_none()}>{m.listening_originals_none_hint()}</EmptyState>
			) : (
				<>
					<section className="section" aria-labelledby="liste">
						<h2 id="liste">{m.listening_originals_list()}</h2>
						{originals.map((original) => (
							<OneOriginal key={original.id} original={original} refused={refused} />
						))}
					</section>
					<form method="post" className="section">
						<h2>{m.listening_originals_by_age()}</h2>
						<input type="hidden" name="act" value="delete-old" />
						<Field
							name="tage"
							kind="number"
							width={4}
							min={0}
							label={m.listening_originals_days()}
							error={errorOf(refused?.refusal, FIELDS, 'tage')}
							required
						/>
						<Buttons>
							<Button look="danger">{m.listening_originals_delete_old()}</Button>
						</Buttons>
					</form>
				</>
			)}
		</div>
	)
}

function OneOriginal({ original, refused }: { original: ListedOriginal; refused: RefusedForm | undefined }) {
	const { id, version, sealedAt, bytes, conversation } = original
	const isRefused = refused?.values['original'] === id
	return (
		<details className="original" open={isRefused}>
			<summary>
				{conversation.title} · {m.listening_originals_version({ version })} ·{' '}
				<DateText day={sealedAt.toISOString().slice(0, 10)} style="short" /> · {Math.ceil(bytes / 1024)} KB
			</summary>
			<form method="post">
				<input type="hidden" name="act" value="open" />
				<input type="hidden" name="original" value={id} />
				<Field
					kind="radios"
					name="grund"
					label={m.listening_originals_why()}
					hint={m.listening_originals_why_hint()}
					options={OPENING_REASONS.map((value) => ({ value, label: reasonWord(value) }))}
					error={isRefused ? errorOf(refused.refusal, FIELDS, 'grund') : undefined}
				/>
				<Buttons>
					<Button look="secondary">{m.listening_originals_open()}</Button>
				</Buttons>
			</form>
			<form method="post">
				<input type="hidden" name="act" value="delete" />
				<input type="hidden" name="gespraech" value={conversation.id} />
				<p>{m.listening_originals_delete_hint()}</p>
				<Buttons>
					<Button look="danger">{m.listening_originals_delete()}</Button>
				</Buttons>
			</form>
		</details>
	)
}

function reasonWord(reason: OpeningReason): string {
	return {
		meaning: m.listening_opening_meaning,
		correction: m.listening_opening_correction,
		person: m.listening_opening_person,
		law: m.listening_opening_law,
	}[reason]()
}

function OpenedOriginal({ original }: { original: Opened['original'] }) {
	const { title, text, version, files } = original
	return (
		<section className="section" aria-labelledby="geoeffnet">
			<h2 id="geoeffnet">{m.listening_originals_opened({ title, version })}</h2>
			{files.length > 0 ? <p>{m.listening_originals_files({ names: files.join(', ') })}</p> : null}
			<div className="original__text spoken" lang="de">
				{text}
			</div>
		</section>
	)
}
