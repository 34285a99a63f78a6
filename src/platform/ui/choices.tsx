/** Questions with given answers: radios, checkboxes, and the single checkbox. */
import type { ReactNode } from 'react'
import { describedBy, FieldError, fieldId, Hint, LabelText, type Asked } from './asked.tsx'
import { classes } from './classes.ts'

export type Option = { value: string; label: string; hint?: ReactNode; disabled?: boolean }

export type ChoiceProps = Asked &
	(
		| { kind: 'radios'; options: readonly Option[]; required?: boolean; horizontal?: boolean }
		| { kind: 'checkboxes'; options: readonly Option[]; values?: readonly string[]; horizontal?: boolean }
		| { kind: 'checkbox'; checked?: boolean; required?: boolean }
	)

export function Choices(props: ChoiceProps) {
	if (props.kind === 'checkbox') return <SingleCheckbox {...props} />
	const { name, label, hint, error, optional, options, horizontal } = props
	const id = fieldId(name)
	const isRadio = props.kind === 'radios'
	const chosen = props.kind === 'radios' ? [String(props.value ?? '')] : (props.values ?? [])
	return (
		<fieldset
			className={classes('kern-fieldset', error && 'kern-fieldset--error')}
			id={id}
			tabIndex={-1}
			aria-describedby={describedBy(id, hint, error)}
		>
			<legend className="kern-label">
				<LabelText label={label} optional={optional} />
			</legend>
			<Hint id={id}>{hint}</Hint>
			<FieldError id={id}>{error}</FieldError>
			<div className={classes('kern-fieldset__body', horizontal && 'kern-fieldset__body--horizontal')}>
				{options.map((option, index) => (
					<Check
						key={option.value}
						id={`${id}-${index + 1}`}
						name={name}
						option={option}
						isRadio={isRadio}
						isChosen={chosen.includes(option.value)}
						required={props.kind === 'radios' && props.required}
					/>
				))}
			</div>
		</fieldset>
	)
}

/** Yes or no. Sends `ja` when ticked, nothing otherwise. */
function SingleCheckbox(props: Extract<ChoiceProps, { kind: 'checkbox' }>) {
	const { name, label, hint, error, checked, value, required } = props
	const id = fieldId(name)
	return (
		<div className={classes('kern-form-input', error && 'kern-form-input--error')}>
			<FieldError id={id}>{error}</FieldError>
			<div className="kern-form-check">
				<input
					className="kern-form-check__checkbox"
					type="checkbox"
					id={id}
					name={name}
					value="ja"
					defaultChecked={checked ?? value === 'ja'}
					required={required}
					aria-describedby={describedBy(id, hint, error)}
					aria-invalid={error ? true : undefined}
				/>
				<label className="kern-label" htmlFor={id}>
					{label}
				</label>
				<Hint id={id}>{hint}</Hint>
			</div>
		</div>
	)
}

type CheckProps = {
	id: string
	name: string
	option: Option
	isRadio: boolean
	isChosen: boolean
	required: boolean | undefined
}

function Check({ id, name, option, isRadio, isChosen, required }: CheckProps) {
	return (
		<div className="kern-form-check">
			<input
				className={isRadio ? 'kern-form-check__radio' : 'kern-form-check__checkbox'}
				type={isRadio ? 'radio' : 'checkbox'}
				id={id}
				name={name}
				value={option.value}
				defaultChecked={isChosen}
				disabled={option.disabled}
				required={required}
				aria-describedby={describedBy(id, option.hint, null)}
			/>
			<label className="kern-label" htmlFor={id}>
				{option.label}
			</label>
			<Hint id={id}>{option.hint}</Hint>
		</div>
	)
}
