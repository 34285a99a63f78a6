/** What the surroundings may set, read and checked once at start. `docs/running.md` lists the same names; a test compares them. */
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { SAY_WHAT_IS_WRONG } from './words/say-what-is-wrong.ts'
import { Problem } from './problem.ts'

const Settings = z.object({
	/** Folder of everything this installation keeps. */
	GEHOERT_DATA: z.string().min(1).default('./data'),
	/** `postgres://…`; without it the embedded database in the data folder is used. */
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, 'postgres://user:password@host/name')
		.optional(),
	/** Who owns the tables; used only to change the schema. Then the login of `DATABASE_URL` needs to own nothing. */
	DATABASE_OWNER_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, 'postgres://user:password@host/name')
		.optional(),
	/** Addresses or networks of proxies that are believed when they say for whom they ask; this machine always is. */
	TRUST_PROXY: z
		.string()
		.transform((text) => text.split(',').map((part) => part.trim()))
		.pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
		.optional(),
	PORT: z
		.stringFormat('port', (given) => /^\d+$/.test(given) && Number(given) <= 65_535, '3000')
		.transform(Number)
		.default(3000),
	HOST: z.string().min(1).default('localhost'),
	/** The address people type; links in mails and receipts begin with it. */
	BASE_URL: z.url({ protocol: /^https?$/, error: 'https://host' }).optional(),
	/** `smtp://…` or `smtps://…`; without it mails wait in the outbox, which the team can read. */
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\//, 'smtps://user:password@host')
		.optional(),
	/** Sender of mails. */
	MAIL_FROM: z.string().min(3).optional(),
	/** File with the peppers and keys; keep it out of the database's backups. Default: `secrets.json` in the data folder. */
	SECRETS_FILE: z.string().min(1).optional(),
	/** File that remembers what was withdrawn, so that a restored backup withdraws it again. Default: `withdrawals.log` beside the secrets file. */
	WITHDRAWALS_FILE: z.string().min(1).optional(),
	/** Another house that vouches for members (OpenID Connect); `https`, or this machine itself. */
	OIDC_ISSUER: z
		.url()
		.regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/, 'https://host/path')
		.optional(),
	OIDC_CLIENT_ID: z.string().min(1).optional(),
	OIDC_CLIENT_SECRET: z.string().min(1).optional(),
	/** As it stands on the button of the sign-in page. */
	OIDC_NAME: z.string().min(1).max(60).optional(),
	/** Server with a language model that asks for a key; the key goes to this address and to no other. */
	LANGUAGE_MODEL_ADDRESS: z.url({ protocol: /^https?$/, error: 'https://host/path' }).optional(),
	LANGUAGE_MODEL_KEY: z
		.string()
		.regex(/^[\x21-\x7e]{1,500}$/, 'sk-1a2b3c')
		.optional(),
})

export const SETTING_NAMES = Object.keys(Settings.shape)

/** Where members may also sign in; accounts are made here only. */
export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string; name: string }

/** The key for a language model, and the one server it is for. */
export type ModelKey = { origin: string; key: string }

export type Settings = {
	dataFolder: string
	databaseUrl?: string | undefined
	databaseOwnerUrl?: string | undefined
	port: number
	host: string
	baseUrl: string
	smtpUrl?: string | undefined
	mailFrom?: string | undefined
	secretsFile: string
	withdrawalsFile: string
	trustedProxies: readonly string[]
	provider?: ProviderSettings | undefined
	modelKey?: ModelKey | undefined
}

/**
 * Reads the settings; `options` of the command line win over the environment.
 *
 * @throws {Problem} `setting-shape` with an example, `setting-missing` without its other half, `setting-invalid` with what is wrong
 */
export function readSettings(
	environment: NodeJS.ProcessEnv,
	options: Partial<Record<'data' | 'databaseUrl' | 'port' | 'host', string | undefined>> = {},
): Settings {
	const given = {
		...environment,
		...(options.data && { GEHOERT_DATA: options.data }),
		...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
		...(options.port && { PORT: options.port }),
		...(options.host && { HOST: options.host }),
	}
	const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
	const read = Settings.safeParse(filled, SAY_WHAT_IS_WRONG)
	if (!read.success) {
		const [issue] = read.error.issues
		const name = String(issue?.path[0])
		if (issue?.code === 'invalid_format')
			throw new Problem('invalid', 'setting-shape', { name, example: issue.message })
		throw new Problem('invalid', 'setting-invalid', { name, why: issue?.message ?? '' })
	}
	const { GEHOERT_DATA, DATABASE_URL, DATABASE_OWNER_URL, PORT, HOST, BASE_URL, SMTP_URL, MAIL_FROM, ...others } =
		read.data
	const dataFolder = resolve(GEHOERT_DATA)
	const secretsFile = resolve(others.SECRETS_FILE ?? join(dataFolder, 'secrets.json'))
	return {
		dataFolder,
		databaseUrl: DATABASE_URL,
		databaseOwnerUrl: DATABASE_OWNER_URL,
		port: PORT,
		host: HOST,
		baseUrl: (BASE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, ''),
		smtpUrl: SMTP_URL,
		mailFrom: MAIL_FROM,
		secretsFile,
		provider: readProvider(read.data),
		modelKey: readModelKey(read.data),
		withdrawalsFile: resolve(others.WITHDRAWALS_FILE ?? join(dirname(secretsFile), 'withdrawals.log')),
		trustedProxies: others.TRUST_PROXY ?? [],
	}
}

/** Both or neither: a key without its server would be sent to whatever address somebody enters. */
function readModelKey(given: z.infer<typeof Settings>): ModelKey | undefined {
	const { LANGUAGE_MODEL_ADDRESS: address, LANGUAGE_MODEL_KEY: key } = given
	if (address === undefined && key === undefined) return undefined
	if (address === undefined || key === undefined) {
		const name = key === undefined ? 'LANGUAGE_MODEL_KEY' : 'LANGUAGE_MODEL_ADDRESS'
		throw new Problem('invalid', 'setting-missing', { name })
	}
	return { origin: new URL(address).origin, key }
}

/** All three or none: half a provider is a mistake. */
function readProvider(given: z.infer<typeof Settings>): ProviderSettings | undefined {
	const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = given
	const needed = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }
	const missing = Object.entries(needed).find(([, value]) => value === undefined)
	if (Object.values(needed).every((value) => value === undefined)) return undefined
	if (missing) throw new Problem('invalid', 'setting-missing', { name: missing[0] })
	const issuer = OIDC_ISSUER!
	return {
		issuer,
		clientId: OIDC_CLIENT_ID!,
		clientSecret: OIDC_CLIENT_SECRET!,
		name: OIDC_NAME ?? new URL(issuer).hostname,
	}
}
