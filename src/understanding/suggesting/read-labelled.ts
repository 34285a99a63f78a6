/** Tables of texts with what somebody found them to be about. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '#platform/problem.ts'
import { decodeText, FILE_LIMIT_BYTES } from '#listening/readers/decode-text.ts'
import { plainName } from '#listening/readers/table-columns.rules.ts'
import { parseRows } from '#listening/readers/table-rows.ts'
import type { Warning } from '#listening/tables.ts'
import type { Columns } from './text-rows.rules.ts'

export type LabelledColumns = {
	/** One column, or several with commas between. */
	text: string
	label: string
	group?: string | undefined
	/** The sign between several labels of one text; without it the whole cell is one label. */
	separator?: string | undefined
	/** Rows with other labels are left out; without it all count. */
	only?: readonly string[] | undefined
}

export type LabelledTexts = {
	texts: Columns[]
	/** At least one per text. */
	labels: string[][]
	/** Rows without a group stand alone. */
	groups: string[] | undefined
	withoutText: number
	withoutLabel: number
	/** Rows that carry other labels than those asked for. */
	leftOut: number
	/** Every label the column holds, those left out too. */
	known: ReadonlySet<string>
	warnings: Warning[]
}

/**
 * All rows of all files; those without words or without a label are counted and left out.
 *
 * @throws {Problem} `file-missing`, those of `decodeText`, `table-unreadable`, `column-missing` with the columns there are,
 * `column-is-its-own-label`
 */
export function readLabelled(paths: readonly string[], wanted: LabelledColumns): LabelledTexts {
	const groups: string[] = []
	const known = new Set<string>()
	const nothing = { withoutText: 0, withoutLabel: 0, leftOut: 0, warnings: [] }
	const read: LabelledTexts = { texts: [], labels: [], groups: undefined, known, ...nothing }
	for (const path of paths) {
		const decoded = readText(path)
		read.warnings.push(...decoded.warnings)
		const [header = [], ...rows] = parseRows(decoded.text)
		const columns = columnsOf(header, wanted)
		for (const row of rows) {
			const text = columns.text.map((at) => row[at]?.trim() ?? '')
			const labels = labelsIn(row[columns.label] ?? '', wanted.separator)
			for (const label of labels) known.add(label)
			if (labels.length === 0) read.withoutLabel++
			else if (wanted.only && !labels.every((label) => wanted.only!.includes(label))) read.leftOut++
			else if (text.every((words) => words === '')) read.withoutText++
			else {
				read.texts.push(text)
				read.labels.push(labels)
				const group = columns.group === undefined ? '' : (row[columns.group]?.trim() ?? '')
				groups.push(group || `\0${groups.length}`)
			}
		}
	}
	return { ...read, groups: wanted.group === undefined ? undefined : groups }
}

function readText(path: string) {
	const found = statSync(path, { throwIfNoEntry: false })
	if (!found?.isFile()) throw new Problem('not-found', 'file-missing', { name: basename(path) })
	if (found.size > FILE_LIMIT_BYTES)
		throw new Problem('too-large', 'file-too-large', { megabytes: FILE_LIMIT_BYTES / 1024 / 1024 })
	return decodeText(readFileSync(path))
}

function columnsOf(header: string[], { text, label, group }: LabelledColumns) {
	const plain = header.map(plainName)
	const isOneColumn = plain.includes(plainName(text))
	const place = (name: string) => {
		const at = plain.indexOf(plainName(name))
		if (at >= 0) return at
		throw new Problem('invalid', 'column-missing', {
			column: name.slice(0, 60),
			columns: header.slice(0, 30).join(', ').slice(0, 300),
		})
	}
	const named = text.split(',').filter((name) => name.trim() !== '')
	const columns = {
		text: (isOneColumn ? [text] : named).map(place),
		label: place(label),
		group: group === undefined ? undefined : place(group),
	}
	if ([...columns.text, columns.group].includes(columns.label))
		throw new Problem('invalid', 'column-is-its-own-label', { column: header[columns.label]!.slice(0, 60) })
	return columns
}

function labelsIn(cell: string, separator: string | undefined): string[] {
	const given = separator === undefined ? [cell] : cell.split(separator)
	return [...new Set(given.map((label) => label.normalize('NFC').trim()).filter((label) => label !== ''))]
}
