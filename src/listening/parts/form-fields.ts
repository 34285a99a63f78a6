/** What a form holds under a name: text without blanks at its ends, or nothing. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name)
	return typeof value === 'string' ? value.trim() : ''
}
