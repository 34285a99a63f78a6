/** Notes and new themes: what the desk asks of the server besides codings. What fails keeps what was entered. */
import type { DeskStore } from './desk-store.ts'
import type { DeskMemo, Surroundings } from './desk-view.ts'
import type { DeskTheme } from './desk-context.ts'

type Answer<Body> = { body: Body; sentence?: undefined } | { body?: undefined; sentence: string }

export class DeskNotes {
	/** What somebody began to write, by coding id or position: it waits there while they look elsewhere. */
	readonly drafts = new Map<string | number, string>()
	readonly #store: DeskStore
	readonly #surroundings: Pick<Surroundings, 'fetch' | 'newId'> & { noConnection: () => string }

	constructor(store: DeskStore, surroundings: Pick<Surroundings, 'fetch' | 'newId'> & { noConnection: () => string }) {
		this.#store = store
		this.#surroundings = surroundings
	}

	async load() {
		const { transcriptId } = this.#store.start
		const { body } = await this.#ask<{ memos: DeskMemo[] }>('GET', `/api/v1/memos?transcript=${transcriptId}`)
		if (body) this.#store.show({ memos: body.memos })
	}

	/** @returns what went wrong, as a sentence; nothing when it is written */
	async write(
		on: { codingId: string } | { position: number },
		text: string,
		id = this.#surroundings.newId(),
	): Promise<string | undefined> {
		const { transcriptId, coderName } = this.#store.start
		const subject = 'position' in on ? { ...on, transcriptId } : on
		await this.#store.settled()
		const { body, sentence } = await this.#ask<{ id: string; text: string }>('POST', '/api/v1/memos', {
			id,
			on: subject,
			text,
		})
		if (!body) return sentence
		const memo: DeskMemo = {
			...{ id: body.id, text: body.text, coderName },
			...('position' in on
				? { kind: 'voice', codingId: null, position: on.position }
				: { kind: 'coding', codingId: on.codingId, position: null }),
		}
		this.#store.show({ memos: [memo, ...this.#store.view.memos] })
		return undefined
	}

	/** Deletes a note for good; `bringBack` writes it again while the page is open. */
	async remove(memo: DeskMemo): Promise<string | undefined> {
		const { body, sentence } = await this.#ask<object>('DELETE', `/api/v1/memos/${memo.id}`)
		if (!body) return sentence
		const memos = this.#store.view.memos.filter(({ id }) => id !== memo.id)
		this.#store.show({ memos, removedMemo: memo })
		return undefined
	}

	/** Under its old id, so that bringing it back twice is once. */
	async bringBack(): Promise<string | undefined> {
		const memo = this.#store.view.removedMemo
		if (!memo) return undefined
		const on = memo.codingId ? { codingId: memo.codingId } : { position: memo.position ?? 0 }
		const sentence = await this.write(on, memo.text, memo.id)
		if (sentence === undefined) this.#store.show({ removedMemo: null })
		return sentence
	}

	/** Makes a theme of the chosen words and gives it to them. */
	async newTheme(
		label: string,
		parentId: string | null,
	): Promise<{ theme?: DeskTheme; sentence?: string | undefined }> {
		const { selection, next } = this.#store.view
		if (!selection) return {}
		const { transcriptId } = this.#store.start
		const { start, end, quote } = selection
		const passage = { id: this.#surroundings.newId(), transcriptId, start, end, ...next }
		await this.#store.settled()
		const wanted = { label, parentId, passage }
		const { body, sentence } = await this.#ask<{ theme: DeskTheme; codingId: string }>(
			'POST',
			'/api/v1/themes/from-passage',
			wanted,
		)
		if (!body) return { sentence }
		await this.#store.reload()
		await this.#store.reloadDeeds()
		this.#store.activate(body.codingId, quote)
		this.#store.say({ what: 'coded', detail: body.theme.id })
		return { theme: { ...body.theme, depth: 0, isArchived: false } }
	}

	async #ask<Body>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer<Body>> {
		try {
			const headers = { 'content-type': 'application/json', accept: 'application/json' }
			const sent = body ? { body: JSON.stringify(body) } : {}
			const answer = await this.#surroundings.fetch(path, { method, headers, ...sent })
			const given = (answer.status === 204 ? {} : await answer.json()) as Body & { detail?: string }
			return answer.ok ? { body: given } : { sentence: given.detail ?? String(answer.status) }
		} catch {
			// No connection, or an answer that is none: what was entered stays in its field.
			return { sentence: this.#surroundings.noConnection() }
		}
	}
}
