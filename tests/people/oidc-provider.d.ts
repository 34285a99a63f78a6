/** As much of the OpenID provider as our tests use; the package brings no types of its own. */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http'

	type Account = { accountId: string; claims: () => Record<string, unknown> }
	type Configuration = {
		clients: { client_id: string; client_secret: string; redirect_uris: string[] }[]
		claims: Record<string, string[]>
		features: Record<string, { enabled: boolean }>
		interactions: { url: (context: unknown, interaction: { uid: string }) => string }
		pkce: { required: () => boolean }
		cookies: { keys: string[] }
		findAccount: (context: unknown, id: string) => Account
	}

	export class Provider {
		constructor(issuer: string, configuration: Configuration)
		Grant: new (about: { accountId: string; clientId: string }) => {
			addOIDCScope: (scope: string) => void
			save: () => Promise<string>
		}
		callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
		interactionDetails(
			request: IncomingMessage,
			response: ServerResponse,
		): Promise<{ prompt: { name: string }; params: Record<string, unknown> }>
		interactionFinished(
			request: IncomingMessage,
			response: ServerResponse,
			result: Record<string, unknown>,
			options: { mergeWithLastSubmission: boolean },
		): Promise<void>
	}
}
