/** Tables as files for spreadsheets: comma, quotes doubled; what would be taken for a formula gets an apostrophe. */
export function csvLine(row: readonly (string | number)[]): string {
	return row.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(cell))).join(',')
}

function quoted(cell: string): string {
	const harmless = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
	return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
