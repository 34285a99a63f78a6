/** Reads the form in which the team brings in a transcript: a file, or text pasted into the page. */
import { Problem } from '#platform/problem.ts'
import { readFormat } from './import-words.ts'
import { textOf } from './parts/form-fields.ts'
import type { GivenFile, ReadOptions } from './readers/read-options.ts'
import { readDay } from './readers/table-cells.rules.ts'
import { readColumnList } from './readers/table-columns.rules.ts'

export type Upload = { file: GivenFile; options: Omit<ReadOptions, 'knownDistricts' | 'knownRoles'> }

/** @throws {Problem} `nothing-to-record`, `day-unknown`, `format-unknown`, `column-meaning-unknown` */
export async function readUploadForm(form: FormData): Promise<Upload> {
	const file = await givenFile(form)
	const written = textOf(form, 'date')
	if (written && !readDay(written)) throw new Problem('invalid', 'day-unknown')
	const columns = textOf(form, 'columns')
	return {
		file,
		options: {
			format: readFormat(textOf(form, 'format')),
			title: textOf(form, 'title'),
			heldOn: readDay(written) ?? null,
			district: textOf(form, 'district'),
			place: textOf(form, 'place'),
			// Only what somebody said: a text that was pasted allows nothing by itself.
			channels: textOf(form, 'all-analyse') === 'ja' ? ['analyse'] : [],
			...(columns && { columns: readColumnList(columns) }),
		},
	}
}

/** What is pasted counts when no file was chosen. */
async function givenFile(form: FormData): Promise<GivenFile> {
	const chosen = form.get('file')
	if (chosen instanceof File && chosen.size > 0)
		return { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
	const pasted = textOf(form, 'text')
	if (pasted === '') throw new Problem('invalid', 'nothing-to-record')
	return { name: 'text.txt', bytes: new TextEncoder().encode(pasted) }
}
