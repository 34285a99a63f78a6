/** Reads what a form has sent. */

/** A text field; empty when it was not sent. */
export function text(form: FormData, name: string): string {
	const value = form.get(name)
	return typeof value === 'string' ? value : ''
}

/** Ids of ticked boxes named `prefix-ID`. */
export function ticked(form: FormData, prefix: string): string[] {
	return [...form.keys()].filter((name) => name.startsWith(`${prefix}-`)).map((name) => name.slice(prefix.length + 1))
}

/** How many numbered rows `prefix-0-…`, `prefix-1-…` the form holds. */
export function rowsOf(form: FormData, prefix: string): number[] {
	const pattern = new RegExp(`^${prefix}-(\\d{1,3})-`)
	const numbers = [...form.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? [])
	return [...new Set(numbers.map(Number))].toSorted((one, other) => one - other)
}
