/** One conversation to read: who was there with which consent, and every word. */
import type { Route } from './+types/conversation'
import { appendAudit } from '#people/audit-log.ts'
import { mayDo } from '#people/rights.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import {
	findConversation,
	findSourceWarnings,
	findSpeakers,
	findTranscriptPage,
	type FoundConversation,
} from '../find-conversation.ts'
import { FormatWord } from '../format-word.tsx'
import listeningLook from '../parts/listening.css?url'
import { SpeakerTable } from '../parts/speaker-table.tsx'
import { Transcript } from '../parts/transcript.tsx'
import { warningSentence } from '../warning-sentence.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: listeningLook }]

export const loader = refusingLoader(async ({ context, request, params, url }: Route.LoaderArgs) => {
	const { part, accountId } = requireRight(context, 'read-transcripts', request)
	const asked = new URL(request.url).searchParams
	const page = askedPage(asked)
	return inThisMunicipality(context, async (db) => {
		const conversation = await findConversation(db, params.slug)
		const transcript = await findTranscriptPage(db, conversation.id, page)
		leaveEmptyPage(url, page, transcript?.turns ?? [])
		await appendAudit(db, {
			by: accountId,
			act: 'transcript-read',
			subject: 'conversation',
			subjectId: conversation.id,
			at: new Date(),
		})
		return {
			conversation,
			mayEdit: mayDo(part, 'record-conversations'),
			mayCode: mayDo(part, 'code-passages'),
			mayCheckNames: mayDo(part, 'pseudonymise'),
			isJustChecked: asked.get('namen') === 'geprueft',
			page,
			speakers: await findSpeakers(db, conversation.id),
			transcript,
			warnings: (await findSourceWarnings(db, conversation.id)).map(warningSentence),
		}
	})
})

export default function Conversation({ loaderData }: Route.ComponentProps) {
	const { conversation, mayEdit, mayCode, mayCheckNames, isJustChecked, page, speakers, transcript, warnings } =
		loaderData
	const address = `/werkstatt/gespraeche/${conversation.slug}`
	const crumbs = [
		{ href: '/werkstatt/runden', label: m.listening_rounds_title() },
		{ href: `/werkstatt/runden/${conversation.roundSlug}`, label: conversation.roundTitle },
	]
	return (
		<div className="page section">
			<PageHead
				stage="listen"
				label={<FormatWord of={conversation.format} />}
				title={conversation.title || m.listening_no_longer_shown()}
				lead={<Circumstances {...conversation} />}
				crumbs={crumbs}
			>
				<Buttons>
					{mayCode ? <ButtonLink href={`${address}/codieren`}>{m.listening_to_coding()}</ButtonLink> : null}
					{mayCheckNames ? (
						<ButtonLink href={`${address}/namen`} look={conversation.namesCheckedAt ? 'tertiary' : 'secondary'}>
							{m.listening_names()}
						</ButtonLink>
					) : null}
					{mayEdit ? (
						<ButtonLink href={`${address}/sprechende`} look="secondary">
							{m.listening_to_speakers()}
						</ButtonLink>
					) : null}
					{mayEdit ? (
						<ButtonLink href={`${address}/beleg`} look="tertiary">
							{m.listening_link_title()}
						</ButtonLink>
					) : null}
				</Buttons>
			</PageHead>
			{isJustChecked ? <Notice kind="success" announce title={m.listening_names_done()} /> : null}
			<NobodyAllows speakers={speakers} />
			{warnings.length > 0 ? (
				<Notice title={m.listening_source_notes()}>
					<ul>
						{warnings.map((warning) => (
							<li key={warning}>{warning}</li>
						))}
					</ul>
				</Notice>
			) : null}
			<section aria-labelledby="sprechende" className="section">
				<h2 id="sprechende">{m.listening_speakers()}</h2>
				<SpeakerTable speakers={speakers} />
			</section>
			<section aria-labelledby="worte" className="section">
				<h2 id="worte">{m.listening_transcript()}</h2>
				{transcript ? (
					<>
						<Transcript turns={transcript.turns} speakers={speakers} />
						<Pager page={page} pages={transcript.pages} />
					</>
				) : (
					<EmptyState title={m.listening_transcript_none()} />
				)}
			</section>
		</div>
	)
}

/** Said where a text was brought in and what people allow was not entered yet. */
function NobodyAllows({ speakers }: Pick<Route.ComponentProps['loaderData'], 'speakers'>) {
	const heard = speakers.filter(({ isModerator }) => !isModerator)
	if (heard.length === 0 || heard.some(({ channels }) => channels.includes('analyse'))) return null
	return (
		<Notice kind="warning" title={m.listening_nobody_allows()}>
			<p>{m.listening_nobody_allows_text()}</p>
		</Notice>
	)
}

function Circumstances({ heldOn, district, place, moderators }: FoundConversation) {
	const where = [place, district].filter((part) => part).join(', ')
	return (
		<p>
			{heldOn ? <DateText day={heldOn} /> : m.listening_day_unknown()}
			{where ? ` · ${where}` : null}
			{moderators.length > 0 ? ` · ${m.listening_moderated_by({ names: moderators.join(', ') })}` : null}
		</p>
	)
}
