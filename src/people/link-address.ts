/** The address of a one-time link. */
export function linkAddress({ baseUrl }: { baseUrl: string }, token: string): string {
	return `${baseUrl}/werkstatt/anmelden/link/${token}`
}
