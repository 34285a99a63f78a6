/** Goes on with the Node brought along, as if it had been started instead of this one. */
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuse } from './say.mjs'

const QUICK_IMPORTS = new URL('./quick-imports.mjs', import.meta.url).href
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

export async function goOn(root, node, file, args) {
	// Compiled code is kept between starts; where that folder may not be written, Node does without.
	process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'node')
	// React checks itself at every step, at half the speed, unless told that this is no development.
	process.env.NODE_ENV ??= 'production'
	if (realpathSync(node) === realpathSync(process.execPath)) {
		module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
		process.argv = [process.execPath, file, ...args]
		await import(QUICK_IMPORTS)
		await import(pathToFileURL(file).href)
		return
	}
	// The channel ends with this process, however it ends; src/platform/parent-watch.ts then ends the child.
	const child = spawn(node, ['--import', QUICK_IMPORTS, file, ...args], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
	})
	for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
	child.once('error', () => refuse('node-broken', `${process.platform}-${process.arch}`))
	child.once('exit', (code, signal) => {
		if (signal === null) process.exit(code)
		for (const name of SIGNALS) process.removeAllListeners(name)
		process.kill(process.pid, signal)
	})
}
