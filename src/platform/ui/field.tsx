/** A question of a form: label, hint, error and the control, tied together for everyone. */
import type { InputHTMLAttributes } from 'react'
import { describedBy, FieldError, fieldId, Hint, LabelText, type Asked } from './asked.tsx'
import { Choices, type ChoiceProps, type Option } from './choices.tsx'
import { classes } from './classes.ts'

/** Narrow fields tell how much is expected: characters. */
type Width = { width?: 4 | 8 | 16 }

type Passed = Pick<
	InputHTMLAttributes<HTMLInputElement>,
	| 'required'
	| 'autoComplete'
	| 'autoCapitalize'
	| 'spellCheck'
	| 'inputMode'
	| 'min'
	| 'max'
	| 'step'
	| 'minLength'
	| 'maxLength'
	| 'pattern'
	| 'accept'
	| 'multiple'
>

type InputKind = 'text' | 'email' | 'password' | 'date' | 'number' | 'search' | 'tel' | 'url' | 'file' | 'color'

type TypedProps = Asked &
	(
		| ({ kind?: InputKind } & Width & Passed)
		/** `spoken`: what is typed here is said by a person and set in serif. */
		| { kind: 'textarea'; rows?: number; required?: boolean; maxLength?: number; spoken?: boolean }
		| ({ kind: 'select'; options: readonly Option[]; required?: boolean; blank?: string } & Width)
	)

export type FieldProps = TypedProps | ChoiceProps

export function Field(props: FieldProps) {
	if (props.kind === 'radios' || props.kind === 'checkboxes' || props.kind === 'checkbox') return <Choices {...props} />
	const { name, label, hint, error, optional } = props
	const id = fieldId(name)
	return (
		<div className={classes('kern-form-input', error && 'kern-form-input--error')}>
			<label className="kern-label" htmlFor={id}>
				<LabelText label={label} optional={optional} />
			</label>
			<Hint id={id}>{hint}</Hint>
			<FieldError id={id}>{error}</FieldError>
			<Control {...props} />
		</div>
	)
}

function Control(props: TypedProps) {
	const id = fieldId(props.name)
	const shared = {
		id,
		name: props.name,
		'aria-describedby': describedBy(id, props.hint, props.error),
		'aria-invalid': props.error ? (true as const) : undefined,
	}
	const value = props.value ?? undefined
	if (props.kind === 'textarea') {
		const { rows = 6, required, maxLength, spoken } = props
		const look = classes('kern-form-input__input', spoken && 'spoken')
		return <textarea {...shared} {...{ rows, required, maxLength }} className={look} defaultValue={value} />
	}
	const width = props.width && `kern-form-input__input--width-${props.width}`
	if (props.kind === 'select') {
		const { options, required, blank } = props
		return (
			<div className={classes('kern-form-input__select-wrapper', width)}>
				<select {...shared} className="kern-form-input__select" required={required} defaultValue={value ?? ''}>
					{blank === undefined ? null : <option value="">{blank}</option>}
					{options.map((option) => (
						<option key={option.value} value={option.value} disabled={option.disabled}>
							{option.label}
						</option>
					))}
				</select>
			</div>
		)
	}
	const { label: _l, hint: _h, error: _e, optional: _o, width: _w, value: _v, kind = 'text', ...passed } = props
	const look = classes('kern-form-input__input', width)
	return (
		<input {...passed} {...shared} type={kind} className={look} defaultValue={kind === 'file' ? undefined : value} />
	)
}
