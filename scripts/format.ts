/** Formats everything the way the check asks for: `npm run format`. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const program = join(ROOT, 'node_modules/oxfmt/bin/oxfmt')
process.exitCode = spawnSync(process.execPath, [program, '.'], { cwd: ROOT, stdio: 'inherit' }).status ?? 1
