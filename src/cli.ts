/** Joins the commands of all stages. Decides nothing. */
import type { Command } from '#platform/cli/command.ts'
import { watchParent } from '#platform/parent-watch.ts'
import { runCommand } from '#platform/cli/run-command.ts'
import { importCommand, listeningCommands } from '#listening/commands.ts'
import { protectingCommands } from '#protecting/commands.ts'
import { importPackageFile, publishingCommands } from '#publishing/commands.ts'
import { understandingCommands } from '#understanding/commands.ts'
import './reactions.ts'

const commands: Command[] = [
	...protectingCommands,
	...listeningCommands,
	importCommand([{ endings: ['gehoert'], importFile: importPackageFile }]),
	...understandingCommands,
	...publishingCommands,
]

watchParent()
process.exitCode = await runCommand(commands, process.argv.slice(2))
