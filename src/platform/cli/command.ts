/** What a command of `bin/gehoert` is. Stages list theirs in `commands.ts`; `src/cli.ts` joins them. */
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Database } from '#platform/database/database.ts'
import type { Settings } from '#platform/settings.ts'

export type Command = {
	/** One or two words: `import`, `round create`. */
	name: string
	/** The rest of the usage line: `FILE… --round SLUG`. */
	usage: string
	/** One sentence per language for the list of commands. */
	summary: { de: string; en: string }
	options?: ParseArgsOptionsConfig
	/** Exit code 0 unless it throws: a `Problem` is a refusal (1), a `UsageError` wrong words (2). */
	run: (command: CommandContext) => Promise<void>
}

export type CommandContext = {
	settings: Settings
	/** What follows the command's name. */
	words: string[]
	options: Record<string, string | boolean | (string | boolean)[] | undefined>
	/** Slug of `--municipality`, if given. */
	municipality: string | undefined
	/** Whether `--json` was given. */
	json: boolean
	/** Opens the database once; it is closed when the command ends. */
	openDatabase: () => Promise<Database>
	/** Writes a line to standard output. */
	print: (line: string) => void
	/** Writes the machine-readable answer, if `--json` was given. */
	printJson: (answer: unknown) => void
	/** Shows how far long work is, on a terminal only. */
	progress: (done: number, of: number, what: string) => void
}

/** The words of the command line are wrong: exit code 2, with the usage line. */
export class UsageError extends Error {
	/** The part of the usage line that is missing or wrong, as it stands there: `--round SLUG`. */
	readonly what: string
	/** A sentence about it, where the part alone does not say enough. */
	readonly why: string | undefined

	constructor(what: string, why?: string) {
		super(what)
		this.what = what
		this.why = why
	}
}
