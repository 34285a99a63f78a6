/** What people agree to, channel by channel, in plain words. A municipality may change a wording; that is a new version. */
import type { PackWording } from './wording.ts'

export type PackConsentText = {
	channel: 'record' | 'analyse' | 'quote' | 'quote-with-office' | 'contact' | 'photo'
	wording: PackWording
}

export const PACK_CONSENT_TEXTS: readonly PackConsentText[] = [
	{
		channel: 'record',
		wording: {
			de: 'Das Gespräch darf aufgenommen und aufgeschrieben werden. Die Aufnahme hört nur das Team; sie wird gelöscht, sobald die Abschrift geprüft ist.',
			en: 'The conversation may be recorded and written down. Only the team listens to the recording; it is deleted once the transcript has been checked.',
		},
	},
	{
		channel: 'analyse',
		wording: {
			de: 'Was ich sage, darf ohne meinen Namen ausgewertet werden. Es zählt mit, wird aber nirgends wörtlich gezeigt.',
			en: 'What I say may be analysed without my name. It counts, but it is not shown word for word anywhere.',
		},
	},
	{
		channel: 'quote',
		wording: {
			de: 'Sätze von mir dürfen ohne meinen Namen veröffentlicht werden, im Internet und gedruckt. Daneben steht nur eine allgemeine Angabe, die auf mindestens zehn Menschen passt. In einem kleinen Ort kann mich trotzdem jemand an meinen Worten erkennen.',
			en: 'Sentences of mine may be published without my name, online and in print. Beside them stands only a general description that fits at least ten people. In a small place somebody may still recognise me by my words.',
		},
	},
	{
		channel: 'quote-with-office',
		wording: {
			de: 'Sätze von mir dürfen mit meinem öffentlichen Amt veröffentlicht werden, zum Beispiel „Bürgermeisteramt“. Damit bin ich erkennbar.',
			en: 'Sentences of mine may be published with my public office, for example “mayor’s office”. People will know it is me.',
		},
	},
	{
		channel: 'contact',
		wording: {
			de: 'Das Team darf sich mit einer Rückfrage bei mir melden. Meine Kontaktdaten liegen getrennt von dem, was ich gesagt habe.',
			en: 'The team may contact me with a question. My contact details are kept apart from what I said.',
		},
	},
	{
		channel: 'photo',
		wording: {
			de: 'Fotos, auf denen ich zu sehen bin, dürfen veröffentlicht werden, im Internet und gedruckt.',
			en: 'Photos that show me may be published, online and in print.',
		},
	},
]
