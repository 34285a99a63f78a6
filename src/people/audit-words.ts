/** What the audit log says in words. A new act without words does not compile. */
import { m } from '#platform/words/words.ts'
import type { AuditAct, AuditSubject } from './audit-log.ts'

/** Each goes on after a name: “Renate Vogel …”. */
const ACTS: Record<AuditAct, () => string> = {
	'signed-in': m.people_act_signed_in,
	'member-added': m.people_act_member_added,
	'member-part-changed': m.people_act_member_part_changed,
	'member-removed': m.people_act_member_removed,
	'link-renewed': m.people_act_link_renewed,
	'password-set': m.people_act_password_set,
	'municipality-changed': m.people_act_municipality_changed,
	'transcript-read': m.people_act_transcript_read,
	'passages-read': m.people_act_passages_read,
	'voices-searched': m.people_act_voices_searched,
	'suggesting-changed': m.people_act_suggesting_changed,
	'consents-changed': m.people_act_consents_changed,
	'voice-withdrawn': m.people_act_voice_withdrawn,
	'quote-cleared': m.people_act_quote_cleared,
	'quote-withdrawn': m.people_act_quote_withdrawn,
	'initiative-state-changed': m.people_act_initiative_state_changed,
	'answer-written': m.people_act_answer_written,
	'edition-published': m.people_act_edition_published,
	'package-exported': m.people_act_package_exported,
	'project-imported': m.people_act_project_imported,
	'codings-exported': m.people_act_codings_exported,
	'backup-written': m.people_act_backup_written,
	'receipts-printed': m.people_act_receipts_printed,
	'receipt-linked': m.people_act_receipt_linked,
	'own-data-exported': m.people_act_own_data_exported,
	'own-data-read': m.people_act_own_data_read,
	'data-request-noted': m.people_act_data_request_noted,
	'data-request-assigned': m.people_act_data_request_assigned,
	'data-request-done': m.people_act_data_request_done,
	'data-request-declined': m.people_act_data_request_declined,
	'data-request-extended': m.people_act_data_request_extended,
	'retention-changed': m.people_act_retention_changed,
	'speaker-restricted': m.people_act_speaker_restricted,
	'speaker-released': m.people_act_speaker_released,
	'consent-text-written': m.people_act_consent_text_written,
	'contact-read': m.people_act_contact_read,
	'contact-written': m.people_act_contact_written,
	'scan-read': m.people_act_scan_read,
	'special-quote-confirmed': m.people_act_special_quote_confirmed,
	'special-quote-taken-out': m.people_act_special_quote_taken_out,
	'quote-cleared-with-office': m.people_act_quote_cleared_with_office,
	'office-printed': m.people_act_office_printed,
	'names-checked': m.people_act_names_checked,
	'original-opened-for-meaning': m.people_act_original_opened_for_meaning,
	'original-opened-for-correction': m.people_act_original_opened_for_correction,
	'original-opened-for-person': m.people_act_original_opened_for_person,
	'original-opened-for-law': m.people_act_original_opened_for_law,
	'originals-deleted': m.people_act_originals_deleted,
	'speaker-erased': m.people_act_speaker_erased,
	invited: m.people_act_invited,
	'invitation-revoked': m.people_act_invitation_revoked,
	'invitation-accepted': m.people_act_invitation_accepted,
	'second-factor-on': m.people_act_second_factor_on,
	'second-factor-off': m.people_act_second_factor_off,
	'recovery-codes-renewed': m.people_act_recovery_codes_renewed,
	'recovery-code-used': m.people_act_recovery_code_used,
	'passkey-added': m.people_act_passkey_added,
	'passkey-removed': m.people_act_passkey_removed,
	'sessions-ended': m.people_act_sessions_ended,
	'address-confirmed': m.people_act_address_confirmed,
	'known-names-changed': m.people_act_known_names_changed,
	'mail-tried-again': m.people_act_mail_tried_again,
	'mail-discarded': m.people_act_mail_discarded,
}

export const AUDIT_ACTS = Object.keys(ACTS) as AuditAct[]

/** Acts of an older or newer version say their own name. */
export function actWords(act: string): string {
	return AUDIT_ACTS.includes(act as AuditAct) ? ACTS[act as AuditAct]() : act
}

const SUBJECTS: Record<AuditSubject, () => string> = {
	account: m.people_subject_account,
	membership: m.people_subject_membership,
	invitation: m.people_subject_invitation,
	municipality: m.people_subject_municipality,
	district: m.people_subject_district,
	role: m.people_subject_role,
	round: m.people_subject_round,
	conversation: m.people_subject_conversation,
	transcript: m.people_subject_transcript,
	speaker: m.people_subject_speaker,
	voice: m.people_subject_voice,
	receipt: m.people_subject_receipt,
	theme: m.people_subject_theme,
	'passage-set': m.people_subject_passage_set,
	'focus-theme': m.people_subject_focus_theme,
	perspective: m.people_subject_perspective,
	quote: m.people_subject_quote,
	edition: m.people_subject_edition,
	answer: m.people_subject_answer,
	initiative: m.people_subject_initiative,
	'consent-text': m.people_subject_consent_text,
	data_request: m.people_subject_data_request,
	retention_rule: m.people_subject_retention_rule,
	installation: m.people_subject_installation,
	passkey: m.people_subject_passkey,
	sealed_original: m.people_subject_original,
	known_name: m.people_subject_known_name,
	outbox_mail: m.people_subject_mail,
}

export function subjectWord(subject: string): string {
	return Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject as AuditSubject]() : subject
}

/** Who is no account: the machinery, a command, whoever holds a receipt. */
const NOBODY: Record<string, () => string> = {
	system: m.people_audit_system,
	command: m.people_audit_command,
	receipt: m.people_audit_receipt,
}

export function actorWord(by: string, name: string | null): string {
	return name ?? NOBODY[by]?.() ?? m.people_audit_gone()
}
