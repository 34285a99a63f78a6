/** What stands for which name in a conversation, as decided before. */
import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { NameKind } from '#protecting/find-names.rules.ts'
import { openSealedBytes } from '#protecting/sealed-bytes.ts'
import { pseudonyms } from '../names.tables.ts'
import type { Known } from './number-names.rules.ts'
import type { Seal } from './seal-original.ts'

/** Names that cannot be opened any more keep their number: their `name` is empty. */
export async function findPseudonyms(
	db: MunicipalityDatabase,
	conversationId: string,
	{ secrets, municipalityId }: Seal,
): Promise<Known[]> {
	const rows = await db.select().from(pseudonyms).where(eq(pseudonyms.conversationId, conversationId))
	return rows.map(({ kind, replacement, sealedName }) => {
		const opened = openSealedBytes(secrets, municipalityId, 'name', sealedName)
		return { kind: kind as NameKind, replacement, name: opened ? new TextDecoder().decode(opened) : '' }
	})
}
