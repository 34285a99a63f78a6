/** `routes`: every address this installation answers to, and who may use it. */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command, CommandContext } from '#platform/cli/command.ts'
import { rightsOfApi, rightsOfPage, type RouteRights, type Visitor } from './declared-rights.rules.ts'
import { PARTS } from './rights.ts'

const SOURCES = join(import.meta.dirname, '..')

/** A page as the table of contents lists it. */
type PageEntry = { path?: string; file: string; children?: PageEntry[] }

/** `readPages` brings the table of contents of the pages; it lies to the right of this stage. */
export function routesCommand(readPages: () => Promise<readonly PageEntry[]>): Command {
	return {
		name: 'routes',
		usage: '[--rights] [--json]',
		summary: {
			de: 'Zählt alle Adressen auf, mit --rights auch, wer sie benutzen darf',
			en: 'Lists every address, with --rights also who may use it',
		},
		options: { rights: { type: 'boolean' } },
		async run(command) {
			const pages = (await readPages()).flatMap((entry) => entriesOf(entry, ''))
			const api = globSync('*/api.ts', { cwd: SOURCES })
				.toSorted()
				.flatMap((file) => rightsOfApi(read(file)))
			show(command, [...HEALTH, ...pages, ...api])
		},
	}
}

/** Answered by `server.ts` itself. */
const HEALTH: RouteRights[] = rightsOfApi(`app.get('/health', `)

function entriesOf({ path = '', file, children = [] }: PageEntry, above: string): RouteRights[] {
	const full = `${above}/${path}`.replace(/\/+/g, '/').replace(/\/$/, '') || '/'
	return [...rightsOfPage(full, read(file)), ...children.flatMap((child) => entriesOf(child, full))]
}

function read(file: string): string {
	return readFileSync(resolve(SOURCES, file), 'utf8')
}

const VISITORS: readonly Visitor[] = ['public', ...PARTS]

function show({ json, options, print, printJson }: CommandContext, routes: RouteRights[]) {
	const withRights = options['rights'] === true
	if (json) return printJson(withRights ? routes : routes.map(({ method, path }) => ({ method, path })))
	for (const { method, path, rights } of routes) {
		const who = withRights ? `  ${VISITORS.filter((visitor) => rights[visitor] === 'yes').join(' ')}` : ''
		print(`${method.padEnd(6)} ${path}${who}`)
	}
}
