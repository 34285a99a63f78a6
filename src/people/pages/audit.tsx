/** Who did what, and when: readable, filtered by act and person, and checked against changes from outside. */
import type { Route } from './+types/audit'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { TimeText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { language, m } from '#platform/words/words.ts'
import { verifyAuditLog } from '../audit-log.ts'
import { actorWord, actWords, subjectWord } from '../audit-words.ts'
import { findAudit, findAuditChoices, type AuditLine } from '../find-audit.ts'
import { inThisMunicipality, requireRight } from '../request.ts'

const PER_PAGE = 50

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	requireRight(context, 'read-audit', request)
	const search = new URL(request.url).searchParams
	const page = askedPage(search)
	return inThisMunicipality(context, async (db) => {
		const choices = await findAuditChoices(db)
		const act = choices.acts.find((known) => known === search.get('was'))
		const by = choices.people.find((known) => known.by === search.get('wer'))?.by
		const found = await findAudit(db, { act, by, limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
		leaveEmptyPage(url, page, found.lines)
		const standing = search.has('pruefen') ? await verifyAuditLog(db) : null
		return { ...found, page, act, by, choices: wordsOf(choices), standing }
	})
})

type Choices = Awaited<ReturnType<typeof findAuditChoices>>

function wordsOf({ people, acts }: Choices) {
	const { compare } = new Intl.Collator(language())
	return {
		people: people
			.map(({ by, name }) => ({ value: by, label: actorWord(by, name) }))
			.toSorted((one, other) => compare(one.label, other.label)),
		acts: acts
			.map((act) => ({ value: act, label: actWords(act) }))
			.toSorted((one, other) => compare(one.label, other.label)),
	}
}

export default function Audit({ loaderData }: Route.ComponentProps) {
	const { total, lines, page, act, by, choices, standing } = loaderData
	return (
		<div className="page section">
			<PageHead title={m.people_audit_title()} lead={m.people_audit_lead()} />
			{standing ? <ChainNotice {...standing} /> : null}
			<form method="get" className="filters">
				<Field
					kind="select"
					name="wer"
					label={m.people_audit_who()}
					options={choices.people}
					blank={m.people_audit_person_any()}
					value={by}
				/>
				<Field
					kind="select"
					name="was"
					label={m.people_audit_what()}
					options={choices.acts}
					blank={m.people_audit_act_any()}
					value={act}
				/>
				<Buttons>
					<Button look="secondary">{m.people_audit_filter()}</Button>
					<ButtonLink href="/werkstatt/protokoll?pruefen" look="secondary">
						{m.people_audit_check()}
					</ButtonLink>
				</Buttons>
			</form>
			<DataTable
				caption={m.people_audit_title()}
				hideCaption
				columns={columns()}
				rows={lines}
				rowKey={({ sequence }) => String(sequence)}
				empty={<EmptyState title={m.people_audit_none()}>{m.people_audit_none_next()}</EmptyState>}
			/>
			<Pager page={page} pages={Math.ceil(total / PER_PAGE)} />
		</div>
	)
}

function columns(): readonly Column<AuditLine>[] {
	return [
		{ head: m.people_audit_number(), cell: ({ sequence }) => sequence, isNumber: true },
		{ head: m.people_audit_when(), cell: ({ at }) => <TimeText at={at} style="short" /> },
		{
			head: m.people_audit_what(),
			cell: ({ by, name, act }) => (
				<>
					{actorWord(by, name)} {actWords(act)}
				</>
			),
		},
		{
			head: m.people_audit_thing(),
			cell: ({ subject, subjectId }) => (
				<>
					{subjectWord(subject)} {subjectId ? <code>{subjectId.slice(0, 8)}</code> : null}
				</>
			),
		},
	]
}

function ChainNotice({ entries, brokenAt }: { entries: number; brokenAt: number | null }) {
	return brokenAt === null ? (
		<Notice kind="success" title={m.people_audit_holds({ entries })} announce />
	) : (
		<Notice kind="danger" title={m.people_audit_broken({ entry: brokenAt })} announce />
	)
}
