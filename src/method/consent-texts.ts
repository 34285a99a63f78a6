/**
 * What people agree to, channel by channel: plain, warm, and honest about what stays knowable in a small place. A
 * municipality may change a wording; that is a new version.
 */
import type { PackWording } from './wording.ts'

export const CONSENT_CHANNELS = ['record', 'analyse', 'quote', 'quote-with-office', 'contact', 'photo'] as const

/** Characters of one wording: it has to be read standing up. */
export const LONGEST_CONSENT_TEXT = 900

export type PackConsentText = {
	channel: (typeof CONSENT_CHANNELS)[number]
	wording: PackWording & { 'de-leicht': string }
}

export const PACK_CONSENT_TEXTS: readonly PackConsentText[] = [
	{
		channel: 'record',
		wording: {
			de: 'Das Gespräch darf aufgenommen und aufgeschrieben werden. Die Aufnahme hört nur das Team; sie wird gelöscht, sobald die Abschrift geprüft ist.',
			en: 'The conversation may be recorded and written down. Only the team listens to the recording; it is deleted once the transcript has been checked.',
			'de-leicht':
				'Sie dürfen das Gespräch aufnehmen. Sie dürfen es aufschreiben. Nur das Team hört die Aufnahme. Ist alles aufgeschrieben, wird die Aufnahme gelöscht.',
		},
	},
	{
		channel: 'analyse',
		wording: {
			de: 'Was ich sage, darf ohne meinen Namen ausgewertet werden. Es zählt mit, wird aber nirgends wörtlich gezeigt. Ganz geheim bleibt es an einem kleinen Ort nicht: Wer bei einem Gespräch dabei war, weiß, dass auch ich da war.',
			en: 'What I say may be analysed without my name. It counts, but it is not shown word for word anywhere. In a small place it does not stay quite secret: whoever was at a talk knows that I was there, too.',
			'de-leicht':
				'Das Team darf lesen, was ich sage. Mein Name steht nicht dabei. Meine Meinung zählt mit. Meine Sätze zeigt das Team niemandem. Aber: Wer mit mir dort war, weiß, dass ich dort war.',
		},
	},
	{
		channel: 'quote',
		wording: {
			de: 'Sätze von mir dürfen ohne meinen Namen veröffentlicht werden, im Internet und gedruckt. Daneben steht nur eine allgemeine Angabe, die auf mindestens zehn Menschen passt. An einem kleinen Ort kann mich trotzdem jemand an meinen Worten erkennen.',
			en: 'Sentences of mine may be published without my name, online and in print. Beside them stands only a general description that fits at least ten people. In a small place somebody may still recognise me by my words.',
			'de-leicht':
				'Alle dürfen Sätze von mir lesen: im Internet und auf Papier. Mein Name steht nicht dabei. Dabei steht nur etwas, das auf mindestens zehn Menschen passt. Aber: Wer mich kennt, erkennt mich vielleicht an meinen Worten.',
		},
	},
	{
		channel: 'quote-with-office',
		wording: {
			de: 'Sätze von mir dürfen mit meinem öffentlichen Amt veröffentlicht werden, zum Beispiel „Bürgermeisteramt“. Damit bin ich erkennbar.',
			en: 'Sentences of mine may be published with my public office, for example “mayor’s office”. People will know it is me.',
			'de-leicht':
				'Ich habe ein Amt. Ich bin zum Beispiel Bürgermeisterin. Bei meinen Sätzen darf mein Amt stehen. Dann wissen alle, dass ich das gesagt habe.',
		},
	},
	{
		channel: 'contact',
		wording: {
			de: 'Das Team darf sich mit einer Rückfrage bei mir melden. Meine Adresse oder Nummer liegt verschlossen und getrennt von dem, was ich gesagt habe. Jedes Öffnen wird vermerkt.',
			en: 'The team may contact me with a question. My address or number is kept locked and apart from what I said. Every time somebody opens it, that is noted.',
			'de-leicht':
				'Das Team darf mich etwas fragen. Dafür gebe ich meine Telefonnummer oder E-Mail-Adresse. Sie liegt verschlossen an einem anderen Ort als meine Worte. Das Team schreibt auf, wer sie liest.',
		},
	},
	{
		channel: 'photo',
		wording: {
			de: 'Fotos, auf denen ich zu sehen bin, dürfen veröffentlicht werden, im Internet und gedruckt. Was einmal gedruckt oder von anderen gespeichert ist, lässt sich nicht zurückholen.',
			en: 'Photos that show me may be published, online and in print. What has been printed, or saved by others, cannot be called back.',
			'de-leicht':
				'Das Team darf Fotos von mir zeigen: im Internet und auf Papier. Gedruckte Fotos kann niemand zurückholen.',
		},
	},
]
