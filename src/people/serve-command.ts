/** `serve` and `demo`. What they start and fill in comes from `cli.ts`, because it lies to the right of this stage. */
import { setTimeout } from 'node:timers/promises'
import type { Database, MunicipalityId } from '#platform/database/database.ts'
import type { Command, CommandContext } from '#platform/cli/command.ts'
import { noteWebAddress } from '#platform/database/data-lock.ts'
import { untilAskedToStop } from '#platform/parent-watch.ts'
import type { Settings } from '#platform/settings.ts'
import { m } from '#platform/words/words.ts'
import { LINK_HOURS } from './account.rules.ts'
import { loginNotice } from './doctor-command.ts'
import { findMunicipalities } from './find-municipalities.ts'
import { firstSteward } from './first-steward.ts'
import { linkAddress } from './link-address.ts'
import { municipalityAddress } from './municipality-address.ts'
import type { Municipality } from './request.ts'
import type { SignIn } from './sign-in.ts'

export type ServeParts = {
	/** Loads what `startServer` needs, while the database opens in its own thread. */
	warmUp: () => Promise<unknown>
	startServer: (
		database: Database,
		settings: Settings,
	) => Promise<{ address: string; signIn: SignIn; stop: () => Promise<void> }>
	/** Brings a database from a backup to what was withdrawn since. */
	withdrawAgain: (database: Database, municipalities: Municipality[]) => Promise<unknown>
	/** Work in the background: jobs, mails. */
	startWork: (database: Database, settings: Settings) => Promise<{ stop: () => Promise<void> }>
	/** Fills an empty installation with the fictional municipality; the machine learns from it beside the first pages, or at once. */
	loadDemo: (
		database: Database,
		at: Date,
		learns: 'soon' | 'now',
		progress: (done: number, of: number) => void,
	) => Promise<MunicipalityId>
}

export function serveCommands(parts: ServeParts): Command[] {
	return [
		{
			name: 'serve',
			usage: '[--port N] [--host H]',
			summary: {
				de: 'Startet Gehört; beim ersten Mal mit der erfundenen Kommune',
				en: 'Starts Gehört; the first time with the fictional municipality',
			},
			options: { port: { type: 'string' }, host: { type: 'string' } },
			run: (command) => runServer(command, parts),
		},
		{
			name: 'demo',
			usage: '',
			summary: { de: 'Legt die erfundene Kommune an', en: 'Fills in the fictional municipality' },
			async run(command) {
				await fillIn(command, await command.openDatabase(), parts, 'now')
			},
		},
	]
}

/** The first page is not kept waiting by what goes on in the background. */
const FIRST_PAGE_MS = 1500

async function runServer(command: CommandContext, parts: ServeParts) {
	const stopping = untilAskedToStop()
	const [database] = await Promise.all([command.openDatabase(), parts.warmUp()])
	if ((await findMunicipalities(database)).length === 0) {
		command.print(m.people_cli_demo_begins())
		await fillIn(command, database, parts, 'soon')
	}
	await parts.withdrawAgain(database, await findMunicipalities(database))
	const server = await parts.startServer(database, command.settings)
	if (database.engine === 'embedded') noteWebAddress(command.settings.dataFolder, server.address)
	command.print(m.people_cli_address({ address: server.address }))
	const notice = await loginNotice(database)
	if (notice) command.print(notice)
	const all = await findMunicipalities(database)
	for (const municipality of all) {
		const baseUrl = municipalityAddress(server.address, municipality, all.length === 1)
		await printFirstLink(command, database, municipality, { baseUrl, signIn: server.signIn })
	}
	await Promise.race([stopping, setTimeout(FIRST_PAGE_MS, undefined, { ref: false })])
	const work = await parts.startWork(database, command.settings)
	await stopping
	command.print(m.people_cli_stopping())
	await server.stop()
	await work.stop()
}

async function fillIn(
	{ print, progress }: CommandContext,
	database: Database,
	{ loadDemo }: ServeParts,
	learns: 'soon' | 'now',
) {
	await loadDemo(database, new Date(), learns, (done, of) => progress(done, of, m.people_cli_demo_rows()))
	print(m.people_cli_demo_done())
}

async function printFirstLink(
	{ print }: CommandContext,
	database: Database,
	municipality: Municipality,
	{ baseUrl, signIn }: { baseUrl: string; signIn: SignIn },
) {
	const email = await firstSteward(database, municipality, new Date())
	if (email === null) return
	const link = linkAddress({ baseUrl }, await signIn.createLink(email))
	print(m.people_cli_first_link({ name: municipality.name, hours: LINK_HOURS }))
	print(`  ${link}`)
}
