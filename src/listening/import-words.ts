/** Reads the words people use for formats and consents on the command line and in forms. */
import { Problem } from '#platform/problem.ts'
import { CHANNELS, FORMATS, type Channel, type Format } from './vocabulary.ts'

/** @throws {Problem} `format-unknown` */
export function readFormat(word: string | undefined): Format | undefined {
	if (!word) return undefined
	if (!FORMATS.includes(word as Format))
		throw new Problem('invalid', 'format-unknown', { format: word.slice(0, 40), formats: FORMATS.join(', ') })
	return word as Format
}

/**
 * `analyse,quote` → channels. Without a word the people in a file are taken to allow analysis and nothing public.
 *
 * @throws {Problem} `channel-unknown`
 */
export function readChannels(words: string | undefined): Channel[] {
	const channels = (words ?? 'analyse').split(/[\s,]+/).filter((word) => word !== '')
	const unknown = channels.find((word) => !CHANNELS.includes(word as Channel))
	if (unknown)
		throw new Problem('invalid', 'channel-unknown', { channel: unknown.slice(0, 40), channels: CHANNELS.join(', ') })
	return channels as Channel[]
}
