import { Button } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { knownKindWord } from '../known-name-words.ts'
import { KNOWN_NAME_KINDS } from '../tables.ts'

export const ADD_NAMES_FIELDS = {
	'known-kind-missing': 'art',
	'known-names-missing': 'namen',
	'known-name-too-long': 'namen',
	'known-names-too-many': 'namen',
	'known-names-unreadable': 'datei',
	'known-kind-unknown': 'datei',
}

type AddNamesFormProps = {
	refusal: Parameters<typeof errorOf>[0]
	entered: Record<string, string> | undefined
}

/** One name a line, or a table. */
export function AddNamesForm({ refusal, entered }: AddNamesFormProps) {
	return (
		<form method="post" encType="multipart/form-data" className="sheet form section">
			<h2>{m.people_names_add()}</h2>
			<Field
				kind="select"
				name="art"
				label={m.people_names_kind()}
				blank={m.people_names_kind_blank()}
				options={KNOWN_NAME_KINDS.map((kind) => ({ value: kind, label: knownKindWord(kind) }))}
				value={entered?.['art']}
				error={errorOf(refusal, ADD_NAMES_FIELDS, 'art')}
			/>
			<Field
				kind="textarea"
				name="namen"
				rows={6}
				label={m.people_names_lines()}
				hint={m.people_names_lines_hint()}
				value={entered?.['namen']}
				error={errorOf(refusal, ADD_NAMES_FIELDS, 'namen')}
			/>
			<Field
				kind="file"
				name="datei"
				accept=".csv,.tsv,.txt,text/csv"
				optional
				label={m.people_names_file()}
				hint={m.people_names_file_hint()}
				error={errorOf(refusal, ADD_NAMES_FIELDS, 'datei')}
			/>
			<Button>{m.people_names_save()}</Button>
		</form>
	)
}
