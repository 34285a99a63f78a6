/** A table as a csv file that German office programs open without asking: semicolons, a mark of the encoding. */

type Cell = string | number | null

/** Cells that an office program would take for a formula are kept from it by an apostrophe. */
export function csvFile(name: string, rows: readonly (readonly Cell[])[], decimal: ',' | '.'): Response {
	const text = rows.map((row) => row.map((cell) => cellOf(cell, decimal)).join(';')).join('\r\n')
	return new Response(`\ufeff${text}\r\n`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name.replace(/[^\w-]+/g, '-')}.csv"`,
		},
	})
}

function cellOf(cell: Cell, decimal: ',' | '.'): string {
	if (typeof cell === 'number')
		return String(Number.isInteger(cell) ? cell : Number(cell.toFixed(3))).replace('.', decimal)
	const text = /^[=+\-@\t]/.test(cell ?? '') ? `'${cell}` : (cell ?? '')
	return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
