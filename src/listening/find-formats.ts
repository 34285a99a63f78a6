/** The ways of listening as this town has them. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { FORMAT_KINDS, formatsHere, type FormatKind, type TownFormat } from '#method/formats.ts'
import { SPOKEN_FORMATS } from './vocabulary.ts'

/** Those the town uses, in its order, and after them others somebody has already spoken in. */
export async function findFormats(db: MunicipalityDatabase): Promise<readonly TownFormat[]> {
	const kinds = sql.join(
		FORMAT_KINDS.map((kind) => sql`${kind}`),
		sql`, `,
	)
	const { rows } = await db.execute<{ own: TownFormat[] | null; spokenIn: FormatKind[] }>(sql`
		select profile -> 'formats' as own, array(
			select kind from unnest(array[${kinds}]) as kind
			where exists (select from round where exists (
				select from conversation where conversation.round_id = round.id and conversation.format = kind))
		) as "spokenIn" from municipality`)
	const [town] = rows
	return formatsHere(town?.own ?? undefined, town?.spokenIn)
}

/** What a text is that says nothing of itself: the first way of talking to each other the town uses. */
export function usualFormat(formats: readonly TownFormat[]): TownFormat {
	return formats.find(({ kind }) => SPOKEN_FORMATS.includes(kind)) ?? formats[0]!
}
