/** Commands that begin a municipality and take people into its team. */
import { readFileSync } from 'node:fs'
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { findHolder } from '#platform/database/data-lock.ts'
import { methodFile, methodJsonSchema, parseMethod } from '#method/method-file.ts'
import { openSecrets } from '#platform/secrets.ts'
import { isLanguage, language, m, type Language } from '#platform/words/words.ts'
import { LINK_HOURS } from './account.rules.ts'
import { addMember } from './add-member.ts'
import { changeAddresses } from './change-addresses.ts'
import { chooseMunicipality } from './chosen-municipality.ts'
import { auditCommand } from './audit-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { createMunicipality, type NewDistrict } from './create-municipality.ts'
import { linkAddress } from './link-address.ts'
import { findMunicipalityAddress } from './municipality-address.ts'
import { PARTS, parsePart } from './rights.ts'

export const peopleCommands: Command[] = [
	auditCommand,
	doctorCommand,
	{
		name: 'init',
		usage: '--name NAME --districts A,B,C [--slug SLUG] [--hosts A,B] [--languages de,en] [--method FILE.json]',
		summary: {
			de: 'Legt eine leere Kommune an; Einwohner gehen gleich mit: --districts Mitte:5650,Oberdorf:1140',
			en: 'Starts an empty municipality; inhabitants may go along: --districts Mitte:5650,Oberdorf:1140',
		},
		options: {
			name: { type: 'string' },
			districts: { type: 'string' },
			slug: { type: 'string' },
			hosts: { type: 'string' },
			languages: { type: 'string' },
			method: { type: 'string' },
		},
		run: initMunicipality,
	},
	{
		name: 'municipality set',
		usage: '[--hosts A,B] [--languages de,en]',
		summary: {
			de: 'Ändert, unter welchen Hostnamen eine Kommune antwortet (--hosts "" für keinen) und was ihre Seiten sprechen',
			en: 'Changes at which hosts a municipality answers (--hosts "" for none) and what its pages speak',
		},
		options: { hosts: { type: 'string' }, languages: { type: 'string' } },
		run: setAddresses,
	},
	{
		name: 'method export',
		usage: '[--schema]',
		summary: {
			de: 'Gibt die mitgelieferte Methode als Datei aus, zum Ändern für init --method',
			en: 'Prints the shipped method as a file, to be changed for init --method',
		},
		options: { schema: { type: 'boolean' } },
		run: async ({ options, print }) =>
			print(options['schema'] ? JSON.stringify(methodJsonSchema(), null, '\t') : methodFile(language()).trimEnd()),
	},
	{
		name: 'user add',
		usage: `--email ADDRESS --name NAME --part ${PARTS.join('|')}`,
		summary: {
			de: 'Nimmt jemanden ins Team auf und zeigt den Link zum Anmelden',
			en: 'Takes somebody into the team and shows the link to sign in',
		},
		options: { email: { type: 'string' }, name: { type: 'string' }, part: { type: 'string' } },
		run: addUser,
	},
]

async function initMunicipality(command: CommandContext) {
	const [name, places] = [textOption(command, 'name'), textOption(command, 'districts')]
	const slug = command.options['slug'] as string | undefined
	const languages = listOption(command, 'languages')
	// A town whose pages speak English first does not begin with a German codebook.
	const spoken = languages?.find(isLanguage) ?? language()
	const database = await command.openDatabase()
	const town = await createMunicipality(database, {
		name,
		slug,
		hosts: listOption(command, 'hosts'),
		languages,
		method: readMethod(command, spoken),
		districts: places.split(',').map(readDistrict),
		language: spoken,
		at: new Date(),
	})
	if (command.json) command.printJson({ slug: town.slug, name: town.name })
	else command.print(m.people_cli_created({ name: town.name, slug: town.slug }))
}

async function setAddresses(command: CommandContext) {
	const [hosts, languages] = [listOption(command, 'hosts'), listOption(command, 'languages')]
	const database = await command.openDatabase()
	const { id } = await chooseMunicipality(database, command.municipality)
	await changeAddresses(database, { municipalityId: id, hosts, languages, by: 'command', at: new Date() })
	const town = await chooseMunicipality(database, command.municipality)
	if (command.json) return command.printJson({ slug: town.slug, hosts: town.hosts, languages: town.languages })
	const address = await findMunicipalityAddress(database, command.settings.baseUrl, town)
	command.print(m.people_cli_addresses_set({ name: town.name, address, languages: town.languages.join(', ') }))
}

/** `Oberdorf` or `Oberdorf:1140`. */
function readDistrict(text: string): NewDistrict {
	const [, name, count] = /^(.*?)(?::(\d+))?$/.exec(text.trim())!
	return { name: name ?? '', ...(count && { population: Number(count) }) }
}

async function addUser(command: CommandContext) {
	const wanted = {
		email: textOption(command, 'email'),
		name: textOption(command, 'name'),
		part: parsePart(textOption(command, 'part')),
	}
	const { settings } = command
	const database = await command.openDatabase()
	const municipality = await chooseMunicipality(database, command.municipality)
	const { id } = municipality
	const added = await addMember(database, { ...wanted, municipalityId: id, by: 'command', at: new Date() })
	// Whoever may use this command runs the server, and may hand out links for every account.
	// Loaded only now: signing in is large, and other commands start faster without it.
	const { createSignIn } = await import('./sign-in.ts')
	const signIn = createSignIn(database, {
		baseUrl: settings.baseUrl,
		sessionKey: openSecrets(settings.secretsFile).sessionKey,
	})
	// Beside a server on the same folder the link leads to that server, whatever its port.
	const beside = database.engine === 'embedded' ? findHolder(settings.dataFolder)?.web : undefined
	const baseUrl = await findMunicipalityAddress(database, beside ?? settings.baseUrl, municipality)
	const link = linkAddress({ baseUrl }, await signIn.createLink(added.email))
	if (command.json) return command.printJson({ account: added.accountId, email: added.email, link })
	command.print(m.people_cli_user_added({ name: wanted.name, hours: LINK_HOURS }))
	command.print(`  ${link}`)
}

/** The file is read before the database is opened, so that a mistake in it leaves nothing behind. */
function readMethod({ options }: CommandContext, spoken: Language) {
	const path = options['method']
	return typeof path === 'string' ? parseMethod(readFileSync(path, 'utf8'), spoken) : undefined
}

function listOption({ options }: CommandContext, name: string): string[] | undefined {
	const value = options[name]
	if (typeof value !== 'string') return undefined
	return value
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '')
}

/** @throws {UsageError} */
function textOption({ options }: CommandContext, name: string): string {
	const value = options[name]
	if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name}`)
	return value
}
