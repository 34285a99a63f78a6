/** What the notes page's forms say. */
import { isUuid } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { MemoSubject, WriteMemo } from './write-memo.ts'

/** Such as `theme 0191…`. @throws {Problem} `memo-subject-unknown` */
export function readSubject(given: string): MemoSubject {
	const [kind = '', id = ''] = given.split(' ')
	if (!isUuid(id)) throw new Problem('not-found', 'memo-subject-unknown')
	if (kind === 'theme') return { themeId: id }
	if (kind === 'coding') return { codingId: id }
	if (kind === 'voice') return { voiceId: id }
	return kind === 'round' ? { roundId: id } : { conversationId: id }
}

/** A note that was just deleted, as the page that said so has kept it. @throws {Problem} `memo-subject-unknown`, `memo-unknown` */
export function readRemovedMemo(form: FormData): WriteMemo {
	const given = (name: string) => String(form.get(name) ?? '')
	const [id, coderId, at] = [given('memo'), given('coder'), new Date(given('written'))]
	if (!isUuid(id) || !isUuid(coderId) || Number.isNaN(at.getTime())) throw new Problem('not-found', 'memo-unknown')
	return { id, on: readSubject(given('on')), text: given('text'), coderId, at }
}
