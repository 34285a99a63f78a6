type Base = { baseUrl: string }

/** The address of a one-time link. */
export function linkAddress({ baseUrl }: Base, token: string): string {
	return `${baseUrl}/werkstatt/anmelden/link/${token}`
}

/** Where an invitation is taken up; `code` as it was drawn. */
export function invitationAddress({ baseUrl }: Base, code: string): string {
	return `${baseUrl}/werkstatt/einladung/${code}`
}

/** Where another house sends people back to after they signed in there. */
export function providerReturnAddress({ baseUrl }: Base): string {
	return `${baseUrl}/werkstatt/anmelden/anbieter/antwort`
}
