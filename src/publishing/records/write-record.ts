/** Writes the documents from the facts. Templates, no legal advice: each says what a person still has to fill in and check. */
import { m } from '#platform/words/words.ts'
import type { RecordDocument, RecordFacts, RecordKind, RecordSection } from './record-document.ts'

export function writeRecord(kind: RecordKind, facts: RecordFacts): RecordDocument {
	return {
		'processing-record': processingRecord,
		'privacy-notice': privacyNotice,
		'processor-agreement': processorAgreement,
		'impact-note': impactNote,
	}[kind](facts)
}

export function recordTitle(kind: RecordKind): string {
	return {
		'processing-record': m.publishing_record_processing,
		'privacy-notice': m.publishing_record_notice,
		'processor-agreement': m.publishing_record_agreement,
		'impact-note': m.publishing_record_impact,
	}[kind]()
}

/** Article 30 (1) GDPR, one section per letter. */
function processingRecord(facts: RecordFacts): RecordDocument {
	const server = facts.languageModel
	return {
		kind: 'processing-record',
		title: recordTitle('processing-record'),
		lead: m.publishing_record_processing_lead({ name: facts.name, today: facts.today }),
		sections: [
			controller(facts),
			{
				heading: m.publishing_record_purposes(),
				list: [
					m.publishing_record_purpose_listen(),
					m.publishing_record_purpose_answer(),
					m.publishing_record_purpose_publish(),
					m.publishing_record_purpose_team(),
				],
				texts: [m.publishing_record_basis()],
			},
			{
				heading: m.publishing_record_categories(),
				table: {
					heads: [m.publishing_record_who(), m.publishing_record_what()],
					rows: [
						[m.publishing_record_speakers(), m.publishing_record_speakers_data()],
						[m.publishing_record_thirds(), m.publishing_record_thirds_data()],
						[m.publishing_record_team(), m.publishing_record_team_data()],
						[m.publishing_record_actors(), m.publishing_record_actors_data()],
					],
				},
				texts: [m.publishing_record_special()],
			},
			{
				heading: m.publishing_record_recipients(),
				texts: [
					m.publishing_record_recipients_text(),
					server ? m.publishing_record_transfer_model({ server }) : m.publishing_record_transfer(),
				],
				blanks: [m.publishing_record_blank_host(), ...(server ? [m.publishing_record_blank_model({ server })] : [])],
			},
			retention(facts),
			measures(facts),
		],
	}
}

/** Articles 13 and 7 GDPR, to hand over before somebody speaks. */
function privacyNotice(facts: RecordFacts): RecordDocument {
	return {
		kind: 'privacy-notice',
		title: recordTitle('privacy-notice'),
		lead: m.publishing_record_notice_lead({ name: facts.name }),
		sections: [
			controller(facts),
			{ id: 'mitreden', heading: m.publishing_record_notice_web(), texts: [m.publishing_record_notice_web_text()] },
			{ id: 'gespraech', heading: m.publishing_record_notice_talk(), texts: [m.publishing_record_notice_talk_text()] },
			{ id: 'karte', heading: m.publishing_record_notice_card(), texts: [m.publishing_record_notice_card_text()] },
			{
				id: 'einwilligungen',
				heading: m.publishing_record_notice_consents(),
				texts: [m.publishing_record_notice_consents_text()],
				table: {
					heads: [m.publishing_record_channel(), m.publishing_record_wording()],
					rows: facts.consents.map(({ channel, wording }) => [channel, wording]),
				},
			},
			...(facts.languageModel
				? [
						{
							heading: m.publishing_privacy_passing(),
							texts: [m.publishing_privacy_passing_model({ server: facts.languageModel })],
						},
					]
				: []),
			retention(facts),
			{
				heading: m.publishing_record_rights(),
				texts: [m.publishing_record_rights_text(), m.publishing_record_rights_receipt()],
				...(facts.authority
					? { list: [m.publishing_record_complain({ authority: facts.authority })] }
					: { blanks: [m.publishing_record_blank_authority()] }),
			},
		],
	}
}

/** The parts of the notice that differ from municipality to municipality, for the public page: nothing to fill in there. */
export function noticeSections(facts: RecordFacts): RecordSection[] {
	const shown = privacyNotice(facts).sections.filter(({ id }) => id !== undefined)
	return shown.map(({ blanks: _, ...section }) => section)
}

