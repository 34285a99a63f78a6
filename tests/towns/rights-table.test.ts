import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listRoutes } from '#people/route-rights.rules.ts'
import { rightsTable } from '#people/routes-command.ts'
import { speaking } from '#platform/words/spoken-language.ts'
import { ROUTE_RIGHTS } from '../../src/route-rights.ts'

test('the documentation shows the table of rights as it is: gehoert routes --rights --lang en', () => {
	const documented = readFileSync(join(import.meta.dirname, '../../docs/security.md'), 'utf8')
	const table = speaking('en', () => rightsTable(listRoutes(ROUTE_RIGHTS))).join('\n')
	assert.ok(documented.includes(table), 'run bin/gehoert routes --rights --lang en and put it into docs/security.md')
})

test('nobody in particular sees more than a member of the team, and stewards may do whatever a member may', () => {
	for (const { method, path, rights } of listRoutes(ROUTE_RIGHTS)) {
		const { public: everybody, receipt: _, ...parts } = rights
		if (everybody === 'yes')
			assert.ok(
				Object.values(parts).every((standing) => standing === 'yes'),
				path,
			)
		if (Object.values(parts).some((standing) => standing !== 'no')) assert.notEqual(parts.steward, 'no', path)
		if (path.startsWith('/werkstatt') && everybody === 'yes')
			assert.match(
				`${method} ${path}`,
				/anmelden|abmelden|einladung|GET \/werkstatt\/belege\/bogen/,
				'an open door of the workshop',
			)
	}
})
