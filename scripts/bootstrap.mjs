/**
 * The first step of every command, written for any Node from 20 on with nothing but its own modules: installs what
 * package-lock.json names, compiles words and pages when they are stale, and goes on with the Node brought along.
 * Silent when nothing has changed.
 *
 *   node scripts/bootstrap.mjs COMMAND …         runs the command
 *   node scripts/bootstrap.mjs --script FILE …   runs a script of this folder
 */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale, isStale } from './bootstrap/build.mjs'
import { installIfNeeded, isInstalled, pinnedNode } from './bootstrap/install.mjs'
import { whileLocked } from './bootstrap/lock.mjs'
import { goOn } from './bootstrap/go-on.mjs'
import { refuse, say } from './bootstrap/say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const args = process.argv.slice(2)
const isScript = args[0] === '--script'
const file = isScript ? resolve(root, args[1] ?? '') : join(root, 'src', 'cli.ts')
/** Only the server and the scripts need the built pages; other commands get by with the words. */
const needsPages = isScript || args.includes('serve')

if (Number(process.versions.node.split('.')[0]) < 20) refuse('node-too-old', process.versions.node)
const node = await prepare()
await goOn(root, node, file, args.slice(isScript ? 2 : 0))

async function prepare() {
	try {
		if (!isInstalled(root)) await whileLocked(root, () => installIfNeeded(root))
		const node = pinnedNode(root)
		if (isStale(root, needsPages)) await whileLocked(root, () => buildIfStale(root, node, needsPages))
		return node
	} catch (error) {
		if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
			refuse('not-writable', error.path ?? root)
		say('bug')
		throw error
	}
}
