import { m } from '#platform/words/words.ts'
import type { KnownKind } from './known-names.rules.ts'

const WORDS: Record<KnownKind, () => string> = {
	street: m.people_names_kind_street,
	village: m.people_names_kind_village,
	association: m.people_names_kind_association,
	firm: m.people_names_kind_firm,
	school: m.people_names_kind_school,
	'office-holder': m.people_names_kind_office_holder,
	surname: m.people_names_kind_surname,
}

export function knownKindWord(kind: KnownKind): string {
	return WORDS[kind]()
}
