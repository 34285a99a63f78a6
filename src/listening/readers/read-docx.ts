/** Word documents: the words of the body in reading order. Comments, deleted words and authors stay behind. */
import mammoth from 'mammoth'
import { Problem } from '#platform/problem.ts'
import { transcriptText } from '../prepared-conversation.ts'
import { checkZip } from './check-zip.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'
import { conversationOf } from './conversation-of-text.ts'
import { HIDDEN, hiddenStyles, markHidden, plainDocument, tracesIn } from './docx-traces.ts'
import { readParts, writeParts } from './office-parts.ts'

/**
 * Nothing outside the file is read, whatever the document asks for. What is kept of the file is a document written anew
 * from its words: authors, comments, changes, hidden words, pictures and everything else it carried stay behind.
 *
 * @throws {Problem} as `checkZip`; `document-not-word`, `no-words-found`
 */
export async function readDocx(file: GivenFile, options: ReadOptions): Promise<ReadResult> {
	const names = await checkZip(file.bytes)
	if (!names.has('word/document.xml')) throw new Problem('invalid', 'document-not-word')
	const parts = await readParts(file.bytes, (name) => /\.(xml|rels)$/i.test(name))
	const { xml, hidden } = markHidden(parts.get('word/document.xml')!.toString('utf8'))
	const unseen = hiddenStyles(parts.get('word/styles.xml')?.toString('utf8') ?? '')
	const document =
		hidden > 0 ? await writeParts(new Map<string, Buffer | string>([...parts, ['word/document.xml', xml]])) : file.bytes
	const paragraphs = await paragraphsOf(document, unseen)
	const warnings = tracesIn(names, parts, hidden)
	const text = transcriptText(paragraphs.join('\n\n')).replace(/[\0-\x08\x0e-\x1f]/g, '')
	const conversation = conversationOf(text, options, { file, warnings })
	return { reader: 'docx', conversations: [conversation], warnings, cleaned: await plainDocument(paragraphs) }
}

/** The parts of mammoth's document tree that matter here. */
type Node = { type: string; value?: string; highlight?: string | null; styleId?: string | null; children?: Node[] }

async function paragraphsOf(bytes: Uint8Array, unseen: ReadonlySet<string>): Promise<string[]> {
	let paragraphs: string[] = []
	const transformDocument = (document: Node) => {
		paragraphs = blocksOf(document, ({ highlight, styleId }) => highlight === HIDDEN || unseen.has(styleId ?? ''))
		return { ...document, children: [] }
	}
	try {
		await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { transformDocument, externalFileAccess: false })
	} catch (error) {
		if (error instanceof Problem) throw error
		// The document is not ours: whatever mammoth stumbles over is the document's fault.
		throw new Problem('invalid', 'document-unreadable')
	}
	return paragraphs
}

/** Paragraphs in reading order, without what nobody sees. */
function blocksOf(document: Node, isHidden: (node: Node) => boolean): string[] {
	const paragraphs = [...walk(document, ({ type }) => type === 'paragraph')].filter((node) => !isHidden(node))
	return paragraphs.map((paragraph) => inlineOf(paragraph, isHidden).trim()).filter((words) => words !== '')
}

function inlineOf(paragraph: Node, isHidden: (node: Node) => boolean): string {
	const pieces = [...walk(paragraph, (node) => node.type in INLINE || isHidden(node))]
	return pieces.map((node) => (isHidden(node) ? '' : (node.value ?? INLINE[node.type]))).join('')
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
