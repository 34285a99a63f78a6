/** What an address shows that belongs to no municipality, where several share a host: a place of its own without contents. */
import { LANGUAGES } from '#platform/words/words.ts'
import type { MunicipalityId } from '#platform/database/database.ts'
import type { Municipality } from './request.ts'

/** Under this id there is no row, so whatever asks the database within the lobby finds nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000' as MunicipalityId

export const LOBBY: Municipality = {
	id: NOBODY,
	slug: '',
	name: 'Gehört',
	officialKey: null,
	timeZone: 'Europe/Berlin',
	languages: [...LANGUAGES],
	hosts: [],
	isFictional: false,
	minimumPeople: 10,
	profile: { convener: '', address: [], email: '', responsible: '' },
	createdAt: new Date(0),
}

export function isLobby({ id }: Pick<Municipality, 'id'>): boolean {
	return id === NOBODY
}

/** Path of the page that lists the municipalities; `weg` is the path that was asked for. */
export function lobbyPage(asked: string): string {
	return `/gemeinden?weg=${encodeURIComponent(asked)}`
}
