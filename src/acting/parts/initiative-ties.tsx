import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { InitiativeChoices } from '../find-initiative-choices.ts'
import type { Initiative } from '../find-initiative.ts'
import { ActorChoice } from './actor-choice.tsx'

type Values = Record<string, string> | undefined

type FieldChoiceProps = {
	choices: InitiativeChoices
	chosen: readonly { id: string }[]
	values: Values
}

/** Which fields of action are taken up, by focus theme. Every box has a name of its own, so that a refused form keeps them. */
export function FieldChoice({ choices, chosen, values }: FieldChoiceProps) {
	const themes = choices.focusThemes.filter(({ fieldsOfAction }) => fieldsOfAction.length > 0)
	if (themes.length === 0) return null
	return (
		<fieldset className="kern-fieldset">
			<legend className="kern-label">{m.acting_fields_label()}</legend>
			{themes.map(({ id, title, fieldsOfAction }) => (
				<details key={id} open={fieldsOfAction.some((field) => chosen.some((one) => one.id === field.id))}>
					<summary>{title}</summary>
					{fieldsOfAction.map((field) => (
						<Field
							key={field.id}
							kind="checkbox"
							name={`feld-${field.id}`}
							label={field.title}
							checked={values ? values[`feld-${field.id}`] === 'ja' : chosen.some((one) => one.id === field.id)}
						/>
					))}
				</details>
			))}
		</fieldset>
	)
}

type PartnerChoiceProps = { choices: InitiativeChoices; partners: Initiative['partners']; values: Values }

/** Who helps and with what; taking a tick away lets a partner go. */
export function PartnerChoice({ choices, partners, values }: PartnerChoiceProps) {
	return (
		<fieldset className="kern-fieldset">
			<legend className="kern-label">{m.acting_partners_label()}</legend>
			{partners.map(({ id, name, part }) => (
				<div key={id} className="partner-row">
					<Field
						kind="checkbox"
						name={`partner-${id}`}
						label={name}
						checked={values ? values[`partner-${id}`] === 'ja' : true}
					/>
					<Field
						name={`beitrag-${id}`}
						label={m.acting_partner_part({ name })}
						value={values?.[`beitrag-${id}`] ?? part}
					/>
				</div>
			))}
			<ActorChoice
				name="mithilfe"
				label={m.acting_partner_add()}
				blank={m.acting_partner_none()}
				actors={choices.actors.filter((actor) => !partners.some(({ id }) => id === actor.id))}
				values={values}
			/>
			<Field name="mithilfe-womit" label={m.acting_partner_part_new()} optional value={values?.['mithilfe-womit']} />
		</fieldset>
	)
}
