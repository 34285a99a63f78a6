/** Keys that must not lie in the database: two peppers for receipts and the key that signs sessions. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Problem } from './problem.ts'

const key = z.string().regex(/^[0-9a-f]{64}$/)
const Secrets = z.object({
	/** Names the peppers, so that they can be changed one day. */
	pepperId: z.string().min(1),
	/** Hides which code a receipt belongs to. */
	lookupPepper: key,
	/** Seals what a receipt opens. */
	sealPepper: key,
	sessionKey: key,
})
export type Secrets = z.infer<typeof Secrets>

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
	try {
		const secrets = Secrets.parse(JSON.parse(readFileSync(path, 'utf8')))
		if (secrets.lookupPepper !== secrets.sealPepper) return secrets
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
	}
	throw new Problem('invalid', 'secrets-unreadable', { path })
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
