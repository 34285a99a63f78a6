/** The child process behind typst.ts: takes one document at a time and answers with a PDF or with what Typst has against it. */
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstReply, TypstRequest } from './typst.ts'
import { drawableText, glyphsOf } from './typst-glyphs.ts'

type Setting = { compiler: NodeCompiler; glyphs: ReadonlySet<number> }

/** Reading the fonts takes longer than a page of text, so each set of fonts and folder is opened once. */
const settings = new Map<string, Setting>()

process.on('message', (request) => process.send?.(reply(request as TypstRequest)))

function reply(request: TypstRequest): TypstReply {
	try {
		return { id: request.id, pdf: compile(request) }
	} catch (error) {
		return { id: request.id, refusal: refusalOf(error) }
	}
}

function compile({ templatePath, data, fontFiles }: TypstRequest): Uint8Array {
	const { compiler, glyphs } = settingFor(dirname(templatePath), fontFiles)
	const json = JSON.stringify(data, (_key, value: unknown) =>
		typeof value === 'string' ? drawableText(value, glyphs) : value,
	)

	const compiled = compiler.compile({ mainFilePath: templatePath, inputs: { data: json }, resetRead: true })
	const errors = compiled.takeError()
	if (errors || !compiled.result)
		throw new Error(errors ? readable(compiler.fetchDiagnostics(errors)) : 'Typst returned nothing.')

	const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
	compiler.evictCache(2)
	return pdf
}

function settingFor(workspace: string, fontFiles: string[]): Setting {
	const key = [workspace, ...fontFiles].join('\n')
	const known = settings.get(key)
	if (known) return known

	const setting = {
		compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles }] }),
		glyphs: glyphsOf(fontFiles),
	}
	settings.set(key, setting)
	return setting
}

type Diagnostic = { message: string; path: string; range: { start: { line: number } } | null }

/** One line each: where, counted from 1 as editors do, and what. */
function readable(diagnostics: Diagnostic[]): string {
	return diagnostics.map(({ message, path, range }) => `${path}:${(range?.start.line ?? 0) + 1}: ${message}`).join('\n')
}

/** What the PDF export has to complain about stands in `code`, not in the message. */
function refusalOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error)
	return [error.message, (error as NodeJS.ErrnoException).code].filter(Boolean).join(' ')
}
