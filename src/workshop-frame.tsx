/** The team's side: the menu is the thread itself, each station with what this member may do there. */
import type { ReactNode } from 'react'
import { useLocation, useMatches } from 'react-router'
import { isUnder, WORKSHOP_MENU, type WorkshopEntry } from './navigation.ts'
import { classes } from '#platform/ui/classes.ts'
import { FictionNotice, LanguageSwitch, SkipLink } from '#platform/ui/frame-parts.tsx'
import { STAGES, stageWord } from '#platform/ui/stage.ts'
import { useTown } from '#platform/ui/town.tsx'
import { m } from '#platform/words/words.ts'

type FrameMember = { name: string; mayOpen: string[] } | null

export function WorkshopFrame({ member, children }: { member: FrameMember; children: ReactNode }) {
	const { name } = useTown()
	/** Desks need the whole width: their menu folds away. A page asks for it with `handle.wide`. */
	const isWide = useMatches().some((match) => (match.handle as { wide?: boolean } | undefined)?.wide)
	return (
		<div className={classes('workshop', isWide && 'workshop--wide', !member && 'workshop--alone')}>
			<SkipLink />
			<header className="bench">
				<FictionNotice />
				<div className="bench__row">
					<a className="head__town" href={member ? '/werkstatt' : '/'}>
						<strong>{name}</strong> <span>{m.platform_workshop()}</span>
					</a>
					{member ? <a href="/">{m.platform_to_public()}</a> : null}
					<LanguageSwitch />
					{member ? (
						<form method="post" action="/werkstatt/abmelden" className="bench__member">
							<a href="/werkstatt/zugang">{member.name}</a>
							<button className="link">{m.platform_sign_out()}</button>
						</form>
					) : null}
				</div>
			</header>
			{member ? <WorkshopMenu mayOpen={member.mayOpen} isWide={isWide} /> : null}
			<main id="inhalt" tabIndex={-1}>
				{children}
			</main>
		</div>
	)
}

/** Open beside the page on wide screens; on phones and at desks it waits behind one button, without script. */
function WorkshopMenu({ mayOpen, isWide }: { mayOpen: readonly string[]; isWide: boolean }) {
	const entries = WORKSHOP_MENU.filter(({ href }) => mayOpen.includes(href))
	const list = (
		<ul className="stations">
			{STAGES.map((stage) => {
				const here = entries.filter((entry) => entry.stage === stage)
				return here.length ? (
					<li key={stage} className={stage}>
						<span className="label">{stageWord(stage)}</span>
						<MenuList entries={here} />
					</li>
				) : null
			})}
			<li className="stations__rest">
				<MenuList entries={entries.filter(({ stage }) => !stage)} />
			</li>
		</ul>
	)
	return (
		<nav className="stations-nav" aria-label={m.platform_menu_workshop()}>
			<details className="stations-fold">
				<summary>{m.platform_menu_open()}</summary>
				{list}
			</details>
			{isWide ? null : <div className="stations-side">{list}</div>}
		</nav>
	)
}

function MenuList({ entries }: { entries: readonly WorkshopEntry[] }) {
	const { pathname } = useLocation()
	return (
		<ul>
			{entries.map((entry) => (
				<li key={entry.href}>
					<a
						href={entry.href}
						aria-current={pathname === entry.href ? 'page' : isUnder(pathname, entry) ? 'true' : undefined}
					>
						{entry.label()}
					</a>
				</li>
			))}
		</ul>
	)
}
