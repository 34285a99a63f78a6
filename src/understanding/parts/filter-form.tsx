/**
 * Narrows a list: selects, a word to look for, a tick; the address holds what was chosen, so that it can be shared. On paper
 * the fields are left out: what was chosen stands there in words.
 */
import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import type { Option } from '#platform/ui/choices.tsx'
import { m } from '#platform/words/words.ts'

type FilterSelect = {
	name: string
	label: string
	value: string
	options: readonly Option[]
	isRequired?: boolean
}

export type FilterFormProps = {
	search?: { name: string; label: string; value: string; hint?: string }
	selects: readonly FilterSelect[]
	checkbox?: { name: string; label: string; isOn: boolean }
	button?: string
}

export function FilterForm({ search, selects, checkbox, button }: FilterFormProps) {
	const asked = [
		...(search?.value ? [search] : []),
		...selects.map(({ label, value, options }) => ({
			label,
			value: options.find((one) => one.value === value)?.label ?? m.understanding_all(),
		})),
	].map(({ label, value }) => `${label}: ${value}`)
	if (checkbox?.isOn) asked.push(checkbox.label)
	return (
		<search>
			<form method="get" className="filters">
				{search ? (
					<Field kind="search" name={search.name} label={search.label} value={search.value} hint={search.hint} />
				) : null}
				{selects.map(({ name, label, value, options, isRequired }) => (
					<div key={name} className={isLong(options) ? 'filters__long' : undefined}>
						<Field
							kind="select"
							name={name}
							label={label}
							value={value}
							options={options}
							blank={isRequired ? undefined : m.understanding_all()}
						/>
					</div>
				))}
				{checkbox ? (
					<Field kind="checkbox" name={checkbox.name} label={checkbox.label} checked={checkbox.isOn} />
				) : null}
				<Button look="secondary">{button ?? m.understanding_show()}</Button>
			</form>
			<p className="on-paper label">{asked.join(' · ')}</p>
		</search>
	)
}

/** Would be cut off in a narrow select, so that what was chosen could not be read. */
function isLong(options: readonly Option[]): boolean {
	return options.some(({ label }) => label.length > 30)
}
