/** For stewards: whether the machine proposes at all, and a language model on one's own server. */
import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { SuggestingSettings } from '../suggesting-settings.ts'

export function SuggestingSwitch({ settings }: { settings: SuggestingSettings }) {
	return (
		<details className="suggestions__switch">
			<summary>{m.understanding_suggesting_settings()}</summary>
			<form method="post">
				<input type="hidden" name="act" value="settings" />
				<Field
					kind="checkbox"
					name="isOn"
					label={m.understanding_suggesting_on()}
					hint={m.understanding_suggesting_on_hint()}
					checked={settings.isOn}
				/>
				<Field
					kind="text"
					name="endpoint"
					label={m.understanding_suggesting_endpoint()}
					hint={m.understanding_suggesting_endpoint_hint()}
					value={settings.endpoint}
				/>
				<Field
					kind="text"
					name="endpointModel"
					label={m.understanding_suggesting_model()}
					value={settings.endpointModel}
				/>
				<Button look="secondary">{m.understanding_theme_save()}</Button>
			</form>
		</details>
	)
}
