import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import type { SettingsView } from '../find-settings.ts'
import { CountTable } from './count-table.tsx'

type RolesFormProps = { roles: SettingsView['roles']; entered: Record<string, string> | undefined }

export function RolesForm({ roles, entered }: RolesFormProps) {
	const rows = roles.map(({ id, label, population }) => ({
		id,
		name: label,
		label: m.people_roles_population_of({ label }),
		population: entered?.[`population-${id}`] ?? population,
	}))
	return (
		<section className="section" aria-labelledby="rollen">
			<h2 id="rollen">{m.people_roles_title()}</h2>
			<p>{m.people_roles_text()}</p>
			<details open={entered !== undefined}>
				<summary>{m.people_roles_show()}</summary>
				<form method="post">
					<input type="hidden" name="intent" value="roles" />
					<CountTable
						caption={m.people_roles_table()}
						heads={[m.people_roles_label(), m.people_roles_population()]}
						rows={rows}
					/>
					<Button>{m.people_save()}</Button>
				</form>
			</details>
		</section>
	)
}
