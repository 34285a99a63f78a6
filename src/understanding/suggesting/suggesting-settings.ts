/** Whether the machine may propose anything, and where a language model of one's own stands. */
import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { suggestingSettings } from '../suggesting.tables.ts'
import { forgetSuggestions } from './forget-suggestions.ts'

export type SuggestingSettings = { isOn: boolean; endpoint: string; endpointModel: string }

export async function findSuggestingSettings(db: MunicipalityDatabase): Promise<SuggestingSettings> {
	const { isOn, endpoint, endpointModel } = suggestingSettings
	const [settings] = await db.select({ isOn, endpoint, endpointModel }).from(suggestingSettings)
	return settings ?? { isOn: true, endpoint: '', endpointModel: '' }
}

/**
 * Off means that nothing is learned and nothing shown: what was learned is deleted, proposals nobody decided on too.
 *
 * @throws {Problem} `endpoint-invalid`; `endpoint-model-missing`
 */
export async function changeSuggestingSettings(
	db: MunicipalityDatabase,
	{ by, at, ...wanted }: SuggestingSettings & { by: string; at: Date },
) {
	const settings = {
		isOn: wanted.isOn,
		endpoint: wanted.endpoint.trim().replace(/\/+$/, ''),
		endpointModel: wanted.endpointModel.trim(),
	}
	if (settings.endpoint !== '' && !isAddress(settings.endpoint)) throw new Problem('invalid', 'endpoint-invalid')
	if (settings.endpoint !== '' && settings.endpointModel === '') throw new Problem('invalid', 'endpoint-model-missing')
	const [known] = await db.select({ id: suggestingSettings.id }).from(suggestingSettings)
	const row = { ...settings, changedAt: at }
	if (known) await db.update(suggestingSettings).set(row).where(eq(suggestingSettings.id, known.id))
	else await db.insert(suggestingSettings).values(row)
	if (!settings.isOn) await forgetSuggestions(db)
	await appendAudit(db, { by, act: 'suggesting-changed', subject: 'municipality', at })
}

function isAddress(endpoint: string): boolean {
	const address = URL.parse(endpoint)
	return address !== null && /^https?:$/.test(address.protocol) && address.username === '' && endpoint.length <= 300
}
