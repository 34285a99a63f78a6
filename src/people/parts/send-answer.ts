import type { FormEvent } from 'react'

/** Asks the passkey, puts its answer into the form's field `answer` and sends the form as a plain one. */
export async function sendAnswer(event: FormEvent<HTMLFormElement>, ask: () => Promise<unknown>) {
	event.preventDefault()
	const form = event.currentTarget
	const answer = await ask()
	const field = form.elements.namedItem('answer') as HTMLInputElement
	field.value = JSON.stringify(answer)
	form.submit()
}
