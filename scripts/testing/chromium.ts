/** Finds the browser of this machine for the journeys. */
import { existsSync } from 'node:fs'
import { findProgram } from './machine.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Path of Chromium or of a browser made from it; `GEHOERT_TEST_CHROMIUM` wins. */
export function findChromium(): string | undefined {
	const chosen = process.env['GEHOERT_TEST_CHROMIUM']
	if (chosen) return chosen
	return NAMES.map(findProgram).find((path) => path !== undefined) ?? PLACES.find((path) => existsSync(path))
}
