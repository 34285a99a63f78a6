/** `routes`: every address this installation answers to, and who may use it. */
import type { Command, CommandContext } from '#platform/cli/command.ts'
import { m } from '#platform/words/words.ts'
import { listRoutes, VISITORS, type ListedRoute, type RouteRights, type Visitor } from './route-rights.rules.ts'

/** `readRights` brings the table of all addresses; it lies to the right of this stage. */
export function routesCommand(readRights: () => Promise<RouteRights>): Command {
	return {
		name: 'routes',
		usage: '[--rights] [--json]',
		summary: {
			de: 'Zählt alle Adressen auf, mit --rights auch, wer sie benutzen darf',
			en: 'Lists every address, with --rights also who may use it',
		},
		options: { rights: { type: 'boolean' } },
		async run(command) {
			show(command, listRoutes(await readRights()))
		},
	}
}

const NAMES: Record<Visitor, () => string> = {
	public: m.people_visitor_public,
	receipt: m.people_visitor_receipt,
	partner: m.people_part_partner,
	moderator: m.people_part_moderator,
	analyst: m.people_part_analyst,
	editor: m.people_part_editor,
	steward: m.people_part_steward,
}

function show({ json, options, print, printJson }: CommandContext, routes: ListedRoute[]) {
	const withRights = options['rights'] === true
	if (json) return printJson(withRights ? routes : routes.map(({ method, path }) => ({ method, path })))
	if (!withRights) return routes.forEach(({ method, path }) => print(`${method.padEnd(6)} ${path}`))
	for (const line of rightsTable(routes)) print(line)
}

/** The matrix as a Markdown table, as it stands in `docs/security.md`. */
export function rightsTable(routes: ListedRoute[]): string[] {
	const words = { yes: m.people_standing_yes(), own: m.people_standing_own(), no: '–' }
	const head = [m.people_rights_address(), ...VISITORS.map((visitor) => NAMES[visitor]())]
	const rows = routes.map(({ method, path, rights }) => [
		`${method} \`${path}\``,
		...VISITORS.map((visitor) => words[rights[visitor]]),
	])
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}
