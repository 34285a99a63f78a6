// Keys pressed before a tool has woken up: kept here for it, in their order, unless somebody types into a field.
addEventListener('keydown', function keep(event) {
	if (window.earlyKeys === null) return removeEventListener('keydown', keep)
	if (event.target.closest && event.target.closest('input, textarea, select, dialog')) return
	;(window.earlyKeys ??= []).push(event)
})
