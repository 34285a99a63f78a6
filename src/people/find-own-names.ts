/** The names a municipality knows of itself, by kind, in German order. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { KnownKind } from './known-names.rules.ts'
import { KNOWN_NAME_KINDS, knownNames } from './tables.ts'

export type OwnNames = { kind: KnownKind; names: { id: string; name: string }[] }[]

export async function findOwnNames(db: MunicipalityDatabase): Promise<OwnNames> {
	const rows = await db.select({ id: knownNames.id, kind: knownNames.kind, name: knownNames.name }).from(knownNames)
	const german = new Intl.Collator('de', { numeric: true })
	return KNOWN_NAME_KINDS.map((kind) => ({
		kind,
		names: rows
			.filter((row) => row.kind === kind)
			.map(({ id, name }) => ({ id, name }))
			.toSorted((one, other) => german.compare(one.name, other.name)),
	}))
}