/** Article 28 (3) GDPR, for whoever runs the server. */
function processorAgreement(facts: RecordFacts): RecordDocument {
	return {
		kind: 'processor-agreement',
		title: recordTitle('processor-agreement'),
		lead: m.publishing_record_agreement_lead(),
		sections: [
			{
				heading: m.publishing_record_parties(),
				texts: [postalAddress(facts)],
				blanks: [m.publishing_record_blank_processor()],
			},
			{
				heading: m.publishing_record_subject(),
				texts: [m.publishing_record_subject_text({ name: facts.name })],
				blanks: [m.publishing_record_blank_term()],
			},
			{
				heading: m.publishing_record_duties(),
				list: [
					m.publishing_record_duty_instructions(),
					m.publishing_record_duty_secrecy(),
					m.publishing_record_duty_security(),
					m.publishing_record_duty_keys(),
					m.publishing_record_duty_subs(),
					m.publishing_record_duty_rights(),
					m.publishing_record_duty_breach(),
					m.publishing_record_duty_end(),
					m.publishing_record_duty_audit(),
				],
				blanks: [m.publishing_record_blank_subs()],
			},
			measures(facts),
			{ heading: m.publishing_record_sign(), blanks: [m.publishing_record_blank_sign()] },
		],
	}
}

/** Article 35 GDPR, short: the risk is the neighbour, not the stranger. */
function impactNote(facts: RecordFacts): RecordDocument {
	return {
		kind: 'impact-note',
		title: recordTitle('impact-note'),
		lead: m.publishing_record_impact_lead({ name: facts.name }),
		sections: [
			{ heading: m.publishing_record_impact_why(), texts: [m.publishing_record_impact_why_text()] },
			{
				heading: m.publishing_record_risks(),
				table: {
					heads: [m.publishing_record_risk(), m.publishing_record_answer(), m.publishing_record_left()],
					rows: [
						[
							m.publishing_record_risk_label(),
							m.publishing_record_answer_label({ count: facts.minimumPeople }),
							m.publishing_record_left_label(),
						],
						[m.publishing_record_risk_table(), m.publishing_record_answer_table(), m.publishing_record_left_table()],
						[m.publishing_record_risk_words(), m.publishing_record_answer_words(), m.publishing_record_left_words()],
						[m.publishing_record_risk_theft(), m.publishing_record_answer_theft(), m.publishing_record_left_theft()],
						[
							m.publishing_record_risk_withdrawal(),
							m.publishing_record_answer_withdrawal(),
							m.publishing_record_left_withdrawal(),
						],
						[m.publishing_record_risk_child(), m.publishing_record_answer_child(), m.publishing_record_left_child()],
					],
				},
			},
			{
				heading: m.publishing_record_judgement(),
				texts: [m.publishing_record_judgement_text()],
				blanks: [m.publishing_record_blank_judgement(), m.publishing_record_blank_officer_advice()],
			},
		],
	}
}

/** The imprint often begins with the name already. */
function postalAddress({ convener, address }: Pick<RecordFacts, 'convener' | 'address'>): string {
	return [...new Set([convener, ...address])].join(', ')
}

function controller({ convener, address, email, responsible, officer }: RecordFacts): RecordSection {
	return {
		heading: m.publishing_record_controller(),
		texts: [
			postalAddress({ convener, address }),
			...(email ? [email] : []),
			...(responsible ? [m.publishing_record_responsible({ responsible })] : []),
			...(officer ? [m.publishing_record_officer({ officer })] : []),
		],
		blanks: [
			...(address.length === 0 ? [m.publishing_record_blank_address()] : []),
			...(officer ? [] : [m.publishing_record_blank_officer()]),
		],
	}
}

function retention({ rules }: RecordFacts): RecordSection {
	return {
		id: 'fristen',
		heading: m.publishing_record_retention(),
		table: {
			heads: [m.publishing_record_what(), m.publishing_record_days()],
			rows: rules.map(({ label, days, since }) => [label, spanSince(days, since)]),
		},
		texts: [m.publishing_record_retention_voices()],
	}
}

/** Whole years are said as years: nobody pictures 1095 days. */
function spanSince(days: number, since: string): string {
	if (days % 365 === 0 && days > 0) return m.publishing_record_years_since({ years: days / 365, since })
	return m.publishing_record_days_since({ days, since })
}

function measures({ minimumPeople }: RecordFacts): RecordSection {
	return {
		heading: m.publishing_record_measures(),
		list: [
			m.publishing_record_measure_roles(),
			m.publishing_record_measure_sealed(),
			m.publishing_record_measure_labels({ count: minimumPeople }),
			m.publishing_record_measure_receipts(),
			m.publishing_record_measure_log(),
			m.publishing_record_measure_withdrawal(),
			m.publishing_record_measure_none(),
		],
		blanks: [m.publishing_record_blank_measures()],
	}
}
