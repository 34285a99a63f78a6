// Only for comfort, and only on this page: typing the code works without it. Reads the code a QR code brought behind the #,
// takes it out of the address and sends it. Escape pressed twice leaves the page.
function openScanned() {
	const code = decodeURIComponent(location.hash.slice(1))
	const form = document.querySelector('form[data-receipt]')
	if (!form || !/^[\w -]{20,40}$/.test(code)) return
	history.replaceState(null, '', location.pathname)
	form.elements.namedItem('code').value = code
	form.requestSubmit()
}
openScanned()
addEventListener('hashchange', openScanned)

let pressed = -Infinity
addEventListener('keydown', ({ key, timeStamp }) => {
	if (key !== 'Escape') return
	if (timeStamp - pressed < 1000) document.querySelector('form[data-leave]')?.requestSubmit()
	pressed = timeStamp
})
