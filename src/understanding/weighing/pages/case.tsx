/** One summary beside the passages it rests on. */
import { useRef } from 'react'
import { redirect, useActionData } from 'react-router'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { text as textOf } from '#platform/http/form-fields.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { passagesAddress } from '../cell-address.ts'
import { findCase } from '../find-case-summaries.ts'
import { findCell } from '../find-cell.ts'
import { KeptSummary } from '../parts/kept-summary.tsx'
import { readCell } from '../read-cell.ts'
import { writeCaseSummary } from '../write-case-summary.ts'
import css from '../../parts/understanding.css?url'
import weighingCss from '../parts/weighing.css?url'
import type { Route } from './+types/case'

export const handle = { hydrate: true }
export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

const SHOWN = 50

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'read-transcripts', request)
	return inThisMunicipality(context, async (db) => {
		const found = await findCase(db, params)
		const asked = { thema: params.theme, unter: '1', gespraech: params.conversation }
		const { cell } = await readCell(db, new URLSearchParams(asked))
		const { total, passages } = await findCell(db, { ...cell, limit: SHOWN })
		await noteReading(db, accountId, 'conversation', found.conversation.id)
		return { ...found, total, passages, address: passagesAddress(asked) }
	})
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'code-passages', request)
	await inThisMunicipality(context, async (db) => {
		const { conversation, theme } = await findCase(db, params)
		await writeCaseSummary(db, {
			conversationId: conversation.id,
			themeId: theme.id,
			text: textOf(form, 'text'),
			seenVersion: Number(textOf(form, 'version')) || 0,
			coderId: await coderOfAccount(db, member),
			at: new Date(),
		})
	})
	return redirect(`/werkstatt/matrix/faelle?gespraech=${params.conversation}`, 303)
})

export default function CasePage({ loaderData }: Route.ComponentProps) {
	const { conversation, theme, cell, total, passages, address } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const form = useRef<HTMLFormElement>(null)
	const isChanged = refused?.refusal.code === 'summary-changed'
	return (
		<div className="page page--wide">
			<PageHead
				stage="understand"
				title={theme.label}
				lead={conversation.title || m.understanding_conversation_untitled()}
				crumbs={[{ href: '/werkstatt/matrix/faelle', label: m.understanding_cases() }]}
			/>
			<ErrorSummary refusal={refused?.refusal} />
			{cell.isDoubtful ? <Notice kind="warning">{m.understanding_cases_doubtful()}</Notice> : null}
			<div className="case-desk">
				<form method="post" ref={form}>
					{isChanged ? (
						<Notice title={m.understanding_cases_standing({ name: cell.writtenBy ?? '–' })}>
							<p className="case-desk__standing">{cell.text || m.understanding_cases_empty()}</p>
						</Notice>
					) : null}
					<input type="hidden" name="version" value={cell.version} />
					<Field
						kind="textarea"
						name="text"
						rows={12}
						maxLength={10_000}
						label={isChanged ? m.understanding_cases_yours() : m.understanding_cases_summary()}
						hint={m.understanding_cases_hint()}
						value={refused?.values['text'] ?? cell.text}
					/>
					<Button>{m.understanding_cases_save()}</Button>
					<KeptSummary form={form} isOff={isChanged} />
				</form>
				<section>
					<h2>{m.understanding_passages_total({ total })}</h2>
					{total === 0 ? (
						<EmptyState title={m.understanding_passages_none()}>{m.understanding_cases_no_passages()}</EmptyState>
					) : null}
					<ul className="hits">
						{passages.map(({ id, quote, speakerCode, themeLabel, turn }) => (
							<li key={id}>
								<blockquote className="spoken" lang="de">
									{quote}
								</blockquote>
								<p className="label">
									{speakerCode} ·{' '}
									<a href={`/werkstatt/gespraeche/${conversation.slug}/codieren?beitrag=${turn}#beitrag-${turn}`}>
										{themeLabel}
									</a>
								</p>
							</li>
						))}
					</ul>
					{total > passages.length ? <a href={address}>{m.understanding_cases_all_passages()}</a> : null}
				</section>
			</div>
		</div>
	)
}
