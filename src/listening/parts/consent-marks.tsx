/** What somebody allows, in words; never by colour alone. */
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import type { Channel } from '../vocabulary.ts'

export function channelWord(channel: Channel): string {
	return {
		record: m.listening_channel_record,
		analyse: m.listening_channel_analyse,
		quote: m.listening_channel_quote,
		'quote-with-office': m.listening_channel_quote_with_office,
		contact: m.listening_channel_contact,
		photo: m.listening_channel_photo,
	}[channel]()
}

/** The one thing to know before using a sentence. */
export function ConsentMark({ channels }: { channels: readonly Channel[] }) {
	if (!channels.includes('analyse')) return <StateWord tone="late">{m.listening_mark_none()}</StateWord>
	if (channels.includes('quote-with-office')) return <StateWord stage="act">{m.listening_mark_office()}</StateWord>
	if (channels.includes('quote')) return <StateWord stage="act">{m.listening_mark_quote()}</StateWord>
	return <StateWord stage="answer">{m.listening_mark_analyse()}</StateWord>
}
