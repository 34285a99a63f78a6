/** Wakes up the pages that are tools; every other page carries no script. */
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { overwriteGetMount } from '#platform/ui/mount.ts'
import { overwriteGetLocale } from '#platform/words/compiled/runtime.js'
import type { Language } from '#platform/words/words.ts'

const { lang, dataset } = document.documentElement
overwriteGetMount(() => dataset['mount'] ?? '')
// The server has read the address below the mount; the router here begins there too.
const { __reactRouterContext: router } = window as { __reactRouterContext?: { basename: string } }
if (router) router.basename = dataset['mount'] || '/'
overwriteGetLocale(() => lang as Language)
startTransition(() => {
	hydrateRoot(document, <HydratedRouter />)
})
