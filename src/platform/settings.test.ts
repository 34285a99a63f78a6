import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from './settings.ts'

test('a wrong setting is refused with an example of a right one, half a pair with the half that is missing', () => {
	const refused = (given: Record<string, string>, refusal: object) => assert.throws(() => readSettings(given), refusal)
	const example = 'smtps://user:password@host'
	refused({ SMTP_URL: 'mail.example' }, { code: 'setting-shape', facts: { name: 'SMTP_URL', example } })
	const issuer = { OIDC_ISSUER: 'https://rathaus.example', OIDC_CLIENT_ID: 'gehoert' }
	refused({ ...issuer, OIDC_ISSUER: 'http://rathaus.example' }, { code: 'setting-shape' })
	refused(issuer, { code: 'setting-missing', facts: { name: 'OIDC_CLIENT_SECRET' } })
	refused({ LANGUAGE_MODEL_KEY: 'sk-1' }, { code: 'setting-missing', facts: { name: 'LANGUAGE_MODEL_ADDRESS' } })
	refused({ PORT: 'drei' }, { code: 'setting-shape', facts: { name: 'PORT', example: '3000' } })
	refused({ PORT: '65536' }, { code: 'setting-shape' })
	assert.equal(readSettings({ PORT: '0' }).port, 0)
})
