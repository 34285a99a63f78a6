import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import type { Stage } from './stage.ts'

/** A state is a word first, a colour second: "läuft", "12 Tage überfällig", "noch niemand". */
export function StateWord({
	children,
	stage,
	tone = 'plain',
}: {
	children: ReactNode
	stage?: Stage
	tone?: 'plain' | 'late' | 'quiet'
}) {
	return <span className={classes('state', stage, tone !== 'plain' && `state--${tone}`)}>{children}</span>
}
