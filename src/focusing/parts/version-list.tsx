import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { TimeText } from '#platform/ui/date-text.tsx'
import { m } from '#platform/words/words.ts'
import type { DossierVersion } from '../find-versions.ts'
import { partWord } from './part-words.ts'

/** Every version of every written part: nothing that was written is lost. */
export function VersionList({ slug, versions }: { slug: string; versions: readonly DossierVersion[] }) {
	if (versions.length === 0) return null
	return (
		<details className="dossier-section" id="versions">
			<summary>{m.focusing_versions({ count: versions.length })}</summary>
			<DataTable
				caption={m.focusing_versions_caption()}
				hideCaption
				rows={versions}
				rowKey={({ kind, version }) => `${kind}-${version}`}
				columns={versionColumns(slug)}
			/>
		</details>
	)
}

function versionColumns(slug: string): Column<DossierVersion>[] {
	return [
		{
			head: m.focusing_version_part(),
			cell: ({ kind, version }) => (
				<a href={`/werkstatt/fokusthemen/${slug}/fassungen/${kind}/${version}`}>
					{m.focusing_version_of({ part: partWord(kind), version })}
				</a>
			),
		},
		{ head: m.focusing_version_at(), cell: ({ writtenAt }) => <TimeText at={writtenAt} /> },
		{ head: m.focusing_version_by(), cell: ({ writtenBy }) => writtenBy ?? m.focusing_version_imported() },
	]
}
