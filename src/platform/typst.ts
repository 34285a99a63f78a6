/**
 * Typst at arm's length: documents are compiled by a child process, so that a compile never blocks the server and a crash never ends it.
 * The child holds no secrets, reaches no network and reads no file above the template's folder; it stops by itself after a quiet minute.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'

export type TypstDocument = {
	/** Absolute path of the entry template. Typst can read its folder and what lies below, nothing else. */
	templatePath: string
	/** Reaches the template as JSON text in `sys.inputs.data`; it is never evaluated as markup. */
	data: unknown
	/** Absolute paths of TTF or OTF files (Typst reads neither WOFF2 nor variable fonts). A character none of them draws becomes `[…]`. */
	fontFiles: string[]
}

export type TypstRequest = TypstDocument & { id: number }
export type TypstReply = { id: number; pdf: Uint8Array } | { id: number; refusal: string }

/** A report takes well under a second; after a minute the compiler hangs and is ended. */
const COMPILE_LIMIT_MILLISECONDS = 60_000
/** The warm compiler keeps 150 to 250 MB; a small server gets them back after this pause. */
const QUIET_MILLISECONDS = 60_000

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (reason: Error) => void; limit: NodeJS.Timeout }
type Compiler = { child: ChildProcess; waiting: Map<number, Waiting>; quiet: NodeJS.Timeout | undefined }

let compiler: Compiler | undefined
let lastId = 0

/**
 * Compiles a template to a tagged PDF that follows PDF/UA-1; Typst refuses a document that would not.
 *
 * @throws {Error} with Typst's own messages, or when the compiler crashed or took more than a minute
 */
export function compileTypst(document: TypstDocument): Promise<Uint8Array> {
	const { child, waiting } = (compiler ??= startCompiler())
	const id = ++lastId
	return new Promise((resolve, reject) => {
		const limit = setTimeout(() => child.kill('SIGKILL'), COMPILE_LIMIT_MILLISECONDS)
		waiting.set(id, { resolve, reject, limit })
		keepAwake()
		child.send({ id, ...document } satisfies TypstRequest)
	})
}

function startCompiler(): Compiler {
	// Resolved by the package's own name for it: holds in the sources and in a bundle alike.
	const script = createRequire(import.meta.url).resolve('#platform/typst-process.ts')
	const child = fork(script, {
		cwd: tmpdir(),
		env: bareEnvironment(),
		execArgv: [],
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	})
	const started: Compiler = { child, waiting: new Map(), quiet: undefined }

	child.unref()
	child.on('message', (reply) => settle(started, reply as TypstReply))
	child.on('error', (error) => giveUp(started, error))
	child.on('exit', (code, signal) => giveUp(started, new Error(`The Typst compiler ended (${signal ?? code}).`)))
	return started
}

function settle(from: Compiler, reply: TypstReply) {
	const waiting = from.waiting.get(reply.id)
	if (!waiting) return
	from.waiting.delete(reply.id)
	clearTimeout(waiting.limit)
	if (from.waiting.size === 0) letSleep(from)
	if ('pdf' in reply) waiting.resolve(reply.pdf)
	else waiting.reject(new Error(reply.refusal))
}

function giveUp(ended: Compiler, reason: Error) {
	if (compiler === ended) compiler = undefined
	clearTimeout(ended.quiet)
	for (const { reject, limit } of ended.waiting.values()) {
		clearTimeout(limit)
		reject(reason)
	}
	ended.waiting.clear()
}

function keepAwake() {
	clearTimeout(compiler?.quiet)
	compiler?.child.channel?.ref()
}

/** An idle compiler must not keep a command or a test from ending. */
function letSleep(idle: Compiler) {
	idle.child.channel?.unref()
	idle.quiet = setTimeout(() => {
		if (compiler === idle) compiler = undefined
		idle.child.disconnect()
	}, QUIET_MILLISECONDS)
	idle.quiet.unref()
}

/** The compiler cannot be told to stay offline, so its way to the package registry leads into a closed port. */
function bareEnvironment(): NodeJS.ProcessEnv {
	const { PATH, SystemRoot, LD_LIBRARY_PATH } = process.env
	const nowhere = 'http://127.0.0.1:9'
	return {
		PATH,
		SystemRoot,
		LD_LIBRARY_PATH,
		HTTP_PROXY: nowhere,
		HTTPS_PROXY: nowhere,
		ALL_PROXY: nowhere,
		HOME: '/nonexistent',
	}
}
