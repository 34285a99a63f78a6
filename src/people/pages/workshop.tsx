import type { Route } from './+types/workshop'
import { refusingLoader } from '#platform/http/refusals.ts'
import { databaseContext } from '#platform/http/request-context.ts'
import { countFailedMails } from '#platform/outbox.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import type { Stage } from '#platform/ui/stage.ts'
import { m } from '#platform/words/words.ts'
import { findOwnWays } from '../confirm-identity.ts'
import { partLabel } from '../part-words.ts'
import { inThisMunicipality, requireRight } from '../request.ts'
import { mayDo, type Act } from '../rights.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId, name, part } = requireRight(context, 'enter-workshop', request)
	const { hasPassword } = await findOwnWays(context.get(databaseContext), accountId)
	const isSaved = new URL(request.url).searchParams.get('zugang') === 'gespeichert'
	const failedMails = mayDo(part, 'manage-team') ? await inThisMunicipality(context, countFailedMails) : 0
	return {
		name,
		part,
		failedMails,
		hasPassword,
		isSaved,
		tasks: TASKS.filter(({ act }) => mayDo(part, act)).map(({ href }) => href),
	}
})

type Task = { href: string; act: Act; stage?: Stage; title: () => string; text: () => string }

/** In the order of the way, from listening to answering. */
const TASKS: readonly Task[] = [
	{
		href: '/werkstatt/runden',
		act: 'read-transcripts',
		stage: 'listen',
		title: m.people_task_listen,
		text: m.people_task_listen_text,
	},
	{
		href: '/werkstatt/anliegen',
		act: 'handle-requests',
		stage: 'listen',
		title: m.people_task_requests,
		text: m.people_task_requests_text,
	},
	{
		href: '/werkstatt/codieren',
		act: 'code-passages',
		stage: 'understand',
		title: m.people_task_code,
		text: m.people_task_code_text,
	},
	{
		href: '/werkstatt/fokusthemen',
		act: 'write-dossiers',
		stage: 'focus',
		title: m.people_task_focus,
		text: m.people_task_focus_text,
	},
	{
		href: '/werkstatt/vorhaben',
		act: 'run-initiatives',
		stage: 'act',
		title: m.people_task_act,
		text: m.people_task_act_text,
	},
	{
		href: '/werkstatt/antworten',
		act: 'answer-voices',
		stage: 'answer',
		title: m.people_task_answer,
		text: m.people_task_answer_text,
	},
	{
		href: '/werkstatt/ausgaben',
		act: 'publish-editions',
		title: m.people_task_publish,
		text: m.people_task_publish_text,
	},
	{ href: '/werkstatt/team', act: 'manage-team', title: m.people_task_team, text: m.people_task_team_text },
	{
		href: '/werkstatt/einstellungen',
		act: 'manage-municipality',
		title: m.people_task_settings,
		text: m.people_task_settings_text,
	},
]

export default function WorkshopPage({ loaderData }: Route.ComponentProps) {
	const { name, part, failedMails, hasPassword, isSaved, tasks } = loaderData
	return (
		<div className="page section">
			<PageHead title={m.people_workshop_title({ name })} label={partLabel(part)} lead={m.people_workshop_lead()} />
			{isSaved ? <Notice kind="success" title={m.people_access_saved()} announce /> : null}
			{hasPassword ? null : (
				<Notice kind="warning" title={m.people_no_password_title()}>
					<p>{m.people_no_password_text()}</p>
					<ButtonLink href="/werkstatt/passwort">{m.people_access_first_title()}</ButtonLink>
				</Notice>
			)}
			{failedMails > 0 ? (
				<Notice kind="warning" title={m.people_outbox_failed_title({ count: failedMails })}>
					<ButtonLink href="/werkstatt/postausgang" look="secondary">
						{m.people_outbox_look()}
					</ButtonLink>
				</Notice>
			) : null}
			<Rows label={m.people_workshop_tasks()}>
				{TASKS.filter(({ href }) => tasks.includes(href)).map(({ href, stage, title, text }) => (
					<Row key={href} title={title()} href={href} stage={stage} level={2}>
						{text()}
					</Row>
				))}
			</Rows>
			<p>
				<a href="/werkstatt/zugang">{m.people_access_title()}</a>
			</p>
		</div>
	)
}
