/** The blind card's keys, the same as at the coding desk. Off where somebody switched them off there (WCAG 2.1.4). */
import { STEP_BY_KEYS, type Stretch } from '#listening/word-steps.rules.ts'
import { toSelection, toStretch, type Selection, type ShownWords } from '#listening/text-selection.ts'

export type BlindKeys = {
	words: ShownWords
	chosen: Selection | null
	choose: (chosen: Selection | null) => void
	form: HTMLFormElement | null
}

export function hasSingleKeys(): boolean {
	return localStorage.getItem('gehoert.keys') !== 'off'
}

export function switchSingleKeys(hasKeys: boolean) {
	localStorage.setItem('gehoert.keys', hasKeys ? 'on' : 'off')
}

/** Whether the key did something here. */
export function pressBlindKey(event: KeyboardEvent, { words, chosen, choose, form }: BlindKeys): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !form) return false
	if (!hasSingleKeys()) return false
	const { key, shiftKey } = event
	if (/^[1-9]$/.test(key)) {
		const theme = form.querySelectorAll<HTMLButtonElement>('button[name=thema]')[Number(key) - 1]
		if (theme) form.requestSubmit(theme)
		return theme !== undefined
	}
	const stretch = chooseBy(`${shiftKey ? 'Shift+' : ''}${key}`, words.text, chosen && toStretch(words, chosen))
	if (stretch !== undefined) {
		choose((stretch && toSelection(words, stretch)) ?? null)
		return true
	}
	return pressLetter(key.toLowerCase(), form)
}

function pressLetter(key: string, form: HTMLFormElement): boolean {
	const radio = form.querySelector<HTMLInputElement>(`input[data-key=${CSS.escape(key.toUpperCase())}]`)
	if (radio) radio.checked = true
	else if (key === '+' || key === '-') weigh(form, key === '+' ? 1 : -1)
	else if (key === '?') document.querySelector<HTMLButtonElement>('[data-key-help]')?.click()
	else if (key === 't' || key === '/') form.querySelector<HTMLInputElement>('[data-find-theme]')?.focus()
	else if (key === 'n') document.querySelector<HTMLAnchorElement>('a[rel=next]')?.click()
	else if (key === 'p') document.querySelector<HTMLAnchorElement>('a[rel=prev]')?.click()
	else return false
	return true
}

function weigh(form: HTMLFormElement, step: number) {
	const weights = [...form.querySelectorAll<HTMLInputElement>('input[name=gewicht]')]
	const at = weights.findIndex(({ checked }) => checked) + step
	if (weights[at]) weights[at].checked = true
}

/** `null` chooses the whole contribution; `undefined` leaves the key. */
function chooseBy(keys: string, text: string, chosen: Stretch | null): Stretch | null | undefined {
	if (keys === 'a' || keys === 'Escape') return null
	return STEP_BY_KEYS.get(keys)?.(text, chosen)
}

/** Radios and buttons keep their own arrow and enter keys; fields their letters. */
function isTyping(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, textarea, select, dialog') !== null
}
