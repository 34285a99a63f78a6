/** Who was there, and what each of them allows. */
import { PACK_AGE_BANDS } from '#method/age-bands.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { language, m } from '#platform/words/words.ts'
import type { FoundSpeaker } from '../find-conversation.ts'
import { inLanguage } from '../wording.rules.ts'
import { channelWord, ConsentMark } from './consent-marks.tsx'

export function SpeakerTable({ speakers }: { speakers: readonly FoundSpeaker[] }) {
	return (
		<DataTable
			caption={m.listening_speakers()}
			hideCaption
			rows={speakers}
			rowKey={({ id }) => id}
			columns={[
				{ head: m.listening_speaker(), cell: ({ code, pseudonym }) => (pseudonym ? `${code} · ${pseudonym}` : code) },
				{
					head: m.listening_coverage_sector(),
					cell: ({ sectorLabel, isModerator }) => (isModerator ? m.listening_moderates() : wordOf(sectorLabel)),
				},
				{ head: m.listening_role(), cell: ({ roleLabel }) => wordOf(roleLabel) },
				{ head: m.listening_district(), cell: ({ districtName }) => districtName ?? '–' },
				{ head: m.listening_age(), cell: ({ ageBand }) => ageWord(ageBand) },
				{ head: m.listening_allows(), cell: (speaker) => (speaker.isModerator ? '–' : <Allowed {...speaker} />) },
			]}
		/>
	)
}

/** The mark says what may be done with the words; the rest is about the person. */
function Allowed({ channels }: FoundSpeaker) {
	const others = channels.filter((channel) => channel === 'contact' || channel === 'photo')
	return (
		<>
			<ConsentMark channels={channels} />
			{others.length > 0 ? `, ${others.map(channelWord).join(', ')}` : null}
		</>
	)
}

function wordOf(label: FoundSpeaker['roleLabel']): string {
	return label ? inLanguage(label, language()) : '–'
}

function ageWord(band: string | null): string {
	const found = PACK_AGE_BANDS.find(({ key }) => key === band)
	return found ? inLanguage(found.label, language()) : '–'
}
