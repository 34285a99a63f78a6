import { Problem } from '#platform/problem.ts'
import { EXPORT_FORMATS, type ExportWish } from './export-codings.ts'
import { PROFILES } from './write-qdpx.ts'

/** What an address asks for: `?format=&runde=&thema=&von=&zeilenenden=`. @throws {Problem} `export-format-unknown` */
export function readExportWish(search: URLSearchParams): ExportWish {
	const wanted = search.get('format') ?? 'qdpx'
	const format = EXPORT_FORMATS.find((known) => known === wanted)
	if (!format) throw new Problem('invalid', 'export-format-unknown', { formats: EXPORT_FORMATS.join(', ') })
	const text = (name: string) => search.get(name)?.trim() || undefined
	return {
		format,
		round: text('runde'),
		theme: text('thema'),
		coder: text('von'),
		profile: PROFILES.find((known) => known === search.get('zeilenenden')) ?? 'lf',
	}
}
