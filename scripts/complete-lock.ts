/**
 * Completes package-lock.json after `npm install`: where a registry lacks the build of a package for some other system,
 * npm leaves it out of the lock file, and `npm ci` then refuses the whole lock file. Adds such builds with their version,
 * system and processor, as their names tell them. Run by `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Locked = {
	version?: string
	cpu?: string[]
	dev?: boolean
	libc?: string[]
	license?: string
	optional?: boolean
	os?: string[]
	optionalDependencies?: Record<string, string>
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']

/** Names of the optional packages that the lock file knows no version of, as `package -> optional package`. */
export function missingBuilds(packages: Record<string, Locked>): { parent: string; name: string; version: string }[] {
	return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
		Object.entries(optionalDependencies)
			.filter(([name]) => !packages[`${parent}/node_modules/${name}`] && !packages[`node_modules/${name}`])
			.map(([name, version]) => ({ parent, name, version })),
	)
}

export function completeLock(packages: Record<string, Locked>): Record<string, Locked> {
	const added = missingBuilds(packages).map(({ parent, name, version }): [string, Locked] => {
		if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${parent} wants ${name} in no exact version: ${version}`)
		return [`node_modules/${name}`, buildEntry(name, version, packages[parent]?.dev)]
	})
	const [root, ...others] = Object.entries({ ...packages, ...Object.fromEntries(added) })
	return Object.fromEntries([root!, ...others.toSorted(([one], [other]) => one.localeCompare(other, 'en'))])
}

function buildEntry(name: string, version: string, dev: boolean | undefined): Locked {
	const words = name.split(/[-/]/)
	const processor = PROCESSORS.find((known) => words.includes(known))
	const system = SYSTEMS.find((known) => words.includes(known))
	if (!processor || !system) throw new Error(`${name} does not name its system`)
	const libc = system === 'linux' ? words.find((word) => word === 'musl' || word === 'gnu') : undefined
	return {
		version,
		cpu: [processor],
		...(dev ? { dev } : {}),
		...(libc ? { libc: [libc === 'gnu' ? 'glibc' : 'musl'] } : {}),
		optional: true,
		os: [system],
	}
}

if (import.meta.main) {
	const path = join(import.meta.dirname, '../package-lock.json')
	const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Locked> }
	const missing = missingBuilds(lock.packages)
	lock.packages = completeLock(lock.packages)
	writeFileSync(path, `${JSON.stringify(lock, null, '\t')}\n`)
	process.stdout.write(`${missing.length} builds for other systems added to package-lock.json\n`)
}
