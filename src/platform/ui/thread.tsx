import type { ReactNode } from 'react'
import { m } from '#platform/words/words.ts'
import { classes } from './classes.ts'
import type { Stage } from './stage.ts'

export type Station = {
	key: string
	stage: Stage
	/** When or what kind: "Oktober", "Antwort der Stadt · 20. Februar". */
	label: ReactNode
	/** `now` is where things stand; `open` is a promise not yet kept, reached by a dotted piece. Default: behind us. */
	state?: 'now' | 'open'
	children: ReactNode
}

/** The thread: what became of something, station by station, oldest first. Colour says the stage, words say the rest. */
export function Thread({ stations, label }: { stations: readonly Station[]; label?: string }) {
	return (
		<ol className="thread" aria-label={label}>
			{stations.map(({ key, stage, label, state, children }, index) => (
				<li
					key={key}
					className={classes(stage, state, stations[index + 1]?.state === 'open' && 'leads-to-open')}
					aria-current={state === 'now' ? 'step' : undefined}
				>
					<p className="label">
						{label}
						{state ? (
							<span className="hidden"> ({state === 'now' ? m.platform_thread_now() : m.platform_thread_open()})</span>
						) : null}
					</p>
					{children}
				</li>
			))}
		</ol>
	)
}
