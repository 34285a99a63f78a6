/** Everything kept of one person, as they get it: about themselves only, nothing about third persons (Art. 15, 20 GDPR). */
import type { AnswerKind } from '#answering/tables.ts'
import type { OwnConsent } from '#listening/find-own-consents.ts'
import type { DataRequestKind } from '#listening/note-data-request.ts'
import type { Format } from '#listening/vocabulary.ts'
import type { SpecialCategory, Stance } from '#understanding/tables.ts'

/** Days are ISO dates. Positions and ids are left out: they mean nothing outside. */
export type OwnData = {
	format: 'gehoert-own-data-1'
	municipality: string
	/** Who answers for it. */
	convener: string
	exportedOn: string
	/** One entry per conversation the receipt stands for. */
	conversations: OwnConversation[]
}

export type OwnConversation = {
	format: Format
	heldOn: string | null
	/** What is known of the person; the name is not. */
	about: {
		pseudonym: string | null
		sector: string | null
		role: string | null
		district: string | null
		ageBand: string | null
		isUnder16: boolean
		restrictedOn: string | null
	}
	contact: string | null
	consents: OwnConsent[]
	voices: OwnVoice[]
	requests: OwnRequest[]
	/** A sealed original of the whole conversation is kept until its rule removes it. */
	hasSealedOriginal: boolean
}

export type OwnRequest = {
	kind: DataRequestKind
	wish: string
	receivedOn: string
	/** Until when it has to be answered. */
	dueOn: string
	doneOn: string | null
	/** Why it takes longer than a month; empty where it does not. */
	extendedBecause: string
	/** Why nothing was done; empty for what was done or waits. */
	declinedBecause: string
}

export type OwnVoice = {
	title: string | null
	text: string
	place: { latitude: number; longitude: number } | null
	/** Themes the team heard in these words. */
	understood: { passage: string; theme: string; stance: Stance; specialCategory: SpecialCategory | null }[]
	/** What was released for publication, and under which label. */
	quotes: { wording: string; label: string; under: string }[]
	answers: { kind: AnswerKind; because: string; byOffice: string; answeredOn: string; about: string | null }[]
}
