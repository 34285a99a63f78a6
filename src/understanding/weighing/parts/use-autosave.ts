/** Keeps what is written while it is written: after a pause, and when the page goes out of sight. Without script the button saves. */
import { useEffect, useState, type RefObject } from 'react'

export type Kept = 'untouched' | 'waiting' | 'saved' | 'offline' | 'changed'

const PAUSE_MS = 1_500
const AGAIN_MS = 5_000

type Saving = {
	/** Holds the fields `text` and `version`, which its own button sends as well. */
	form: RefObject<HTMLFormElement | null>
	/** Off while two versions stand side by side: then somebody decides and presses the button. */
	isOff: boolean
}

export function useAutosave({ form, isOff }: Saving): Kept {
	const [kept, setKept] = useState<Kept>('untouched')
	useEffect(() => {
		if (isOff || !form.current) return undefined
		const keeper = new Keeper(form.current, setKept)
		return () => keeper.stop()
	}, [form, isOff])
	return kept
}

class Keeper {
	readonly #form: HTMLFormElement
	readonly #tell: (kept: Kept) => void
	readonly #ended = new AbortController()
	#timer: ReturnType<typeof setTimeout> | undefined
	#saving: Promise<void> | undefined
	#saved: string
	#isStopped = false

	constructor(form: HTMLFormElement, tell: (kept: Kept) => void) {
		this.#form = form
		this.#tell = tell
		this.#saved = this.#field('text').defaultValue
		const { signal } = this.#ended
		form.addEventListener('input', () => this.#later(PAUSE_MS), { signal })
		form.addEventListener('submit', (event) => this.#submit(event), { signal })
		document.addEventListener('visibilitychange', () => void this.#save(), { signal })
		window.addEventListener('beforeunload', (event) => this.#isOpen() && event.preventDefault(), { signal })
		// What was typed before the script was there.
		if (this.#isOpen()) this.#later(PAUSE_MS)
	}

	stop() {
		this.#isStopped = true
		clearTimeout(this.#timer)
		this.#ended.abort()
	}

	#field(name: 'text' | 'version'): HTMLInputElement {
		return this.#form.elements.namedItem(name) as HTMLInputElement
	}

	#isOpen(): boolean {
		return !this.#isStopped && this.#field('text').value.trim() !== this.#saved.trim()
	}

	#later(pause: number) {
		this.#tell('waiting')
		clearTimeout(this.#timer)
		this.#timer = setTimeout(() => void this.#save(), pause)
	}

	/** The button sends the same; it waits for what is on its way, because that changes the version. */
	#submit(event: SubmitEvent) {
		if (this.#saving) {
			event.preventDefault()
			void this.#saving.then(() => this.#form.requestSubmit())
		} else this.stop()
	}

	async #save(): Promise<void> {
		clearTimeout(this.#timer)
		if (this.#saving || !this.#isOpen()) return
		const text = this.#field('text').value
		this.#saving = this.#send(text)
		await this.#saving
		this.#saving = undefined
		if (!this.#isStopped && text !== this.#field('text').value) this.#later(PAUSE_MS)
	}

	async #send(text: string): Promise<void> {
		try {
			const { type, status } = await fetch(location.pathname, {
				method: 'POST',
				body: new FormData(this.#form),
				redirect: 'manual',
				keepalive: true,
			})
			if (type === 'opaqueredirect') this.#keep(text)
			else if (status === 409) {
				this.#tell('changed')
				clearTimeout(this.#timer)
			} else this.#failed()
		} catch (error) {
			if (!(error instanceof TypeError)) throw error
			this.#failed()
		}
	}

	#keep(text: string) {
		this.#saved = text
		const version = this.#field('version')
		version.value = text.trim() === '' ? '0' : String(Number(version.value) + 1)
		this.#tell('saved')
	}

	#failed() {
		this.#tell('offline')
		clearTimeout(this.#timer)
		this.#timer = setTimeout(() => void this.#save(), AGAIN_MS)
	}
}
