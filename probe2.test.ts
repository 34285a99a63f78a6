const t0=performance.now()
await import('#people/create-municipality.ts')
const t1=performance.now()
await import('#people/sample.ts')
await import('./src/reactions.ts')
console.log('import people', (t1-t0)|0, (performance.now()-t1)|0)
export {}
