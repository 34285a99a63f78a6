import type { RefusedForm } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import type { Option } from '#platform/ui/choices.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { ThemePassage } from '../find-theme-passages.ts'
import type { StepPreview } from '../preview-step.ts'
import { PassageFacts } from './passage-facts.tsx'
import { StepPreviewList } from './step-preview.tsx'

export type SplitPreview = { preview: StepPreview; codingIds: string[]; toThemeId: string; name: string }

type SplitFormProps = {
	passages: readonly ThemePassage[]
	total: number
	others: readonly Option[]
	preview: SplitPreview | undefined
	refused: RefusedForm | undefined
}

export function SplitForm({ passages, total, others, preview, refused }: SplitFormProps) {
	if (preview) return <Confirm preview={preview} others={others} />
	return (
		<form method="post">
			<fieldset className="kern-fieldset">
				<legend className="kern-label">{m.understanding_split_passages({ total })}</legend>
				{passages.length < total ? <p className="kern-hint">{m.understanding_split_narrow()}</p> : null}
				<div className="kern-fieldset__body">
					{passages.map((passage) => (
						<div key={passage.id} className="kern-form-check passage-check">
							<input
								className="kern-form-check__checkbox"
								type="checkbox"
								id={passage.id}
								name="passage"
								value={passage.id}
							/>
							<label className="kern-label" htmlFor={passage.id}>
								<span className="spoken" lang="de">
									{passage.quote}
								</span>
								<span className="label">
									<PassageFacts passage={passage} />
								</span>
							</label>
						</div>
					))}
				</div>
			</fieldset>
			<Field
				kind="select"
				name="ziel"
				label={m.understanding_split_target()}
				value={refused?.values['ziel']}
				blank={m.understanding_split_new()}
				options={others}
			/>
			<Field
				name="name"
				label={m.understanding_split_name()}
				hint={m.understanding_split_name_hint()}
				value={refused?.values['name']}
				maxLength={80}
				optional
			/>
			<Button name="act" value="preview">
				{m.understanding_preview_show()}
			</Button>
		</form>
	)
}

function Confirm({ preview, others }: { preview: SplitPreview; others: readonly Option[] }) {
	const { codingIds, toThemeId, name } = preview
	const target = others.find(({ value }) => value === toThemeId)?.label.trim() ?? name
	return (
		<form method="post" className="step-box">
			<h2>{m.understanding_split_preview({ count: codingIds.length, target })}</h2>
			<StepPreviewList preview={preview.preview} verb="carry" />
			<p>{toThemeId ? m.understanding_split_focus_other() : m.understanding_split_focus_new()}</p>
			<input type="hidden" name="ziel" value={toThemeId} />
			<input type="hidden" name="name" value={name} />
			{codingIds.map((id) => (
				<input key={id} type="hidden" name="passage" value={id} />
			))}
			<Buttons>
				<Button name="act" value="do">
					{m.understanding_split_do()}
				</Button>
				<ButtonLink look="secondary" href="?">
					{m.understanding_choose_anew()}
				</ButtonLink>
			</Buttons>
		</form>
	)
}
