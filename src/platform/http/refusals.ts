/** Turns a `Problem` into what the page shows: an error page when reading, the same form with a sentence when writing. */
import { data } from 'react-router'
import { Problem, type ProblemFacts } from '#platform/problem.ts'
import { refusalSentence } from '#platform/words/words.ts'

/** What a form page shows above its fields; `values` is what had been entered, so that nothing is lost. */
export type Refusal = { code: string; facts: ProblemFacts; sentence: string }
export type RefusedForm = {
	refusal: Refusal
	values: Record<string, string>
	/** What was entered under one name more than once: ticks of a list. */
	lists?: Record<string, string[]>
}

/** For loaders, and for actions that answer with a file: a refusal becomes the error page with its status and sentence. */
export function refusingLoader<Args, Result>(load: (args: Args) => Promise<Result>): (args: Args) => Promise<Result> {
	return async (args) => {
		try {
			return await load(args)
		} catch (error) {
			if (error instanceof Problem) throw data(toRefusal(error), { status: error.status })
			throw error
		}
	}
}

/** For actions: a refusal goes back to the form, with everything that was entered. */
export function refusingAction<Args extends { request: Request }, Result>(
	act: (args: Args, form: FormData) => Promise<Result>,
) {
	return async (args: Args) => {
		let form = new FormData()
		try {
			form = await enteredForm(args.request)
			return await act(args, form)
		} catch (error) {
			if (!(error instanceof Problem)) throw error
			const refused = { refusal: toRefusal(error), values: enteredText(form), lists: repeatedText(form) }
			return data<RefusedForm>(refused, { status: error.status })
		}
	}
}

/** Whoever posts nothing at all has left every field empty; what is no form, or half of one, is refused. */
export async function enteredForm(request: Request): Promise<FormData> {
	if (!request.headers.has('content-type')) return new FormData()
	try {
		return await request.formData()
	} catch (error) {
		if (error instanceof TypeError) throw new Problem('invalid', 'form-unreadable')
		throw error
	}
}

export function toRefusal(problem: Problem): Refusal {
	return { code: problem.code, facts: problem.facts, sentence: refusalSentence(problem.code, problem.facts) }
}

function enteredText(form: FormData): Record<string, string> {
	return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

function repeatedText(form: FormData): Record<string, string[]> {
	const texts = [...new Set(form.keys())].map((name) => [
		name,
		form.getAll(name).filter((one) => typeof one === 'string'),
	])
	return Object.fromEntries(texts.filter(([, given]) => given!.length > 1)) as Record<string, string[]>
}
