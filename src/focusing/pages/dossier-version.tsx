/** One earlier version of a written part, to read and copy from. */
import type { Route } from './+types/dossier-version'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { TimeText } from '#platform/ui/date-text.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findDossier, type DossierPartKind } from '../find-dossier.ts'
import { findVersion } from '../find-versions.ts'
import { partWord } from '../parts/part-words.ts'
import { DOSSIER_PARTS } from '../tables.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'write-dossiers', request)
	const kind = params.part as DossierPartKind
	const version = Number(params.version)
	if (!DOSSIER_PARTS.includes(kind) || !Number.isSafeInteger(version))
		throw new Problem('not-found', 'dossier-part-unknown')
	return inThisMunicipality(context, async (db) => {
		const { id, slug, title } = await findDossier(db, params.slug)
		return { slug, title, kind, part: await findVersion(db, { focusThemeId: id, kind, version }) }
	})
})

export default function DossierVersion({ loaderData: { slug, title, kind, part } }: Route.ComponentProps) {
	return (
		<>
			<PageHead
				title={m.focusing_version_of({ part: partWord(kind), version: part.version })}
				stage="focus"
				lead={part.writtenAt ? <TimeText at={part.writtenAt} /> : null}
				crumbs={[
					{ href: '/werkstatt/fokusthemen', label: m.focusing_list_title() },
					{ href: `/werkstatt/fokusthemen/${slug}#versions`, label: title },
				]}
			/>
			{part.paragraphs.map((paragraph, row) => (
				<p key={row}>
					{paragraph.text} <span className="note">{m.focusing_cited({ count: paragraph.codingIds.length })}</span>
				</p>
			))}
		</>
	)
}
