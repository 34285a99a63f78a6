/**
 * One process per data folder. The embedded database has no lock of its own, and two processes on one folder lose
 * acknowledged rows without an error, so the holder's pid and start time stand in a file. A lock is taken over only
 * from a process that is gone, never because it is old.
 */
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type DataLock = {
	pid: number
	/** When the process began, as the system tells it; tells a reused pid from the holder. Empty where unknown. */
	processStart: string
	/** `serve`, or the name of the command that holds the folder. */
	holder: string
	/** Folder of the private socket, or a port on this machine. */
	address: string
	/** Where a server that holds the folder answers, as soon as it does. */
	web?: string
}

/** Takes the folder, or returns the lock of the process that has it. */
export function takeDataLock(folder: string, holder: string, address: string): DataLock | 'taken' {
	mkdirSync(folder, { recursive: true })
	const path = join(folder, 'lock.json')
	const own: DataLock = { pid: process.pid, processStart: processStart(process.pid), holder, address }
	for (let attempt = 0; attempt < 5; attempt++) {
		if (createWhole(path, JSON.stringify(own))) return 'taken'
		const other = readDataLock(folder)
		if (other && isAlive(other)) return other
		putAside(path, other)
	}
	throw new Error(`the lock ${path} could be neither read nor taken`)
}

/** Creates the file with its content in one step, so that nobody reads half a lock; false if there is one already. */
function createWhole(path: string, content: string): boolean {
	const draft = `${path}.${randomUUID()}`
	writeFileSync(draft, content)
	try {
		linkSync(draft, path)
		return true
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
		return false
	} finally {
		rmSync(draft)
	}
}

/** Notes where the server answers, so that commands beside it print links that lead there. Only the holder may. */
export function noteWebAddress(folder: string, web: string) {
	const lock = readDataLock(folder)
	if (lock?.pid !== process.pid) return
	const draft = join(folder, `lock.json.${randomUUID()}`)
	writeFileSync(draft, JSON.stringify({ ...lock, web }))
	renameSync(draft, join(folder, 'lock.json'))
}

/** The lock of a living holder, if there is one. */
export function findHolder(folder: string): DataLock | undefined {
	const lock = readDataLock(folder)
	return lock && isAlive(lock) ? lock : undefined
}

/** Gives the folder back. Only the holder's own lock is removed. */
export function releaseDataLock(folder: string) {
	if (readDataLock(folder)?.pid === process.pid) rmSync(join(folder, 'lock.json'), { force: true })
}

/**
 * Of two processes that find the same dead lock, one moves it and the other finds nothing. A slower one may move the
 * new lock of the faster: it puts it back.
 */
function putAside(path: string, dead: DataLock | undefined) {
	const aside = `${path}.${randomUUID()}`
	try {
		renameSync(path, aside)
		const moved = readLockFile(aside)
		if (moved?.pid === dead?.pid && moved?.processStart === dead?.processStart) rmSync(aside)
		else renameSync(aside, path)
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
	}
}

function readDataLock(folder: string): DataLock | undefined {
	return readLockFile(join(folder, 'lock.json'))
}

function readLockFile(path: string): DataLock | undefined {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as DataLock
	} catch (error) {
		// A lock that is no JSON was cut short by a failing disk: nobody holds the folder.
		if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined
		throw error
	}
}

function isAlive(lock: DataLock): boolean {
	try {
		process.kill(lock.pid, 0)
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
	}
	return lock.processStart === '' || lock.processStart === processStart(lock.pid)
}

/**
 * Field 22 of /proc/PID/stat, clock ticks since boot; empty where the system has no /proc. A process that has ended but
 * was not yet collected by its parent is gone.
 */
function processStart(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
		return fields[0] === 'Z' ? 'gone' : (fields[19] ?? '')
	} catch {
		return ''
	}
}
