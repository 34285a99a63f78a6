/** The passages of a theme, or of one cell of the matrix: read across conversations. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findCell, type CellPassage } from '../../weighing/find-cell.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { readCell } from '../../weighing/read-cell.ts'
import { intensityWord } from '../../coding/intensity-word.ts'
import css from '../../parts/understanding.css?url'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import type { Route } from './+types/passages'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

const PER_PAGE = 50

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const page = askedPage(search)
	return inThisMunicipality(context, async (db) => {
		const { cell, themeId, titles } = await readCell(db, search)
		const found = await findCell(db, { ...cell, limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
		leaveEmptyPage(url, page, found.passages)
		if (themeId) await noteReading(db, accountId, 'theme', themeId)
		else if (cell.conversationId) await noteReading(db, accountId, 'conversation', cell.conversationId)
		else await noteReading(db, accountId, 'round', cell.roundId)
		return { ...found, title: titles.join(' · '), page }
	})
})

export default function Passages({ loaderData }: Route.ComponentProps) {
	const { total, persons, passages, title, page } = loaderData
	return (
		<div className="page narrow">
			<PageHead
				stage="understand"
				title={title}
				lead={total > 0 ? m.understanding_passages_of_persons({ total, persons }) : undefined}
				crumbs={[{ href: '/werkstatt/matrix', label: m.understanding_matrix() }]}
			/>
			{total === 0 ? (
				<EmptyState title={m.understanding_passages_none()}>{m.understanding_passages_none_next()}</EmptyState>
			) : null}
			<ul className="hits">
				{passages.map((passage) => (
					<PassageEntry key={passage.id} passage={passage} />
				))}
			</ul>
			<Pager page={page} pages={Math.ceil(total / PER_PAGE)} />
		</div>
	)
}

function PassageEntry({ passage }: { passage: CellPassage }) {
	const { quote, stance, intensity, isGoodQuote, isSensitive, speakerCode, conversation, turn } = passage
	const facts = [
		stanceWord(stance),
		intensityWord(intensity),
		isGoodQuote && m.understanding_good_quote(),
		isSensitive && m.understanding_sensitive(),
	]
	return (
		<li>
			<blockquote className="spoken" lang="de">
				{quote}
			</blockquote>
			<p className="label">
				{speakerCode} ·{' '}
				<a href={`/werkstatt/gespraeche/${conversation.slug}/codieren?beitrag=${turn}#beitrag-${turn}`}>
					{conversation.title}
				</a>{' '}
				· {facts.filter(Boolean).join(' · ')}
			</p>
		</li>
	)
}
