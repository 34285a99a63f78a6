/** Where the passages behind a number can be read. */
import type { MatrixColumns } from './find-matrix.ts'

export type CellPlace = { by: MatrixColumns; round?: string; isRolledUp?: boolean }

export function cellAddress({ by, round = '', isRolledUp = false }: CellPlace, theme: string, key?: string): string {
	return passagesAddress({
		thema: theme,
		unter: isRolledUp ? '1' : '',
		spalten: key === undefined ? '' : by,
		wert: key,
		runde: round,
	})
}

export type PassagesAddress = {
	/** Without one: of every theme. */
	thema?: string | undefined
	/** `1`: with its sub-themes. */
	unter?: string
	spalten?: string
	wert?: string | undefined
	runde?: string
	haltung?: string
	bereich?: string
	/** Lowest intensity. */
	gewicht?: string
	gespraech?: string
	/** Only what names a number, a day or a place (`konkret`), or calls for those above (`oben`). */
	genannt?: string
	/** A second theme, and how near: passage, voice, conversation or person. */
	mit?: string
	in?: string
}

/** Of one column of the matrix, whatever the theme; without a key of all of them. */
export function columnAddress({ by, round = '' }: CellPlace, key?: string): string {
	return passagesAddress({ spalten: key === undefined ? '' : by, wert: key, runde: round })
}

/** Empty parts are left out, but for an empty `wert`: it is the column "not known". */
export function passagesAddress(parts: PassagesAddress): string {
	const kept = Object.entries(parts).filter(
		([name, value]) => value !== undefined && (value !== '' || (name === 'wert' && parts.spalten)),
	)
	return `/werkstatt/stellen?${new URLSearchParams(kept as [string, string][])}`
}
