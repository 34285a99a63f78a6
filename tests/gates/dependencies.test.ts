/** What we take from others: safe versions, few packages, licences that allow it, nothing that runs while installing. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { missingBuilds } from '../../scripts/complete-lock.ts'

type Locked = { version?: string; license?: string; hasInstallScript?: boolean; optional?: boolean }
type Floors = {
	node: { floor: string }
	packages: Record<string, { floor: string; why: string }>
	forbidden: Record<string, string>
	knownInstallScripts: Record<string, string>
	licences: string[]
	licencesReadByHand: Record<string, string>
}
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>

const floors = read<Floors>('security/floors.json')
const manifest = read<Manifest>('package.json')
const lock = read<{ packages: Record<string, Locked> }>('package-lock.json').packages
const locked = Object.entries(lock)
	.filter(([path]) => path !== '')
	.map(([path, entry]) => ({ ...entry, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }))

test('no package is older than its floor in security/floors.json', () => {
	const low = locked.filter(({ name, version }) => {
		const floor = floors.packages[name]?.floor
		return floor !== undefined && isOlder(version ?? '0', floor)
	})
	assert.deepEqual(
		low.map(({ path, version }) => `${path} ${version}`),
		[],
	)
})

test('forbidden packages are not here, not even through others', () => {
	assert.deepEqual(
		locked.filter(({ name }) => name in floors.forbidden).map(({ path }) => path),
		[],
	)
})

test('the Node brought along is one version for all systems, and not below the floor', () => {
	const versions = new Set(Object.values(manifest.optionalDependencies))
	assert.equal(versions.size, 1)
	assert.ok(!isOlder([...versions][0]!, floors.node.floor))
})

test('there are fewer than 60 direct packages, each in an exact version', () => {
	const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
	assert.ok(Object.keys(direct).length < 60)
	assert.deepEqual(
		Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
		[],
	)
})

test('only known packages would like to run something while they are installed', () => {
	const unknown = locked.filter(
		({ name, hasInstallScript }) => hasInstallScript && !(name in floors.knownInstallScripts),
	)
	assert.deepEqual(
		unknown.map(({ path }) => path),
		[],
	)
})

test('npm ci accepts the lock file: it names the builds for every system (npm run lock adds them)', () => {
	assert.deepEqual(missingBuilds(lock), [])
})

test('every package has a licence that lets us use it', () => {
	const unclear = locked.filter(
		({ name, license, optional }) =>
			!(license === undefined && optional) && !(name in floors.licencesReadByHand) && !isAllowed(license ?? ''),
	)
	assert.deepEqual(
		unclear.map(({ path, license }) => `${path} ${license}`),
		[],
	)
})

/** SPDX expressions as far as they occur: `A`, `A OR B`, `A AND B`, in brackets or not. */
function isAllowed(expression: string): boolean {
	return expression
		.replace(/^\(|\)$/g, '')
		.split(' OR ')
		.some((option) => option.split(' AND ').every((licence) => floors.licences.includes(licence)))
}

function isOlder(version: string, floor: string): boolean {
	const [have, want] = [version, floor].map((text) => text.split('-')[0]!.split('.').map(Number)) as [
		number[],
		number[],
	]
	const at = want.findIndex((part, index) => part !== (have[index] ?? 0))
	return at !== -1 && (have[at] ?? 0) < want[at]!
}

function read<Content>(path: string): Content {
	return JSON.parse(readFileSync(path, 'utf8')) as Content
}
