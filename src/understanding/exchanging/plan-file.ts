/** An exchange file as a plan of what to write: a project (qdpx, or qde without its archive) or a codebook alone (qdc). */
import { Problem } from '#platform/problem.ts'
import { readInThread } from '#listening/readers/read-in-thread.ts'
import type { GivenFile } from '#listening/readers/read-options.ts'
import { endingOf } from '#listening/readers/readers.ts'
import { idOf } from './guids.ts'
import { planProject } from './plan-project.ts'
import { planThemes } from './plan-themes.rules.ts'
import type { PlanOptions } from './project-context.ts'
import { LossReport, type ProjectPlan } from './project-plan.ts'
import { decodeXml, readArchive } from './read-archive.ts'
import { readQdc, readQde } from './read-qde.ts'

/** Archives bring pictures and recordings along, which nobody unpacks. */
export const ARCHIVE_LIMIT_BYTES = 256 * 1024 * 1024

export const EXCHANGE_ENDINGS = ['qdpx', 'qdc', 'qde'] as const

/**
 * Reads in a thread of its own, because an archive can be made to hurt.
 *
 * @throws {Problem} `file-empty`, `file-too-large`, `file-kind-unknown`, and as `planFile`
 */
export async function readExchangeFile(file: GivenFile, options: PlanOptions): Promise<ProjectPlan> {
	if (file.bytes.byteLength === 0) throw new Problem('invalid', 'file-empty')
	if (file.bytes.byteLength > ARCHIVE_LIMIT_BYTES)
		throw new Problem('too-large', 'file-too-large', { megabytes: ARCHIVE_LIMIT_BYTES / 1024 / 1024 })
	const ending = endingOf(file.name)
	if (!EXCHANGE_ENDINGS.some((known) => known === ending))
		throw new Problem('invalid', 'file-kind-unknown', { ending: ending || '–', endings: EXCHANGE_ENDINGS.join(', ') })
	return readInThread<ProjectPlan>(new URL('./read-project.worker.ts', import.meta.url), { file, options })
}

/** @throws {Problem} what `readArchive`, `readQde`, `readQdc` and `planProject` refuse */
export async function planFile({ name, bytes }: GivenFile, options: PlanOptions): Promise<ProjectPlan> {
	if (endingOf(name) === 'qdc') return planCodebook(decodeXml(bytes))
	// Texts beside the project file are not at hand, those inside of it are.
	if (endingOf(name) === 'qde') return planProject(readQde(decodeXml(bytes)), () => undefined, options)
	const archive = await readArchive(bytes)
	return planProject(readQde(archive.project), archive.find, options)
}

function planCodebook(text: string): ProjectPlan {
	const { codes, sets } = readQdc(text)
	if (codes.length === 0) throw new Problem('invalid', 'exchange-nothing-in-it')
	const losses = new LossReport()
	const { themes } = planThemes(codes, idOf, losses)
	losses.add('sets', sets)
	return {
		name: '',
		origin: '',
		themes,
		conversations: [],
		codings: [],
		memos: [],
		readings: [],
		losses: losses.list(),
	}
}
