import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { EvidencePassage } from '../find-evidence.ts'
import type { PerspectivePoint } from '../find-perspectives.ts'
import { CitedPassages } from './cited-passages.tsx'

type PointRowProps = {
	row: number
	point: PerspectivePoint
	passages: readonly EvidencePassage[]
	focusThemes: readonly { id: string; title: string }[]
	values: Record<string, string> | undefined
}

/** One starting point of a perspective; an empty one is a place for a new one. */
export function PointRow({ row, point, passages, focusThemes, values }: PointRowProps) {
	const name = `punkt-${row}`
	return (
		<fieldset className="paragraph-row kern-fieldset">
			<legend className="kern-label">
				{point.title ? m.focusing_point({ number: row + 1 }) : m.focusing_point_more()}
			</legend>
			<Field name={`${name}-titel`} label={m.focusing_point_title()} value={values?.[`${name}-titel`] ?? point.title} />
			<Field
				kind="textarea"
				name={`${name}-text`}
				rows={4}
				label={m.focusing_point_text()}
				value={values?.[`${name}-text`] ?? point.text}
			/>
			<Field
				kind="select"
				name={`${name}-fokusthema`}
				label={m.focusing_point_focus_theme()}
				blank={m.focusing_point_no_focus_theme()}
				options={focusThemes.map(({ id, title }) => ({ value: id, label: title }))}
				value={values?.[`${name}-fokusthema`] ?? point.focusTheme?.id}
			/>
			<CitedPassages
				name={`${name}-beleg`}
				passages={passages.filter(({ codingId }) => point.codingIds.includes(codingId))}
			/>
			<Button look="tertiary" small name="weiter" value={row}>
				{m.focusing_save_and_cite()}
			</Button>
		</fieldset>
	)
}
