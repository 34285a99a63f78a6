/** Head and foot of the pages everybody may read. */
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { isUnder, LEGAL_MENU, PUBLIC_MENU, SOURCE_ADDRESS } from './navigation.ts'
import { classes } from '#platform/ui/classes.ts'
import { FictionNotice, LanguageSwitch, SkipLink } from '#platform/ui/frame-parts.tsx'
import { useTown } from '#platform/ui/town.tsx'
import { m } from '#platform/words/words.ts'

/** The lobby belongs to no municipality: it has no menu. */
type PublicFrameProps = {
	convener: string | undefined
	host: string | undefined
	isLobby: boolean
	children: ReactNode
}

export function PublicFrame({ convener, host, isLobby, children }: PublicFrameProps) {
	const { pathname } = useLocation()
	const { name } = useTown()
	return (
		<>
			<SkipLink />
			<header className="head">
				<FictionNotice />
				<div className="page">
					<a className="head__town" href="/" aria-current={pathname === '/' ? 'page' : undefined}>
						<strong>{name}</strong> {isLobby ? null : <span>{m.platform_product()}</span>}
					</a>
					<nav aria-label={m.platform_menu()} hidden={isLobby}>
						<ul>
							{(isLobby ? [] : PUBLIC_MENU).map((entry) => (
								<li key={entry.href}>
									<a
										className={classes(entry.stage)}
										href={entry.href}
										aria-current={pathname === entry.href ? 'page' : isUnder(pathname, entry) ? 'true' : undefined}
									>
										{entry.label()}
									</a>
								</li>
							))}
						</ul>
					</nav>
					<LanguageSwitch />
				</div>
			</header>
			<main id="inhalt" tabIndex={-1}>
				{children}
			</main>
			<footer className="foot">
				<div className="page">
					<p className="foot__town">
						<strong>{name}</strong>
						{convener ? <span>{m.platform_foot_convener({ convener })}</span> : null}
					</p>
					<nav aria-label={m.platform_menu_legal()}>
						<ul>
							{(isLobby ? [] : LEGAL_MENU).map((entry) => (
								<li key={entry.href}>
									<a href={entry.href} aria-current={pathname === entry.href ? 'page' : undefined}>
										{entry.label()}
									</a>
								</li>
							))}
							<li>
								<a href={SOURCE_ADDRESS}>{m.platform_menu_source()}</a>
							</li>
						</ul>
					</nav>
					{host ? (
						<p className="on-paper foot__product">{m.platform_foot_address({ address: host + pathname })}</p>
					) : null}
					<p className="foot__product">{m.platform_foot_product()}</p>
				</div>
			</footer>
		</>
	)
}
