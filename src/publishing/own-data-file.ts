import type { OwnData } from './own-data/own-data.ts'

/** Own data as a file to take along (Art. 20 GDPR): JSON, never kept by a browser. */
export function ownDataFile(data: OwnData): Response {
	return new Response(`${JSON.stringify(data, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="meine-daten-${data.exportedOn}.json"`,
			'cache-control': 'no-store',
		},
	})
}
