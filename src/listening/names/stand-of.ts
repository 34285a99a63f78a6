/** What tells a form whether somebody changed a name in it. Pure. */

/** How a name stood when the form was made: for telling what was changed in it. */
export function standOf(state: string, replacement: string | undefined): string {
	return state === 'replaced' ? `replaced ${replacement?.trim() ?? ''}` : state
}
