/** Compiles words and builds pages when what they are made of has changed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { alsoHeldBy } from './lock.mjs'
import { refuse, say } from './say.mjs'

const CONFIGURATION = ['package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'project.inlang/settings.json']

/** Whether words, or pages where they are needed, are older than what they are made of. */
export function isStale(root, needsPages) {
	return staleSteps(root, needsPages).length > 0
}

export async function buildIfStale(root, node, needsPages) {
	for (const { name, args, stampPath, stamp } of staleSteps(root, needsPages)) {
		await runStep(name, root, node, args)
		mkdirSync(dirname(stampPath), { recursive: true })
		writeFileSync(stampPath, stamp)
	}
}

function staleSteps(root, needsPages) {
	const steps = needsPages ? [WORDS, PAGES] : [WORDS]
	return steps
		.map(({ isSource, stampPath, ...step }) => ({
			...step,
			stampPath: join(root, stampPath),
			stamp: hashOf(root, isSource),
		}))
		.filter(({ stampPath, stamp }) => readText(stampPath) !== stamp)
}

const COMPILED = 'src/platform/words/compiled'

const WORDS = {
	name: 'words',
	stampPath: `${COMPILED}/.stamp`,
	isSource: (path) => /\/words\/[\w-]+\.json$/.test(path),
	args: ['scripts/compile-words.mjs'],
}

const PAGES = {
	name: 'pages',
	stampPath: 'build/.stamp',
	isSource: (path) => /\.(tsx?|css|json)$/.test(path) && !/\.(test|sample)\.tsx?$/.test(path),
	args: ['node_modules/@react-router/dev/bin.cjs', 'build'],
}

async function runStep(name, root, node, args) {
	say(name)
	const step = spawn(node, args, {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'production', CI: 'true' },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	if (step.pid) alsoHeldBy(step.pid)
	let output = ''
	for (const stream of [step.stdout, step.stderr]) stream.on('data', (chunk) => (output += chunk))
	const code = await new Promise((ended) => step.once('close', ended).once('error', () => ended(1)))
	if (code === 0) return
	process.stderr.write(output)
	refuse('build-failed')
}

/** SHA-256 over names and contents of the sources a step is made of. */
function hashOf(root, isSource) {
	const hash = createHash('sha256')
	const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
		.filter((path) => isSource(path.replaceAll('\\', '/')) && !path.includes('compiled'))
		.sort()
	for (const path of [...CONFIGURATION.map((name) => join(root, name)), ...sources])
		hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
	return hash.digest('hex')
}

function readText(path) {
	try {
		return readFileSync(path, 'utf8')
	} catch {
		return undefined
	}
}
