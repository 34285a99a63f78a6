/**
 * What a form of the public page carries so that sending it twice is one submission: a random id and when the form was
 * shown, signed. It says nothing about who sees it.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { isUuid } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'

type SigningKey = Pick<Secrets, 'sessionKey'>

/** A form may lie open for a week: on a phone in a pocket, at a library's computer. */
const VALID_DAYS = 7

export function issueFormToken(key: SigningKey, at: Date): string {
	const claim = `${randomUUID()}.${Math.floor(at.getTime() / 1000).toString(36)}`
	return `${claim}.${signature(key, claim)}`
}

/** @throws {Problem} `form-expired` for a token that is too old or not ours */
export function readFormToken(key: SigningKey, token: string, at: Date): { submissionId: string; shownAt: Date } {
	const [submissionId = '', seconds = '', signed = ''] = token.split('.')
	const wanted = Buffer.from(signature(key, `${submissionId}.${seconds}`))
	const given = Buffer.from(signed)
	const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted) && isUuid(submissionId)
	const shownAt = new Date(Number.parseInt(seconds, 36) * 1000)
	if (!isOurs || at.getTime() - shownAt.getTime() > VALID_DAYS * 86_400_000)
		throw new Problem('conflict', 'form-expired')
	return { submissionId, shownAt }
}

function signature({ sessionKey }: SigningKey, claim: string): string {
	return createHmac('sha256', Buffer.from(sessionKey, 'hex')).update(`form|${claim}`).digest('base64url').slice(0, 22)
}
