/** What each kind of finding is called. */
import { m } from '#platform/words/words.ts'
import { NAME_KINDS, type NameKind } from './find-names.rules.ts'

const KINDS: Record<NameKind, () => string> = {
	person: m.protecting_name_person,
	place: m.protecting_name_place,
	street: m.protecting_name_street,
	association: m.protecting_name_association,
	firm: m.protecting_name_firm,
	school: m.protecting_name_school,
	office: m.protecting_name_office,
	phone: m.protecting_name_phone,
	mail: m.protecting_name_mail,
	iban: m.protecting_name_iban,
	plate: m.protecting_name_plate,
	date: m.protecting_name_date,
	address: m.protecting_name_address,
	web: m.protecting_name_web,
	number: m.protecting_name_number,
	unique: m.protecting_name_unique,
}

export function kindWord(kind: string): string {
	const known = NAME_KINDS.find((one) => one === kind)
	return known ? KINDS[known]() : kind
}
