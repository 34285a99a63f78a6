/** A short but complete report of Birkenrode, a town that does not exist: for tests and for looking at the templates. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Dossier, ReportContent } from './report-content.ts'
import { reportWords } from './report-words.ts'

export const sampleReport: ReportContent = {
	...(fromFile('report-content.sample.yaml') as Omit<ReportContent, 'words' | 'dossiers'>),
	words: reportWords.de,
	dossiers: fromFile('report-dossiers.sample.yaml') as Dossier[],
}

function fromFile(name: string): unknown {
	return parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
}
