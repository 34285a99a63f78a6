/** Names out of a table that somebody uploads: a column with the kind, a column with the name. */
import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '#platform/problem.ts'
import { kindOfWord, uniqueNames, type KnownKind, type KnownName } from './known-names.rules.ts'

/**
 * Comma, semicolon or tab; a head line may stand above. With one column only, every name is of `otherwise`.
 *
 * @throws {Problem} `known-names-unreadable`, `known-kind-unknown` with the line
 */
export function readKnownNames(bytes: Uint8Array, otherwise: KnownKind | null): KnownName[] {
	const rows = readRows(bytes).filter((row) => row.some((cell) => cell.trim() !== ''))
	const body = rows.length > 0 && isHead(rows[0]!) ? rows.slice(1) : rows
	const names = body.map((row, at) => readRow(row, otherwise, at + 1 + rows.length - body.length))
	return [...new Set(names.map(({ kind }) => kind))].flatMap((kind) =>
		uniqueNames(names.flatMap((known) => (known.kind === kind ? [known.name] : []))).map((name) => ({ kind, name })),
	)
}

function readRows(bytes: Uint8Array): string[][] {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
		return parse(text, { delimiter: [';', '\t', ','], relax_column_count: true, relax_quotes: true, bom: true })
	} catch (error) {
		if (!(error instanceof TypeError || error instanceof CsvError)) throw error
		throw new Problem('invalid', 'known-names-unreadable')
	}
}

/** `Art;Name`, `kind,name`, `Name`. */
function isHead([first = '', second]: string[]): boolean {
	const isName = (cell: string) => /^(?:name|namen|bezeichnung)$/i.test(cell.trim())
	return second === undefined ? isName(first) : isName(second)
}

function readRow(row: string[], otherwise: KnownKind | null, line: number): KnownName {
	const [first = '', second] = row
	if (second === undefined || second.trim() === '') {
		if (!otherwise) throw new Problem('invalid', 'known-kind-unknown', { line, kind: first.slice(0, 40) })
		return { kind: otherwise, name: first }
	}
	const kind = kindOfWord(first)
	if (!kind) throw new Problem('invalid', 'known-kind-unknown', { line, kind: first.slice(0, 40) || '–' })
	return { kind, name: second }
}
