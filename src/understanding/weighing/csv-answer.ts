/** A table as a download. The mark at the beginning tells spreadsheets that umlauts are UTF-8. */
import { csvLine } from './csv.rules.ts'

export function csvAnswer(name: string, rows: readonly (readonly (string | number)[])[]): Response {
	return new Response(`\uFEFF${rows.map((row) => `${csvLine(row)}\r\n`).join('')}`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.csv"`,
			'cache-control': 'no-store',
		},
	})
}
