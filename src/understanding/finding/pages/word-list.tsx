/** Which words people use, and which mark a sector, theme, district or round against all others. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { language, m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFormats } from '#listening/find-formats.ts'
import { askedWords } from '../asked-words.ts'
import { FilterFields } from '../parts/filter-fields.tsx'
import { FindingLinks } from '../parts/finding-links.tsx'
import { WordTable } from '../parts/word-table.tsx'
import css from '../../parts/understanding.css?url'
import findingCss from '../parts/finding.css?url'
import type { Route } from './+types/word-list'

export const links: Route.LinksFunction = () => [
	{ rel: 'stylesheet', href: css },
	{ rel: 'stylesheet', href: findingCss },
]

const PER_PAGE = 100

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'read-transcripts', request)
	const { searchParams, search } = new URL(request.url)
	const page = askedPage(searchParams)
	return inThisMunicipality(context, async (db) => {
		await appendAudit(db, { by, act: 'voices-searched', subject: 'voice', at: new Date() })
		const asked = await askedWords(db, searchParams)
		const { rows, ...sums } = asked.list
		const shown = rows.slice((page - 1) * PER_PAGE, page * PER_PAGE)
		leaveEmptyPage(url, page, shown)
		return {
			...asked,
			list: { ...sums, rows: shown },
			count: rows.length,
			page,
			search,
			formats: await findFormats(db),
		}
	})
})

export default function WordListPage({ loaderData }: Route.ComponentProps) {
	const { list, choices, filter, length, withStopWords, isKeyness, isNarrowed, formats, count, page, search } =
		loaderData
	const isCompared = isKeyness && isNarrowed
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_word_list()} lead={m.understanding_word_list_lead()} />
			<FindingLinks here="/woerter" />
			<search>
				<form method="get" className="finding-ask">
					<div className="filters">
						<Field
							kind="select"
							name="laenge"
							label={m.understanding_word_length()}
							value={String(length)}
							options={[
								{ value: '1', label: m.understanding_word_length_1() },
								{ value: '2', label: m.understanding_word_length_2() },
								{ value: '3', label: m.understanding_word_length_3() },
							]}
						/>
						<Field kind="checkbox" name="fuellwoerter" label={m.understanding_word_stop()} checked={withStopWords} />
						<Field kind="checkbox" name="vergleich" label={m.understanding_word_keyness()} checked={isKeyness} />
						<Button>{m.understanding_show()}</Button>
					</div>
					<FilterFields asked={filter} choices={choices} formats={formats} />
				</form>
			</search>
			{isKeyness && !isNarrowed ? <Notice title={m.understanding_word_keyness_narrow()} /> : null}
			{list.isPart ? <Notice title={m.understanding_word_part()} /> : null}
			{count === 0 ? (
				<EmptyState title={m.understanding_word_none()}>{m.understanding_word_none_next()}</EmptyState>
			) : (
				<>
					<p>
						{m.understanding_word_sums({
							words: list.words.toLocaleString(language()),
							voices: list.voices.toLocaleString(language()),
							persons: list.persons.toLocaleString(language()),
						})}
					</p>
					<WordTable rows={list.rows} isCompared={isCompared} filter={filter} />
					<Pager page={page} pages={Math.ceil(count / PER_PAGE)} />
					<p className="no-print">
						<ButtonLink look="secondary" href={`/werkstatt/woerter/csv${search}`} download>
							{m.understanding_as_csv()}
						</ButtonLink>
					</p>
					<p className="label">{isCompared ? m.understanding_word_keyness_note() : m.understanding_word_note()}</p>
				</>
			)}
		</div>
	)
}
