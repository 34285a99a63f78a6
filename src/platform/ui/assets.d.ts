/** `import address from './x.css?url'` is the hashed address of a built file. */
declare module '*?url' {
	const address: string
	export default address
}
