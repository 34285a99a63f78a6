/** Two starts at once must not install or build over each other: the second one waits for the first. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { say } from './say.mjs'

let lockPath

/** Runs `work` as the only process that prepares this folder. A lock is taken over only from processes that are gone. */
export async function whileLocked(root, work) {
	const path = join(root, '.cache', 'bootstrap.lock')
	mkdirSync(dirname(path), { recursive: true })
	let told = false
	for (let standing = take(path); standing !== 'taken'; standing = take(path)) {
		if (standing === 'held' && !told) say('waiting')
		told ||= standing === 'held'
		if (standing === 'held') await new Promise((wake) => setTimeout(wake, 200))
	}
	lockPath = path
	const release = () => rmSync(path, { force: true })
	process.once('exit', release)
	try {
		return await work()
	} finally {
		process.off('exit', release)
		release()
		lockPath = undefined
	}
}

/** A helper process holds the lock as well, so that it still holds when this one is killed. */
export function alsoHeldBy(pid) {
	if (lockPath) writeFileSync(lockPath, JSON.stringify([holder(process.pid), holder(pid)]))
}

function take(path) {
	try {
		writeFileSync(path, JSON.stringify([holder(process.pid)]), { flag: 'wx' })
		return 'taken'
	} catch (error) {
		if (error.code !== 'EEXIST') throw error
	}
	const holders = read(path)
	if (holders === undefined ? isJustWritten(path) : holders.some(isAlive)) return 'held'
	putAside(path, holders)
	return 'given back'
}

/** Of two processes that find the same dead lock, the slower one may move the lock of the faster: it puts it back. */
function putAside(path, dead) {
	const aside = `${path}.${process.pid}`
	try {
		renameSync(path, aside)
		if (JSON.stringify(read(aside)) === JSON.stringify(dead)) rmSync(aside, { force: true })
		else renameSync(aside, path)
	} catch (error) {
		if (error.code !== 'ENOENT') throw error
	}
}

/** A lock that cannot be read is being written this moment, or its writer was killed while writing. */
function isJustWritten(path) {
	const written = statSync(path, { throwIfNoEntry: false })
	return written !== undefined && Date.now() - written.mtimeMs < 5000
}

function read(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'))
	} catch {
		return undefined
	}
}

function holder(pid) {
	return { pid, start: processStart(pid) }
}

function isAlive({ pid, start }) {
	try {
		process.kill(pid, 0)
	} catch (error) {
		if (error.code === 'ESRCH') return false
	}
	return start === '' || start === processStart(pid)
}

/**
 * Field 22 of /proc/PID/stat tells a reused pid from the holder; a process that ended but was not yet collected is
 * gone. Empty where there is no /proc.
 */
function processStart(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
		return fields[0] === 'Z' ? 'gone' : (fields[19] ?? '')
	} catch {
		return ''
	}
}
