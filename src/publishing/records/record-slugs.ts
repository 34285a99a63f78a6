import type { RecordKind } from './record-document.ts'

/** How the documents are called in addresses and as files. */
export const RECORD_SLUGS: Record<RecordKind, string> = {
	'processing-record': 'verzeichnis',
	'privacy-notice': 'hinweis',
	'processor-agreement': 'auftragsverarbeitung',
	'impact-note': 'folgenabschaetzung',
}

export function recordKindOf(slug: string): RecordKind | undefined {
	return (Object.keys(RECORD_SLUGS) as RecordKind[]).find((kind) => RECORD_SLUGS[kind] === slug)
}
