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
import { commandsUnder, explainCommand, listCommands, unknownCommand } from './command-help.ts'
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
	const wanted = args.includes('--lang') ? args[args.indexOf('--lang') + 1] : 'de'
	const language: Language = isLanguage(wanted) ? wanted : 'de'
	if (!isLanguage(wanted)) return speaking(language, () => say(m.platform_cli_wrong_use({ what: '--lang de|en' }), 2))
	return speaking(language, () => runSpoken(commands, args, language))
}

async function runSpoken(commands: Command[], args: string[], language: Language): Promise<number> {
	const [first, ...more] = args.filter((word, at) => !word.startsWith('-') && !takesValue(args[at - 1]))
	const isHelp = first === 'help'
	const words = isHelp ? more : first === undefined ? [] : [first, ...more]
	const command = findCommand(commands, words)
	const asked = isHelp || words.length === 0 || args.includes('--help') || args.includes('-h')
	if (command && isHelp) return say(explainCommand(command, language), 0)
	if (!command) return explainMissing(commands, { word: words[0], language, asked })
	try {
		await runOne(command, args, language)
		return 0
	} catch (error) {
		return explain(error, command)
	} finally {
		endProgress()
	}
}

type Missing = { word: string | undefined; language: Language; asked: boolean }

/** No command: everything there is, what belongs to the first word, or that nobody knows it. */
function explainMissing(commands: Command[], { word, language, asked }: Missing): number {
	if (word === undefined) return say(listCommands(commands, language), 0)
	const under = commandsUnder(commands, word)
	if (under.length > 0) return say(listCommands(under, language), asked ? 0 : 2)
	return say(unknownCommand(commands, word), 2)
}

function say(text: string, exitCode: number): number {
	process[exitCode === 0 ? 'stdout' : 'stderr'].write(`${text}\n`)
	return exitCode
}

function findCommand(commands: Command[], words: string[]) {
	const byLength = commands.toSorted((one, other) => other.name.length - one.name.length)
	return byLength.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name)
}

function takesValue(option: string | undefined) {
	return option !== undefined && ['--data', '--database-url', '--municipality', '--lang'].includes(option)
}

async function runOne(command: Command, args: string[], language: Language) {
	const { values, positionals } = parse(command, args)
	if (values.help) {
		say(explainCommand(command, language), 0)
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
		throw new UsageError(...wrongOption(error as NodeJS.ErrnoException))
	}
}

/** What Node found wrong with an option, in the words of this house. */
function wrongOption({ code, message }: NodeJS.ErrnoException): [what: string, why?: string] {
	const option = /'(-[^' ]*)/.exec(message)?.[1]?.slice(0, 60) ?? ''
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return [option, m.platform_cli_option_unknown({ option })]
	if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
		return [option, m.platform_cli_option_value({ option: /--[\w-]+/.exec(message)?.[0] ?? option })]
	}
	return [message]
}

function explain(error: unknown, command: Command): number {
	endProgress()
	if (error instanceof UsageError) {
		const why = error.why ?? m.platform_cli_wrong_use({ what: error.what })
		return say(`${why}\n${m.platform_cli_usage()}\n  gehoert ${command.name} ${command.usage}`, 2)
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
