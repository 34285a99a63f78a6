import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { dayText } from '#platform/ui/dates.ts'
import type { Language } from '#platform/words/words.ts'
import type { Municipality } from '#people/request.ts'
import { findRetentionRules } from '#people/retention.ts'
import { findConsentWordings } from '#listening/find-consent-wordings.ts'
import { CHANNELS } from '#listening/vocabulary.ts'
import { findSuggestingSettings } from '#understanding/suggesting/suggesting-settings.ts'
import { channelName } from '../public-words.ts'
import type { RecordFacts } from './record-document.ts'

export type FindRecordFacts = { municipality: Municipality; today: string; language: Language }

/** Everything the generated documents say about this municipality, as it is set today. */
export async function findRecordFacts(
	db: MunicipalityDatabase,
	{ municipality, today, language }: FindRecordFacts,
): Promise<RecordFacts> {
	const { name, profile, minimumPeople } = municipality
	const wordings = await findConsentWordings(db, language)
	const rules = await findRetentionRules(db)
	const { isOn, endpoint } = await findSuggestingSettings(db)
	return {
		name,
		minimumPeople,
		convener: profile.convener,
		address: profile.address,
		email: profile.email,
		responsible: profile.responsible,
		officer: profile.dataProtectionOfficer ?? '',
		authority: profile.supervisoryAuthority ?? '',
		consents: CHANNELS.flatMap((channel) => {
			const wording = wordings[channel]
			return wording ? [{ channel: channelName(channel), wording: wording.text }] : []
		}),
		rules: rules.map(({ label, days, since }) => ({ label: label(), days, since: since() })),
		languageModel: isOn && endpoint !== '' ? new URL(endpoint).host : '',
		today: dayText(today, language),
	}
}
