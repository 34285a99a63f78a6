/** The codebook: every theme with what it means and what carries it. Prints as a handout for coders. */
import { redirect } from 'react-router'
import { isUuid } from '#platform/database/database.ts'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, memberContext, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { archiveTheme, reopenTheme } from '../archive-theme.ts'
import { findCodebook, type Theme } from '../find-codebook.ts'
import { moveTheme } from '../move-theme.ts'
import css from '../../parts/understanding.css?url'
import type { Route } from './+types/codebook'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const part = context.get(memberContext)?.part
	return {
		themes: await inThisMunicipality(context, findCodebook),
		mayEdit: part ? mayDo(part, 'edit-codebook') : false,
	}
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'edit-codebook', request)
	const themeId = String(form.get('theme') ?? '')
	if (!isUuid(themeId)) throw new Problem('not-found', 'theme-unknown')
	const act = form.get('act')
	await inThisMunicipality(context, async (db) => {
		const step = { by: await coderOfAccount(db, member), at: new Date() }
		if (act === 'up' || act === 'down') await moveTheme(db, { themeId, to: act, ...step })
		if (act === 'archive') await archiveTheme(db, { themeId, ...step })
		if (act === 'reopen') await reopenTheme(db, { themeId, ...step })
	})
	return redirect(`/werkstatt/codebuch#thema-${themeId}`, 303)
})

export default function Codebook({ loaderData }: Route.ComponentProps) {
	const { themes, mayEdit } = loaderData
	const inUse = themes.filter(({ isArchived }) => !isArchived)
	const archived = themes.filter(({ isArchived }) => isArchived)
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_codebook()} lead={m.understanding_codebook_lead()}>
				{mayEdit ? <ButtonLink href="/werkstatt/codebuch/neu">{m.understanding_theme_new()}</ButtonLink> : null}
			</PageHead>
			{inUse.length === 0 ? (
				<EmptyState title={m.understanding_codebook_empty()}>{m.understanding_codebook_empty_next()}</EmptyState>
			) : null}
			<ul className="codebook">
				{inUse.map((theme) => (
					<Entry key={theme.id} theme={theme} mayEdit={mayEdit} />
				))}
			</ul>
			{archived.length > 0 ? (
				<details className="codebook__archived">
					<summary>{m.understanding_codebook_archived({ count: archived.length })}</summary>
					<ul className="codebook">
						{archived.map((theme) => (
							<Entry key={theme.id} theme={theme} mayEdit={mayEdit} />
						))}
					</ul>
				</details>
			) : null}
		</div>
	)
}

function Entry({ theme, mayEdit }: { theme: Theme; mayEdit: boolean }) {
	const { id, slug, label, definition, colour, depth, persons, passages } = theme
	return (
		<li id={`thema-${id}`} style={{ marginInlineStart: `${depth * 2}rem` }}>
			<div className="codebook__head">
				<i style={{ background: colour }} aria-hidden="true" />
				<h2>{mayEdit ? <a href={`/werkstatt/codebuch/${slug}`}>{label}</a> : label}</h2>
				<p>
					<a href={`/werkstatt/stellen?thema=${slug}`}>{m.understanding_used({ persons, passages })}</a>
				</p>
				{mayEdit ? <EntryActs theme={theme} /> : null}
			</div>
			{definition ? <p>{definition}</p> : null}
			<EntryRules theme={theme} />
		</li>
	)
}

function EntryRules({ theme: { anchorExample, codingRule, include, exclude, keywords } }: { theme: Theme }) {
	const rules = [
		{ name: m.understanding_theme_rule(), text: codingRule },
		{ name: m.understanding_theme_anchor(), text: anchorExample, isSpoken: true },
		{ name: m.understanding_theme_include(), text: include },
		{ name: m.understanding_theme_exclude(), text: exclude },
		{ name: m.understanding_theme_keywords(), text: keywords.join(', ') },
	].filter(({ text }) => text !== '')
	if (rules.length === 0) return null
	return (
		<details>
			<summary>{m.understanding_theme_rules()}</summary>
			<dl>
				{rules.map(({ name, text, isSpoken }) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd className={isSpoken ? 'spoken' : undefined}>{text}</dd>
					</div>
				))}
			</dl>
		</details>
	)
}

function EntryActs({ theme: { id, label, isArchived } }: { theme: Theme }) {
	const acts = isArchived
		? [['reopen', m.understanding_theme_reopen()]]
		: [
				['up', m.understanding_theme_up()],
				['down', m.understanding_theme_down()],
				['archive', m.understanding_theme_archive()],
			]
	return (
		<form method="post">
			<input type="hidden" name="theme" value={id} />
			{acts.map(([act, word]) => (
				<Button key={act} look="tertiary" small name="act" value={act}>
					{word}
					<span className="hidden"> {label}</span>
				</Button>
			))}
		</form>
	)
}
