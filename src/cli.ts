/** Joins the commands of all stages. Decides nothing. */
import type { Command } from '#platform/cli/command.ts'
import { watchParent } from '#platform/parent-watch.ts'
import { runCommand } from '#platform/cli/run-command.ts'
import { importCommand, listeningCommands } from '#listening/commands.ts'
import { receiptCommands } from '#listening/receipt-commands.ts'
import { peopleCommands } from '#people/commands.ts'
import { routesCommand } from '#people/routes-command.ts'
import { serveCommands } from '#people/serve-command.ts'
import { protectingCommands } from '#protecting/commands.ts'
import { backupCommands } from '#publishing/backup/backup-commands.ts'
import { importPackageFile, publishingCommands } from '#publishing/commands.ts'
import { exchangeImporter } from '#understanding/exchanging/commands.ts'
import { understandingCommands } from '#understanding/commands.ts'
import './reactions.ts'

const commands: Command[] = [
	...serveCommands({
		// Server and demo are loaded when they are needed: other commands start faster without them.
		warmUp: () => import('./server.ts'),
		startServer: async (database, settings) => (await import('./server.ts')).startServer(database, settings),
		withdrawAgain: async (database, municipalities) =>
			(await import('#publishing/withdraw-again.ts')).withdrawAgain(database, municipalities, new Date()),
		startWork: async (database, settings) => (await import('./work.ts')).startWork(database, settings),
		loadDemo: async (...wanted) => (await import('../demo/load-demo.ts')).loadDemo(...wanted),
	}),
	...peopleCommands,
	routesCommand(async () => (await import('./route-rights.ts')).ROUTE_RIGHTS),
	...protectingCommands,
	...listeningCommands,
	...receiptCommands,
	importCommand([{ endings: ['gehoert'], importFile: importPackageFile }, exchangeImporter]),
	...understandingCommands,
	...publishingCommands,
	...backupCommands,
]

watchParent()
process.exitCode = await runCommand(commands, process.argv.slice(2))
