import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import type { SettingsView } from '../find-settings.ts'
import { CountTable } from './count-table.tsx'

type DistrictsFormProps = { districts: SettingsView['districts']; entered: Record<string, string> | undefined }

export function DistrictsForm({ districts, entered }: DistrictsFormProps) {
	const rows = [...districts, { id: 'new', name: '', population: 0 }].map(({ id, name, population }) => ({
		id,
		label: m.people_districts_population_of({ name: name || m.people_districts_new() }),
		population: entered?.[`population-${id}`] ?? (population === 0 ? '' : population),
		name: (
			<input
				className="kern-form-input__input"
				name={`name-${id}`}
				aria-label={name ? m.people_districts_name_of({ name }) : m.people_districts_new()}
				placeholder={name ? undefined : m.people_districts_new()}
				defaultValue={entered?.[`name-${id}`] ?? name}
			/>
		),
	}))
	return (
		<section className="section" aria-labelledby="ortsteile">
			<h2 id="ortsteile">{m.people_districts_title()}</h2>
			<p>{m.people_districts_text()}</p>
			<form method="post">
				<input type="hidden" name="intent" value="districts" />
				<CountTable
					caption={m.people_districts_table()}
					heads={[m.people_districts_name(), m.people_districts_population()]}
					rows={rows}
				/>
				<Button>{m.people_save()}</Button>
			</form>
		</section>
	)
}
