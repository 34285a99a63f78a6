/** All notes of the analysts: to look through, put right, delete, print. */
import { redirect, useActionData } from 'react-router'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { secretsContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { isUuid } from '#platform/database/database.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { coderOfAccount } from '../coder-of.ts'
import { findMemoSubjects } from '../find-memo-subjects.ts'
import { findMemos, MEMO_KINDS } from '../find-memos.ts'
import filterCss from '../../parts/understanding.css?url'
import css from '../parts/coding-desk.css?url'
import { MemoEntry, memoKindWord } from '../parts/memo-entry.tsx'
import { RemovedMemo } from '../parts/removed-memo.tsx'
import { bringBackMemo, changeMemo, givenMemo, mayChangeMemo, removeMemo, writeMemo, type Memo } from '../write-memo.ts'
import { sealMemo } from '../memo-seal.ts'
import { readSubject, readRemovedMemo } from '../read-memo-form.ts'
import type { Route } from './+types/memos'

export const links: Route.LinksFunction = () => [
	{ rel: 'stylesheet', href: filterCss },
	{ rel: 'stylesheet', href: css },
]

const PER_PAGE = 50

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	const member = requireRight(context, 'code-passages', request)
	const search = new URL(request.url).searchParams
	const page = askedPage(search)
	const kind = MEMO_KINDS.find((one) => one === search.get('art'))
	const [coderName, words] = [search.get('von') ?? '', search.get('worte') ?? '']
	return inThisMunicipality(context, async (db) => {
		await noteReading(db, member.accountId, 'voice')
		const filter = { kind, coderName, words, limit: PER_PAGE, offset: (page - 1) * PER_PAGE }
		const { memos, total } = await findMemos(db, filter)
		leaveEmptyPage(url, page, memos)
		const shown = memos.map((memo) => ({ ...memo, mayChange: mayChangeMemo(memo, member) }))
		return { memos: shown, total, ...(await findMemoSubjects(db)), kind, coderName, words, page }
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'code-passages', request)
	const given = (name: string) => String(form.get(name) ?? '')
	const [act, text, memoId, at] = [given('act'), given('text'), given('memo'), new Date()]
	const key = context.get(secretsContext)
	const removed = await inThisMunicipality(context, async (db) => {
		if (act === 'write') {
			const coderId = await coderOfAccount(db, member)
			await writeMemo(db, { on: readSubject(given('on')), text, coderId, at })
		} else if (act === 'bring-back')
			await bringBackMemo(db, { memo: readRemovedMemo(form), seal: given('seal'), key, by: member })
		else if (!isUuid(memoId)) throw new Problem('not-found', 'memo-unknown')
		else if (act === 'remove') return removeMemo(db, { memoId, by: member })
		else await changeMemo(db, { memoId, text, by: member, at })
		return undefined
	})
	// A deleted note is nowhere any more but on the page that answers, which can bring it back.
	return removed
		? { removed, seal: sealMemo(key, givenMemo(removed)) }
		: redirect(new URL(request.url).search || '?', 303)
})

export default function Memos({ loaderData }: Route.ComponentProps) {
	const { memos, total, kind, coderName, words, page, coders, subjects } = loaderData
	const answer = useActionData() as RefusedForm | { removed: Memo; seal: string } | undefined
	const refused = answer && 'refusal' in answer ? answer : undefined
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={m.understanding_memos()}
				lead={m.understanding_memos_lead()}
				crumbs={[{ href: '/werkstatt/codieren', label: m.understanding_coding() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} fields={{ 'memo-empty': 'text', 'memo-subject-unknown': 'on' }} />
			{answer && 'removed' in answer ? <RemovedMemo memo={answer.removed} seal={answer.seal} /> : null}
			<FilterForm
				search={{ name: 'worte', label: m.understanding_memos_words(), value: words }}
				selects={[
					{
						name: 'art',
						label: m.understanding_memos_kind(),
						value: kind ?? '',
						options: MEMO_KINDS.map((value) => ({ value, label: memoKindWord(value) })),
					},
					{
						name: 'von',
						label: m.understanding_desk_coder(),
						value: coderName,
						options: coders.map((name) => ({ value: name, label: name })),
					},
				]}
			/>
			<h2>{m.understanding_memos_found({ count: total })}</h2>
			{memos.length === 0 ? (
				<EmptyState title={m.understanding_memos_none()}>{m.understanding_memos_none_next()}</EmptyState>
			) : (
				<ul className="memos">
					{memos.map((memo) => (
						<MemoEntry key={memo.id} memo={memo} />
					))}
				</ul>
			)}
			<Pager page={page} pages={Math.ceil(total / PER_PAGE)} />
			<form method="post" className="memo-new">
				<h2>{m.understanding_memo_new()}</h2>
				<Field
					kind="select"
					name="on"
					label={m.understanding_memo_on()}
					options={subjects.map((one) => ({
						value: `${one.kind} ${one.id}`,
						label: `${memoKindWord(one.kind)}: ${one.label}`,
					}))}
					blank={m.understanding_choose()}
					required
					value={refused?.values['on']}
				/>
				<Field
					kind="textarea"
					name="text"
					label={m.understanding_memo()}
					rows={4}
					required
					value={refused?.values['text']}
				/>
				<Button name="act" value="write">
					{m.understanding_memo_save()}
				</Button>
			</form>
		</div>
	)
}
