/** Keys that must not lie in the database: two peppers for receipts and the key that signs sessions. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Problem } from './problem.ts'

const key = z.string().regex(/^[0-9a-f]{64}$/)
const Peppers = z
	.object({
		/** Names the two, so that a row can say which ones it was made with. */
		pepperId: z.string().min(1),
		/** Hides which code a receipt belongs to. */
		lookupPepper: key,
		/** Seals what a receipt opens, and what the team keeps apart. */
		sealPepper: key,
	})
	.refine(({ lookupPepper, sealPepper }) => lookupPepper !== sealPepper)
const Secrets = Peppers.safeExtend({
	sessionKey: key,
	/** Peppers that were changed: they still open what was made with them. Newest first. */
	olderPeppers: z.array(Peppers).optional(),
})
export type Peppers = z.infer<typeof Peppers>
export type Secrets = z.infer<typeof Secrets>

/** The peppers in force and all older ones, newest first. */
export function allPeppers({ pepperId, lookupPepper, sealPepper, olderPeppers = [] }: Secrets): Peppers[] {
	return [{ pepperId, lookupPepper, sealPepper }, ...olderPeppers]
}

/**
 * Reads the secrets file, or writes a new one (readable by its owner only) when there is none.
 *
 * @throws {Problem} `secrets-unreadable` when the file is no secrets file, or when its two peppers are equal
 */
export function openSecrets(path: string): Secrets {
	mkdirSync(dirname(path), { recursive: true })
	try {
		writeFileSync(path, `${JSON.stringify(newSecrets(), null, '\t')}\n`, { flag: 'wx', mode: 0o600 })
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
	}
	return readSecrets(path)
}

/**
 * Draws new peppers and keeps the old ones to open what was made with them. A running server goes on with the old ones
 * until it is started again.
 *
 * @throws {Problem} `secrets-unreadable`
 */
export function renewPeppers(path: string): Secrets {
	const old = readSecrets(path)
	const { pepperId, lookupPepper, sealPepper } = newSecrets()
	const renewed = { ...old, pepperId, lookupPepper, sealPepper, olderPeppers: allPeppers(old) }
	writeFileSync(`${path}.partial`, `${JSON.stringify(renewed, null, '\t')}\n`, { mode: 0o600 })
	renameSync(`${path}.partial`, path)
	return renewed
}

function readSecrets(path: string): Secrets {
	try {
		return Secrets.parse(JSON.parse(readFileSync(path, 'utf8')))
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof z.ZodError)
			throw new Problem('invalid', 'secrets-unreadable', { path })
		throw error
	}
}

function newSecrets(): Secrets {
	const random = () => randomBytes(32).toString('hex')
	return {
		pepperId: randomBytes(4).toString('hex'),
		lookupPepper: random(),
		sealPepper: random(),
		sessionKey: random(),
	}
}
