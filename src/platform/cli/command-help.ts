/** What the command line says about itself: all commands, one command, or what might have been meant. */
import { m, type Language } from '#platform/words/words.ts'
import type { Command } from './command.ts'

/** Every command with its usage and one sentence, then the options all of them take. */
export function listCommands(commands: readonly Command[], language: Language): string {
	return [m.platform_cli_commands(), ...commands.map((command) => entry(command, language)), everywhere()].join('\n')
}

export function explainCommand(command: Command, language: Language): string {
	return [m.platform_cli_usage(), entry(command, language), everywhere()].join('\n')
}

/** Commands of two words that begin with this one, as `audit verify` with `audit`. */
export function commandsUnder(commands: readonly Command[], word: string | undefined): Command[] {
	return commands.filter(({ name }) => name.split(' ').length > 1 && name.split(' ')[0] === word)
}

/** Names the word nobody knows, and the command it resembles, if there is one. */
export function unknownCommand(commands: readonly Command[], word: string): string {
	const near = commands
		.map(({ name }) => ({ name, steps: stepsBetween(word, name.split(' ')[0]!) }))
		.filter(({ steps }) => steps <= 2)
		.toSorted((one, other) => one.steps - other.steps)[0]
	return near
		? m.platform_cli_unknown_near({ word: word.slice(0, 60), near: near.name })
		: m.platform_cli_unknown({ word: word.slice(0, 60) })
}

function entry({ name, usage, summary }: Command, language: Language): string {
	return `  ${`gehoert ${name} ${usage}`.trimEnd()}\n      ${summary[language]}`
}

function everywhere(): string {
	return `${m.platform_cli_everywhere()}\n  --data FOLDER  --database-url URL  --municipality SLUG  --lang de|en  --json  --help`
}

/** How many letters have to be added, left out, changed or swapped with their neighbour. */
function stepsBetween(one: string, other: string): number {
	const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)]
	for (let at = 1; at <= one.length; at++) {
		const row = [at]
		for (let to = 1; to <= other.length; to++) {
			const changed = rows[at - 1]![to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1)
			const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
			const least = Math.min(rows[at - 1]![to]! + 1, row[to - 1]! + 1, changed)
			row.push(swapped ? Math.min(least, rows[at - 2]![to - 2]! + 1) : least)
		}
		rows.push(row)
	}
	return rows[one.length]![other.length]!
}
