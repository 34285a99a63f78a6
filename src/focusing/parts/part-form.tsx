import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { DossierParagraph, DossierPart, DossierPartKind } from '../find-dossier.ts'
import type { EvidencePassage } from '../find-evidence.ts'
import { CitedPassages } from './cited-passages.tsx'
import { partHint, partWord } from './part-words.ts'

export type PartFormProps = {
	kind: DossierPartKind
	slug: string
	part: DossierPart
	passages: readonly EvidencePassage[]
	/** What had been entered before a refusal. */
	values: Record<string, string> | undefined
	/** Without a section and heading of its own. */
	nested?: boolean
}

/** One written part of a dossier: its paragraphs, what each stands on, and room for one more. */
export function PartForm(props: PartFormProps) {
	const { kind, nested } = props
	if (nested) return <ParagraphsForm {...props} />
	return (
		<section id={kind} className="dossier-section">
			<h2>{partWord(kind)}</h2>
			<p className="kern-hint">{partHint(kind)}</p>
			<ParagraphsForm {...props} />
		</section>
	)
}

function ParagraphsForm({ kind, part, passages, values }: PartFormProps) {
	const rows: DossierParagraph[] = [...part.paragraphs, { text: '', codingIds: [] }]
	return (
		<form method="post" className="part-form">
			<input type="hidden" name="was" value={kind} />
			<input type="hidden" name={`${kind}-fassung`} value={part.version} />
			{rows.map((paragraph, row) => (
				<div key={row} className="paragraph-row">
					<Field
						kind="textarea"
						name={`${kind}-${row}-text`}
						rows={paragraph.text === '' ? 3 : Math.min(9, Math.ceil(paragraph.text.length / 80) + 1)}
						label={
							row < part.paragraphs.length
								? m.focusing_paragraph({ number: row + 1 })
								: part.paragraphs.length === 0
									? m.focusing_paragraph_first()
									: m.focusing_paragraph_more()
						}
						value={values?.[`${kind}-${row}-text`] ?? paragraph.text}
					/>
					<div>
						<CitedPassages
							name={`${kind}-${row}-beleg`}
							passages={passages.filter(({ codingId }) => paragraph.codingIds.includes(codingId))}
						/>
						<Button look="tertiary" small name="weiter" value={row}>
							{m.focusing_save_and_cite()}
						</Button>
					</div>
				</div>
			))}
			<Buttons>
				<Button>{m.focusing_save_part({ part: partWord(kind) })}</Button>
			</Buttons>
		</form>
	)
}
