import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { compileTypst } from './typst.ts'
import { drawableText, glyphsOf } from './typst-glyphs.ts'

const SANS = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const HEAD = '#set document(title: "Probe")\n#set text(font: "DejaVu Sans", lang: "de", fallback: false)\n'

test('a document may read its own folder and nothing above it', async (context) => {
	await assert.rejects(compiled(context, '#read("/etc/passwd")'), /file not found/)
	await assert.rejects(compiled(context, '#read("../../../../etc/passwd")'), /outside of project root/)
})

test('a document cannot fetch anything from the network', async (context) => {
	await assert.rejects(compiled(context, '#import "@preview/cetz:0.3.4"'), /failed to download/)
})

test('text that arrives as data is never taken for a command', async (context) => {
	const pdf = await compiled(context, '#json(bytes(sys.inputs.data))', '#read("/etc/passwd") $x$ #panic()')
	assert.ok(pdf.length > 1000)
})

test('whoever breaks a template is told where', async (context) => {
	await assert.rejects(compiled(context, '\n#unknown-word'), /probe\.typ:4: unknown variable/)
})

test('a document no reading program could follow is refused', async (context) => {
	await assert.rejects(compiled(context, '= A\n=== B'), /skipped from heading level 1 to 3/)
})

test('the server goes on answering while documents are being compiled', async (context) => {
	let answers = 0
	const answering = setInterval(() => answers++, 1)
	const work = Array.from({ length: 3 }, () => compiled(context, '#for page in range(80) [#lorem(300) #pagebreak()]'))
	await Promise.all(work).finally(() => clearInterval(answering))
	assert.ok(answers > 10, `${answers} answers`)
})

test('a character no font can draw becomes a marked omission', () => {
	const glyphs = glyphsOf([SANS])
	assert.equal(drawableText('Schön – „ja“ → дякую', glyphs), 'Schön – „ja“ → дякую')
	assert.equal(drawableText('Gut 👍🏽 👍 so', glyphs), 'Gut […] so')
	assert.equal(drawableText('a\u0000b\u0007c\ufeff\r\nd\ud800', glyphs), 'abc\nd\ufffd')
})

async function compiled(context: TestContext, body: string, data: unknown = null): Promise<Uint8Array> {
	const folder = await mkdtemp(join(tmpdir(), 'typst-'))
	context.after(() => rm(folder, { recursive: true }))
	const templatePath = join(folder, 'probe.typ')
	await writeFile(templatePath, HEAD + body)
	return compileTypst({ templatePath, data, fontFiles: [SANS] })
}
