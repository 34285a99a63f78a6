/** Wakes up the pages that are tools; every other page carries no script. */
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { overwriteGetLocale } from '#platform/words/compiled/runtime.js'
import type { Language } from '#platform/words/words.ts'

overwriteGetLocale(() => document.documentElement.lang as Language)
startTransition(() => {
	hydrateRoot(document, <HydratedRouter />)
})
