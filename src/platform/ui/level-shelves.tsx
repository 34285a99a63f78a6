import type { ReactNode } from 'react'

export type Shelf = { key: string; label: string; isHere?: boolean; children: ReactNode }

/** What each level could do, from far to near. `isHere` marks the reader's own municipality. */
export function LevelShelves({ shelves }: { shelves: readonly Shelf[] }) {
	return (
		<ul className="shelves">
			{shelves.map(({ key, label, isHere, children }) => (
				<li key={key} className={isHere ? 'here' : undefined}>
					<strong>{label}</strong>
					<div>{children}</div>
				</li>
			))}
		</ul>
	)
}
