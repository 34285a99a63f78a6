import type { ReactNode } from 'react'
import { useActionData } from 'react-router'
import { m } from '#platform/words/words.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { classes } from './classes.ts'
import { stageWord, type Stage } from './stage.ts'
import { useTown } from './town.tsx'

export type PageHeadProps = {
	title: string
	/** Where the title is what the team wrote and not a word of these pages. */
	titleLang?: string
	/** Small line above the title: "Fokusthema 1 von 6". With a stage, the thread leads to it; then its word is the default. */
	label?: ReactNode
	stage?: Stage
	/** First paragraph, set larger. */
	lead?: ReactNode
	/** For search engines and previews, one sentence; only on public pages. */
	description?: string
	crumbs?: readonly Crumb[]
	/** The thread is torn: error pages. */
	isBroken?: boolean
	/** Buttons that belong to the page as a whole. */
	children?: ReactNode
}

/** The one h1 of a page with what stands around it. Also sets the title of the window: no page needs `meta`. */
export function PageHead({
	title,
	titleLang,
	label,
	stage,
	lead,
	description,
	crumbs,
	isBroken,
	children,
}: PageHeadProps) {
	return (
		<div
			className={classes(
				'page-head',
				stage,
				(stage || isBroken) && 'page-head--thread',
				isBroken && 'page-head--broken',
			)}
		>
			<PageTitle title={title} description={description} />
			{crumbs?.length ? <Breadcrumb crumbs={crumbs} /> : null}
			{label || stage ? <p className="label page-head__label">{label ?? stageWord(stage!)}</p> : null}
			<h1 lang={titleLang}>{title}</h1>
			{lead ? <div className="lead">{typeof lead === 'string' ? <p>{lead}</p> : lead}</div> : null}
			{children ? <div className="page-head__actions">{children}</div> : null}
		</div>
	)
}

/** Title of the window for pages that draw their own head. After a refused form it begins with "Fehler". */
export function PageTitle({ title, description }: { title: string; description?: string }) {
	const refused = useActionData() as { refusal?: unknown } | undefined
	const { name } = useTown()
	return (
		<>
			<title>{`${refused?.refusal ? m.platform_title_refused() : ''}${title} · ${name}`}</title>
			{description ? <meta name="description" content={description} /> : null}
		</>
	)
}
