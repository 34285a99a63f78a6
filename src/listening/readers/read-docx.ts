/** Word documents: the words of the body in reading order. Comments, deleted words and authors stay behind. */
import mammoth from 'mammoth'
import { Problem } from '#platform/problem.ts'
import { transcriptText } from '../prepared-conversation.ts'
import type { Warning } from '../tables.ts'
import { checkZip } from './check-zip.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'
import { conversationOf } from './conversation-of-text.ts'

/**
 * Nothing outside the file is read, whatever the document asks for.
 *
 * @throws {Problem} as `checkZip`; `document-not-word`, `no-words-found`
 */
export async function readDocx(file: GivenFile, options: ReadOptions): Promise<ReadResult> {
	const names = await checkZip(file.bytes)
	if (!names.has('word/document.xml')) throw new Problem('invalid', 'document-not-word')
	const text = transcriptText(await wordsOf(file.bytes)).replace(/[\0-\x08\x0e-\x1f]/g, '')
	const warnings: Warning[] = names.has('word/comments.xml') ? [{ code: 'comments-left-out', facts: {} }] : []
	return { reader: 'docx', conversations: [conversationOf(text, options, { file, warnings })], warnings }
}

/** The parts of mammoth's document tree that matter here. */
type Node = { type: string; value?: string; children?: Node[] }

async function wordsOf(bytes: Uint8Array): Promise<string> {
	let words = ''
	const transformDocument = (document: Node) => {
		words = blocksOf(document).join('\n\n')
		return { ...document, children: [] }
	}
	try {
		await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { transformDocument, externalFileAccess: false })
	} catch (error) {
		if (error instanceof Problem) throw error
		// The document is not ours: whatever mammoth stumbles over is the document's fault.
		throw new Problem('invalid', 'document-unreadable')
	}
	return words
}

/** Paragraphs in reading order. */
function blocksOf(document: Node): string[] {
	const paragraphs = [...walk(document, ({ type }) => type === 'paragraph')]
	return paragraphs.map((paragraph) => inlineOf(paragraph).trim()).filter((words) => words !== '')
}

function inlineOf(paragraph: Node): string {
	const pieces = [...walk(paragraph, ({ type }) => type in INLINE)]
	return pieces.map(({ type, value }) => value ?? INLINE[type]).join('')
}

const INLINE: Record<string, string> = { text: '', tab: '\t', break: '\n' }

/** The outermost nodes that are wanted; without recursion, because nesting is up to the file. */
function* walk(root: Node, isWanted: (node: Node) => boolean): Generator<Node> {
	const waiting: Node[] = [root]
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (isWanted(node) && node !== root) yield node
		else for (const child of (node.children ?? []).toReversed()) waiting.push(child)
	}
}
