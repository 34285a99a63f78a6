/** What the tests need of the machine besides Node, and how it comes there on Debian and Ubuntu. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** Folder with the programs of the newest PostgreSQL on this machine. */
export function findPostgres(): string | undefined {
	const debian = '/usr/lib/postgresql'
	const versions = existsSync(debian) ? readdirSync(debian).toSorted((one, other) => Number(other) - Number(one)) : []
	const folders = [
		...versions.map((version) => join(debian, version, 'bin')),
		...['/opt/homebrew/opt/postgresql/bin', '/usr/local/opt/postgresql/bin'],
		...(process.env['PATH'] ?? '').split(delimiter),
	]
	return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** Installs Debian packages when this is root on Debian; else says what a person has to install. */
export function installWithApt(packages: string[]) {
	const isRoot = process.getuid?.() === 0
	if (!isRoot || !findProgram('apt-get')) {
		process.stderr.write(
			`The tests need ${packages.join(' and ')}. Please install: apt-get install ${packages.join(' ')}\n`,
		)
		process.exit(2)
	}
	process.stdout.write(`Installing ${packages.join(' and ')} …\n`)
	apt(['update'])
	apt(['install', '--yes', '--no-install-recommends', ...packages])
}

function apt(args: string[]) {
	const { status, stderr } = spawnSync('apt-get', args, {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		stdio: ['ignore', 'ignore', 'pipe'],
		encoding: 'utf8',
	})
	if (status === 0) return
	process.stderr.write(`apt-get ${args.join(' ')} did not work:\n${stderr}\n`)
	process.exit(2)
}

export function findProgram(name: string): string | undefined {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), dirname(process.execPath)]
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
