/** An exchange archive: the project file and the text of every conversation beside it. */
import { writeParts } from '#listening/readers/office-parts.ts'
import type { ExportedProject } from './exported-project.ts'
import { writeQde } from './write-qde.ts'

/** `lf` as the standard has it; `maxqda` with the line ends MAXQDA expects, which it counts as one character. */
export const PROFILES = ['lf', 'maxqda'] as const
export type Profile = (typeof PROFILES)[number]

export function writeQdpx(project: ExportedProject, profile: Profile): Promise<Uint8Array> {
	const texts = project.conversations.map(
		({ id, text }) => [`sources/${id}.txt`, profile === 'maxqda' ? text.replaceAll('\n', '\r\n') : text] as const,
	)
	return writeParts(new Map([['project.qde', writeQde(project)], ...texts]))
}
