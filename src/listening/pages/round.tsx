/** One round: who has been heard and who has not, and everything that was said. */
import type { Route } from './+types/round'
import { mayDo } from '#people/rights.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { languageContext } from '#platform/http/request-context.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { language, m } from '#platform/words/words.ts'
import { findChoices } from '../find-choices.ts'
import { findConversations } from '../find-conversations.ts'
import { findCoverage } from '../find-coverage.ts'
import { findFormats } from '../find-formats.ts'
import { findRound } from '../find-rounds.ts'
import { countUnnoted } from '../find-imports.ts'
import { countUnchecked } from '../names/find-unchecked.ts'
import { SpokenList, WrittenList } from '../parts/conversation-list.tsx'
import { CoverageTable } from '../parts/coverage-table.tsx'
import listeningLook from '../parts/listening.css?url'
import { FORMATS, WRITTEN_FORMATS } from '../vocabulary.ts'
import { inLanguage } from '../wording.rules.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: listeningLook }]

export const loader = refusingLoader(async ({ context, request, params, url }: Route.LoaderArgs) => {
	const { part, accountId: by } = requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const kind: 'spoken' | 'written' = search.get('art') === 'schriftlich' ? 'written' : 'spoken'
	const filter = {
		format: FORMATS.find((format) => format === search.get('format')),
		sector: search.get('bereich') || undefined,
		district: search.get('ortsteil') || undefined,
	}
	const page = askedPage(search)
	return inThisMunicipality(context, async (db) => {
		const { id, slug, title, question } = await findRound(db, params.slug)
		// A short contribution stands in its list as a whole.
		if (kind === 'written') await noteReading(db, by, 'round', id)
		const found = await findConversations(db, { roundId: id, filter, kind, page })
		leaveEmptyPage(url, page, found.conversations)
		const formats = await findFormats(db)
		const { sectors, districts } = await findChoices(db, context.get(languageContext))
		return {
			round: { slug, title, question },
			mayRecord: mayDo(part, 'record-conversations'),
			mayCheckNames: mayDo(part, 'pseudonymise'),
			unchecked: await countUnchecked(db),
			unnoted: await countUnnoted(db, id),
			kind,
			filter,
			page,
			sectors,
			districts,
			found,
			formats,
			coverage: await findCoverage(db, { roundId: id, formats: formats.map((format) => format.kind) }),
		}
	})
})

export default function RoundPage({ loaderData }: Route.ComponentProps) {
	const { round, mayRecord, mayCheckNames, unchecked, unnoted, kind, page, found, formats, coverage } = loaderData
	return (
		<div className="page section">
			<PageHead
				stage="listen"
				title={round.title}
				lead={round.question || undefined}
				crumbs={[{ href: '/werkstatt/runden', label: m.listening_rounds_title() }]}
			>
				{mayRecord ? (
					<ButtonLink href={`/werkstatt/runden/${round.slug}/aufnehmen`}>{m.listening_record()}</ButtonLink>
				) : null}
			</PageHead>
			{mayRecord && unnoted > 0 ? (
				<Notice kind="warning" title={m.listening_for_all_waiting({ people: unnoted })}>
					<p>
						{m.listening_for_all_waiting_text()}{' '}
						<a href={`/werkstatt/runden/${round.slug}/zustimmungen`}>{m.listening_for_all_link()}</a>
					</p>
				</Notice>
			) : null}
			<section aria-labelledby="abdeckung" className="section">
				<h2 id="abdeckung">{m.listening_coverage_heading()}</h2>
				<CoverageTable rows={coverage} formats={formats} />
			</section>
			<section aria-labelledby="gehoert" className="section">
				<h2 id="gehoert">{kind === 'written' ? m.listening_written() : m.listening_conversations()}</h2>
				<Buttons>
					<ButtonLink href={`/werkstatt/runden/${round.slug}`} look={kind === 'spoken' ? 'primary' : 'secondary'} small>
						{m.listening_conversations()}
					</ButtonLink>
					<ButtonLink
						href={`/werkstatt/runden/${round.slug}?art=schriftlich`}
						look={kind === 'written' ? 'primary' : 'secondary'}
						small
					>
						{m.listening_written()}
					</ButtonLink>
					{mayCheckNames && kind === 'written' && unchecked > 0 ? (
						<ButtonLink href="/werkstatt/namen-pruefen" look="tertiary" small>
							{m.listening_names_to_queue({ count: unchecked })}
						</ButtonLink>
					) : null}
				</Buttons>
				<Filters {...loaderData} />
				<p role="status">{m.listening_found({ total: found.total })}</p>
				{kind === 'written' ? (
					<WrittenList conversations={found.conversations} />
				) : (
					<SpokenList conversations={found.conversations} mayCheckNames={mayCheckNames} />
				)}
				<Pager page={page} pages={found.pages} />
			</section>
		</div>
	)
}

function Filters({
	kind,
	filter,
	sectors,
	districts,
	formats,
}: Pick<Route.ComponentProps['loaderData'], 'kind' | 'filter' | 'sectors' | 'districts' | 'formats'>) {
	const shown = formats
		.filter((format) => WRITTEN_FORMATS.includes(format.kind) === (kind === 'written'))
		.map((format) => ({ value: format.kind, label: inLanguage(format.label, language()) }))
	const blank = m.listening_filter_all()
	return (
		<form method="get" className="listening-filters">
			{kind === 'written' ? <input type="hidden" name="art" value="schriftlich" /> : null}
			<Field
				kind="select"
				name="format"
				label={m.listening_format()}
				options={shown}
				blank={blank}
				value={filter.format}
			/>
			<Field
				kind="select"
				name="bereich"
				label={m.listening_coverage_sector()}
				options={sectors}
				blank={blank}
				value={filter.sector}
			/>
			<Field
				kind="select"
				name="ortsteil"
				label={m.listening_district()}
				options={districts}
				blank={blank}
				value={filter.district}
			/>
			<Button look="secondary" small>
				{m.listening_filter()}
			</Button>
		</form>
	)
}
