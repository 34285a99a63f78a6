import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rightsOfApi, rightsOfPage } from './declared-rights.rules.ts'

test('a page is open to those whose part has the right it asks for', () => {
	const source = `
export const loader = refusingLoader(async ({ context, request }) => {
	requireRight(context, 'enter-workshop', request)
})

export const action = refusingAction(async ({ context, request }, form) => {
	const { accountId } = requireRight(context, 'publish-editions', request)
})

export default function Page() {}
`
	const [read, write] = rightsOfPage('/werkstatt/ausgaben', source)
	assert.deepEqual(read, {
		method: 'GET',
		path: '/werkstatt/ausgaben',
		rights: { public: 'no', steward: 'yes', analyst: 'yes', moderator: 'yes', editor: 'yes', partner: 'yes' },
	})
	assert.deepEqual(write?.rights, {
		public: 'no',
		steward: 'yes',
		analyst: 'no',
		moderator: 'no',
		editor: 'yes',
		partner: 'no',
	})
})

test('a page that asks for nothing is open to everybody', () => {
	assert.deepEqual(rightsOfPage('/', 'export default function Home() {}'), [
		{
			method: 'GET',
			path: '/',
			rights: { public: 'yes', steward: 'yes', analyst: 'yes', moderator: 'yes', editor: 'yes', partner: 'yes' },
		},
	])
})

test('each address of the API has its own rights', () => {
	const source = `export function mount(app: Api) {
	app.get('/api/v1/codings', async (c) => {
		requireMember(c, 'read-transcripts')
	})
	app.post('/api/v1/codings', async (c) => {
		const { accountId } = requireMember(c, 'code-passages')
	})
	app.get('/feed.atom', (c) => c.body(''))
}

function requireMember(c: Request, act: 'read-transcripts' | 'code-passages') {}
`
	const rights = rightsOfApi(source).map(({ method, path, rights: { public: everybody, moderator } }) => [
		method,
		path,
		everybody,
		moderator,
	])
	assert.deepEqual(rights, [
		['GET', '/api/v1/codings', 'no', 'yes'],
		['POST', '/api/v1/codings', 'no', 'no'],
		['GET', '/feed.atom', 'yes', 'yes'],
	])
})
