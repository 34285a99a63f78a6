import { Problem } from '#platform/problem.ts'
import { refusingLoader } from '#platform/http/refusals.ts'

/** Every address that no page answers: a 404 within the town's own frame. */
export const loader = refusingLoader(async () => {
	throw new Problem('not-found', 'page-unknown')
})

export default function NotFound() {
	return null
}
