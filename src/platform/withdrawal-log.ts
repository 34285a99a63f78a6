/**
 * What was withdrawn, in a file outside the database: a backup of the database cannot take it back. One line per
 * withdrawal, keyed hashes only; lines are added, never changed.
 */
import { open, readFile } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openSecrets, type Secrets } from './secrets.ts'

export type LoggedWithdrawal = {
	/** `withdrawn`, or `lifted`: the person allowed it again after this very withdrawal. */
	deed: 'withdrawn' | 'lifted'
	/** 64 hex digits. */
	hash: string
	kind: string
	/** ISO week: `2026-W47`. */
	week: string
}

export type WithdrawalLog = { path: string; secrets: Secrets }

let place: { path: string; secretsFile: string } | undefined

/** Says where this process writes withdrawals down; without it (tests of other things) none are. */
export function keepWithdrawalLog({ withdrawalsFile, secretsFile }: { withdrawalsFile: string; secretsFile: string }) {
	place = { path: withdrawalsFile, secretsFile }
}

/** Undefined where no log is kept. The keys are opened only when something is withdrawn. */
export function withdrawalLog(): WithdrawalLog | undefined {
	return place && { path: place.path, secrets: openSecrets(place.secretsFile) }
}

/** Returns when the lines are on the disk. Every line begins with its own line feed, so that one cut short spoils no other. */
export async function appendToWithdrawalLog({ path }: WithdrawalLog, entries: readonly LoggedWithdrawal[]) {
	if (entries.length === 0) return
	mkdirSync(dirname(path), { recursive: true })
	const file = await open(path, 'a', 0o600)
	try {
		await file.write(entries.map(({ deed, hash, kind, week }) => `\nv1 ${deed} ${hash} ${kind} ${week}`).join(''))
		await file.sync()
	} finally {
		await file.close()
	}
	await syncFolder(dirname(path))
}

const LINE = /^v1 (withdrawn|lifted) ([0-9a-f]{64}) ([a-z-]+) (\d{4}-W\d{2})$/

/** Whatever else stands in the file is skipped: a line cut short was never acknowledged. */
export async function readWithdrawalLog({ path }: WithdrawalLog): Promise<LoggedWithdrawal[]> {
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return ''
		throw error
	})
	return text.split('\n').flatMap((line) => {
		const [, deed, hash, kind, week] = LINE.exec(line) ?? []
		return hash ? [{ deed: deed as LoggedWithdrawal['deed'], hash, kind: kind!, week: week! }] : []
	})
}

/** A new file is there after a power cut only when its folder says so; some systems cannot sync a folder. */
async function syncFolder(folder: string) {
	const handle = await open(folder, 'r').catch(() => undefined)
	await handle?.sync().catch(() => undefined)
	await handle?.close()
}
