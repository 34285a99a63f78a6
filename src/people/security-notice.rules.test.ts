import assert from 'node:assert/strict'
import { test } from 'node:test'
import { securityNotice } from './security-notice.rules.ts'

const baseUrl = 'https://birkenrode.example'

test('whoever finds a weakness learns whom to tell, and the notice has not run out', () => {
	const notice = securityNotice({ email: 'rathaus@birkenrode.example', baseUrl, today: '2026-03-01' })
	assert.match(notice, /^Contact: mailto:rathaus@birkenrode\.example$/m)
	assert.match(notice, /^Expires: 2026-08-28T00:00:00Z$/m)
})

test('without a mail address the imprint is where to turn to', () => {
	assert.match(
		securityNotice({ email: '', baseUrl, today: '2026-03-01' }),
		/^Contact: https:\/\/birkenrode\.example\/impressum$/m,
	)
})
