import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const src = join(import.meta.dirname, 'src')

/**
 * The server runs `.ts` directly, so the built pages import those files instead of holding a second copy of them:
 * one set of modules, one database, and stack traces that name real lines.
 */
const shareServerModules: Plugin = {
	name: 'share-server-modules',
	enforce: 'pre',
	resolveId(source, importer) {
		if (this.environment.name !== 'ssr' || !importer || !/\.[jt]s$/.test(source)) return null
		const path = source.startsWith('#') ? join(src, source.slice(1)) : resolve(dirname(importer), source)
		if (!path.startsWith(src) || !existsSync(path) || path === join(src, 'routes.ts')) return null
		return { id: `#${relative(src, path)}`, external: true }
	},
}

export default defineConfig({
	plugins: [shareServerModules, reactRouter()],
	// Paths in links and forms are written for where the municipality is mounted (docs/decisions/0006-mounting.md).
	oxc: { jsx: { importSource: '#platform/jsx' } },
	build: { assetsInlineLimit: 0, target: 'es2024' },
})
