import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { PACK_PERSPECTIVES } from '#method/perspectives.ts'
import { perspectives } from './tables.ts'
import { writePerspective } from './write-perspective.ts'

/** Begins the seven perspectives of the method pack that are not there yet, still empty. */
export async function openSuggestedPerspectives(
	db: MunicipalityDatabase,
	{ roundId, language }: { roundId: string; language: 'de' | 'en' },
) {
	const there = new Set((await db.select({ slug: perspectives.slug }).from(perspectives)).map(({ slug }) => slug))
	for (const { slug, label } of PACK_PERSPECTIVES) {
		if (there.has(slug)) continue
		const words = { title: label[language], introduction: '', closing: '', points: [] }
		await writePerspective(db, { roundId, slug, ...words })
	}
}
