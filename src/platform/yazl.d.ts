/** As much of the package as is used. */
declare module 'yazl' {
	import type { EventEmitter } from 'node:events'

	type Options = { mtime?: Date; compressionLevel?: number }

	export class ZipFile extends EventEmitter {
		readonly outputStream: NodeJS.ReadableStream
		addBuffer(buffer: Buffer, path: string, options?: Options): void
		addReadStreamLazy(
			path: string,
			options: Options,
			open: (ready: (error: unknown, stream: NodeJS.ReadableStream) => void) => void,
		): void
		end(): void
	}
}
