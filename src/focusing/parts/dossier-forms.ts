/** What the forms of the dossier editor do: one intent, one use case. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { addFieldOfAction } from '../add-field-of-action.ts'
import { changeFieldOfAction } from '../change-field-of-action.ts'
import { changeFocusTheme } from '../change-focus-theme.ts'
import { paragraphsOf } from '../dossier.rules.ts'
import type { DossierParagraph, DossierPartKind } from '../find-dossier.ts'
import { removeFieldOfAction } from '../remove-field-of-action.ts'
import { setCondition } from '../set-condition.ts'
import { setGuidingQuestion } from '../set-guiding-question.ts'
import { DOSSIER_PARTS, LEVELS } from '../tables.ts'
import { writeDossierPart } from '../write-dossier-part.ts'
import { rowsOf, text, ticked } from '#platform/http/form-fields.ts'

type Editing = { focusThemeId: string; by: string; at: Date }

/** Does what the form's `was` says and returns the part of the page to show again. */
export async function saveDossierForm(db: MunicipalityDatabase, form: FormData, editing: Editing): Promise<string> {
	const { focusThemeId } = editing
	const intent = text(form, 'was')
	if (isPart(intent)) return savePart(db, form, { ...editing, kind: intent })
	switch (intent) {
		case 'leitfrage':
			await setGuidingQuestion(db, { focusThemeId, question: text(form, 'leitfrage') })
			return 'question'
		case 'ebenen':
			for (const level of LEVELS)
				await setCondition(db, { focusThemeId, level, texts: paragraphsOf(text(form, `ebene-${level}`)) })
			return 'conditions'
		case 'feld-neu':
			await addFieldOfAction(db, { focusThemeId, title: text(form, 'feld-titel'), text: text(form, 'feld-text') })
			return 'fields'
		case 'feld':
			await changeFieldOfAction(db, {
				fieldOfActionId: text(form, 'id'),
				title: text(form, `feld-${text(form, 'id')}-titel`),
				text: text(form, `feld-${text(form, 'id')}-text`),
			})
			return 'fields'
		case 'feld-weg':
			await removeFieldOfAction(db, { fieldOfActionId: text(form, 'id') })
			return 'fields'
		default:
			await changeFocusTheme(db, {
				focusThemeId,
				title: text(form, 'titel'),
				teaser: text(form, 'satz'),
				themeIds: ticked(form, 'thema'),
			})
			return 'basics'
	}
}

async function savePart(db: MunicipalityDatabase, form: FormData, editing: Editing & { kind: DossierPartKind }) {
	const { kind } = editing
	await writeDossierPart(db, {
		...editing,
		paragraphs: paragraphsIn(form, kind),
		basedOn: Number(text(form, `${kind}-fassung`)),
	})
	return kind
}

/** The paragraphs of `part-0-text`, `part-1-text` … with their ticked citations `part-0-beleg-ID`. */
function paragraphsIn(form: FormData, kind: DossierPartKind): DossierParagraph[] {
	return rowsOf(form, kind).map((row) => ({
		text: text(form, `${kind}-${row}-text`),
		codingIds: ticked(form, `${kind}-${row}-beleg`),
	}))
}

function isPart(intent: string): intent is DossierPartKind {
	return DOSSIER_PARTS.includes(intent as DossierPartKind)
}
