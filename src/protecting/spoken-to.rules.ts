/** Names of people who are spoken to: `Rose, weißt du noch?`, `Danke, Rose.`, `Liebe Rose`. Pure. */
import { isBeside, type Word } from './name-words.rules.ts'

const TO_SOMEBODY =
	/^(?:weisst|wissen|erinnerst|kannst|koenntest|magst|willst|hast|bist|siehst|du|sie|sag|sagen|komm|hoer|erzaehl|erzaehlen|moechten|moechtest|lass)$/
const BEFORE_SOMEBODY =
	/^(?:danke|dankeschoen|bitte|nee|nein|ja|ach|hallo|hi|tschuess|servus|moin|mensch|komm|du|stimmt|gell|genau|dich|willkommen|ade|ciao)$/

/** A word that is a name when somebody is called by it. */
export function isCalled(words: readonly Word[], at: number): boolean {
	const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]]
	if (!word.isCapital || word.isShouted) return false
	if (/^(?:liebe|lieber|liebste|liebster)$/.test(before?.folded ?? '') && before!.isCapital && isBeside(word))
		return after?.gap !== 'space'
	if (word.isOpening) return after?.gap === 'comma' && TO_SOMEBODY.test(after.folded)
	return (
		word.gap === 'comma' &&
		before !== undefined &&
		BEFORE_SOMEBODY.test(before.folded) &&
		(after === undefined || after.gap === 'sentence' || after.gap === 'comma')
	)
}
