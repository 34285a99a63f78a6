/** Codings as W3C Web Annotations: positions in code points, and the words themselves with what stands around them. */
import type { ExportedRow } from './find-exported-codings.ts'

/** `urn:uuid:` because nobody outside may open what these name. */
export function webAnnotations(rows: readonly ExportedRow[], at: Date): string {
	const items = rows.map((row) => ({
		id: `urn:uuid:${row.id}`,
		type: 'Annotation',
		motivation: 'classifying',
		created: row.createdAt.toISOString(),
		creator: { type: 'Person', name: row.coder },
		body: [
			{ type: 'SpecificResource', purpose: 'classifying', source: `urn:uuid:${row.themeId}` },
			{ type: 'TextualBody', purpose: 'tagging', value: row.themePath.join(' > '), format: 'text/plain' },
			{
				type: 'TextualBody',
				purpose: 'assessing',
				value: `stance=${row.stance} intensity=${row.intensity}`,
				format: 'text/plain',
			},
			...row.memos.map((value) => ({ type: 'TextualBody', purpose: 'commenting', value, format: 'text/plain' })),
		],
		target: {
			source: `urn:uuid:${row.transcriptId}`,
			selector: [
				{ type: 'TextPositionSelector', start: row.start, end: row.end },
				{ type: 'TextQuoteSelector', exact: row.quote, prefix: row.prefix, suffix: row.suffix },
			],
		},
	}))
	const collection = {
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		id: 'urn:gehoert:codings',
		type: 'AnnotationCollection',
		label: 'Codings',
		generated: at.toISOString(),
		total: items.length,
		...(items.length > 0 && { first: { type: 'AnnotationPage', startIndex: 0, items } }),
	}
	return `${JSON.stringify(collection, null, '\t')}\n`
}
