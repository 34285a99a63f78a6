/** The dependency gate must bite: after an upgrade it could read no file at all and still say that all is well. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'

/** Forbidden things, each in a file of its own, and the rule that must find it. */
const PLANTED: Record<string, { code: string; rule: string }> = {
	'src/platform/canary.ts': {
		code: `import type { editions } from '#publishing/tables.ts'\nexport type Canary = typeof editions`,
		rule: 'platform-never-looks-ahead',
	},
	'src/acting/pages/canary.tsx': {
		code: `import { Canary } from '../../listening/parts/canary.tsx'\nexport default Canary`,
		rule: 'pages-and-parts-are-private',
	},
	'src/listening/parts/canary.tsx': { code: 'export const Canary = () => null', rule: '' },
	'src/people/canary.rules.ts': {
		code: `import { readFileSync } from 'node:fs'\nexport const canary = readFileSync`,
		rule: 'rules-are-pure',
	},
	'src/people/canary.ts': {
		code: `import { redirect } from 'react-router'\nimport { cycle } from './canary-cycle.ts'\nexport const canary = [redirect, cycle]`,
		rule: 'web-only-at-the-edges',
	},
	'src/people/canary-cycle.ts': {
		code: `import { canary } from './canary.ts'\nexport const cycle = () => canary`,
		rule: 'no-cycles',
	},
	'src/people/canary-page.ts': {
		code: `export { Canary } from '../listening/parts/canary.tsx'`,
		rule: 'code-without-pages-in-it',
	},
}

const copy = mkdtempSync(join(tmpdir(), 'gehoert-canary-'))
after(() => rmSync(copy, { recursive: true, force: true }))

test('a forbidden import is found wherever it is planted', () => {
	for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) cpSync(name, join(copy, name))
	cpSync('src', join(copy, 'src'), { recursive: true })
	symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction')
	for (const [path, { code }] of Object.entries(PLANTED)) {
		mkdirSync(dirname(join(copy, path)), { recursive: true })
		writeFileSync(join(copy, path), `${code}\n`)
	}
	const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
	const args = [...Object.keys(PLANTED), '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
	const { stdout } = spawnSync(process.execPath, [program, ...args], {
		cwd: copy,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
	})
	const { summary } = JSON.parse(stdout) as {
		summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] }
	}
	assert.ok(summary.totalCruised > Object.keys(PLANTED).length, 'it reads files and follows their imports')
	for (const [path, { rule }] of Object.entries(PLANTED)) {
		if (!rule) continue
		const found = summary.violations
			.filter((violation) => violation.from === path)
			.map((violation) => violation.rule.name)
		assert.ok(found.includes(rule), `${rule} in ${path}; found: ${found.join(', ') || 'nothing'}`)
	}
})
