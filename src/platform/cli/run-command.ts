/** Reads the command line, runs the command it names and turns what happened into an exit code. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Database } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { logBug } from '#platform/log.ts'
import { Problem } from '#platform/problem.ts'
import { readSettings } from '#platform/settings.ts'
import { keepWithdrawalLog } from '#platform/withdrawal-log.ts'
import { isLanguage, m, refusalSentence, type Language } from '#platform/words/words.ts'
import { speaking } from '#platform/words/spoken-language.ts'
import { UsageError, type Command, type CommandContext } from './command.ts'

const GLOBAL_OPTIONS = {
	data: { type: 'string' },
	'database-url': { type: 'string' },
	municipality: { type: 'string' },
	json: { type: 'boolean' },
	lang: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
} satisfies ParseArgsOptionsConfig

/** Exit code: 0 done, 1 refused, 2 wrong usage, 70 a bug. */
export async function runCommand(commands: Command[], args: string[]): Promise<number> {
	// Who reads our lines may stop reading (`gehoert routes | head`): then there is nothing left to say.
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error
		process.exit(0)
	})
	const wanted = args[args.indexOf('--lang') + 1]
	const language: Language = args.includes('--lang') && isLanguage(wanted) ? wanted : 'de'
	return speaking(language, () => runSpoken(commands, args, language))
}

async function runSpoken(commands: Command[], args: string[], language: Language): Promise<number> {
	const command = findCommand(commands, args)
	if (!command) {
		const asked = args.length === 0 || args.includes('--help') || args.includes('-h')
		const list = commands.map(({ name, usage, summary }) => `  gehoert ${name} ${usage}\n      ${summary[language]}`)
		process[asked ? 'stdout' : 'stderr'].write(`${[m.platform_cli_commands(), ...list].join('\n')}\n`)
		return asked ? 0 : 2
	}
	try {
		await runOne(command, args, language)
		return 0
	} catch (error) {
		return explain(error, command)
	} finally {
		endProgress()
	}
}

function findCommand(commands: Command[], args: string[]) {
	const words = args.filter((word, at) => !word.startsWith('-') && !takesValue(args[at - 1]))
	const byLength = commands.toSorted((one, other) => other.name.length - one.name.length)
	return byLength.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name)
}

function takesValue(option: string | undefined) {
	return option !== undefined && ['--data', '--database-url', '--municipality', '--lang'].includes(option)
}

async function runOne(command: Command, args: string[], language: Language) {
	const { values, positionals } = parse(command, args)
	if (values.help) {
		process.stdout.write(`gehoert ${command.name} ${command.usage}\n    ${command.summary[language]}\n`)
		return
	}
	const text = (name: string) => (values as Record<string, string | undefined>)[name]
	const settings = readSettings(process.env, {
		data: text('data'),
		databaseUrl: text('database-url'),
		port: text('port'),
		host: text('host'),
	})
	keepWithdrawalLog(settings)
	let database: Promise<Database> | undefined
	const context: CommandContext = {
		settings,
		words: positionals.slice(command.name.split(' ').length),
		options: values,
		municipality: values.municipality as string | undefined,
		json: values.json === true,
		openDatabase: () => (database ??= openDatabase({ ...settings, holder: command.name })),
		print: (line) => process.stdout.write(`${line}\n`),
		printJson: (answer) => values.json && process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`),
		progress: showProgress,
	}
	try {
		await command.run(context)
	} finally {
		await (await database)?.close()
	}
}

function parse(command: Command, args: string[]) {
	try {
		return parseArgs({ args, allowPositionals: true, options: { ...GLOBAL_OPTIONS, ...command.options } })
	} catch (error) {
		throw new UsageError((error as Error).message)
	}
}

function explain(error: unknown, command: Command): number {
	endProgress()
	if (error instanceof UsageError) {
		process.stderr.write(`${error.message}\ngehoert ${command.name} ${command.usage}\n`)
		return 2
	}
	if (error instanceof Problem) {
		process.stderr.write(`${refusalSentence(error.code, error.facts)}\n`)
		return 1
	}
	logBug('command-failed', error, { command: command.name })
	process.stderr.write(`${m.platform_cli_bug()}\n`)
	return 70
}

let progressShown = false

function showProgress(done: number, of: number, what: string) {
	if (!process.stderr.isTTY) return
	progressShown = true
	process.stderr.write(`\r\u001b[K${what} ${done}/${of}`)
}

function endProgress() {
	if (progressShown) process.stderr.write('\r\u001b[K')
	progressShown = false
}
