/**
 * Where the pages of this municipality hang: `''` when it has the whole address, `/birkenrode` when several share one.
 * Addresses are written everywhere as if it had the whole one; `mounted` is the only place that knows better.
 */

/** On the server the mount belongs to the request (`http/mounting.ts`), in the browser to the document. */
let readMount = () => ''

export function overwriteGetMount(read: () => string) {
	readMount = read
}

export function currentMount(): string {
	return readMount()
}

/** A path of this municipality as a browser has to ask for it. Anything else, and files of the build, stay as they are. */
export function mounted(address: string): string {
	const isPath = address.startsWith('/') && !address.startsWith('//') && !address.startsWith('/assets/')
	return isPath ? readMount() + address : address
}
