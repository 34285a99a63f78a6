import { inInstallation, type Database } from '#platform/database/database.ts'
import { findWays, type Ways } from './confirm-identity.ts'
import { findPasskeys, type Passkey } from './passkeys.ts'
import { findSessions, type Session } from './sessions.ts'
import { findRecoveryCodesLeft } from './set-up-second-factor.ts'

export type OwnAccess = Ways & {
	passkeys: Omit<Passkey, 'credentialId'>[]
	/** Null without a second factor. */
	recoveryCodesLeft: number | null
	/** Newest first. */
	sessions: { id: string; beganAt: Date; isThis: boolean }[]
}

/** How somebody can sign in, and where they are signed in. For themselves only. */
export function findOwnAccess(database: Database, { id, accountId }: Session, at: Date): Promise<OwnAccess> {
	return inInstallation(database, async (db) => {
		const sessions = await findSessions(db, accountId, at)
		return {
			...(await findWays(db, accountId)),
			passkeys: (await findPasskeys(db, accountId)).map(({ credentialId: _, ...passkey }) => passkey),
			recoveryCodesLeft: await findRecoveryCodesLeft(db, accountId),
			sessions: sessions.map((session) => ({ id: session.id, beganAt: session.beganAt, isThis: session.id === id })),
		}
	})
}
