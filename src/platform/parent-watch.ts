/** When this process should end: somebody asks for it, or the launcher that started it is gone. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C reaches a process twice, from the terminal and from its launcher; within this time it counts as one. */
const SAME_SIGNAL_MS = 1000

/** Ends this process when its launcher ends, even by `kill -9`. Called once, by `cli.ts`. */
export function watchParent() {
	if (!process.channel) return
	process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
	process.channel.unref()
}

/** Resolves when this process is asked to stop. Who asks again while it stops is obeyed at once. */
export function untilAskedToStop(): Promise<void> {
	return new Promise((asked) => {
		let askedAt: number | undefined
		const ask = () => {
			if (askedAt !== undefined && performance.now() - askedAt > SAME_SIGNAL_MS) process.exit(130)
			askedAt ??= performance.now()
			asked()
		}
		for (const signal of SIGNALS) process.on(signal, ask)
	})
}
