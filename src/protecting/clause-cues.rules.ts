/** What the rest of a clause says about a name in it: only people have promised, married, been in the council. Pure. */
import { isBeside, type Word } from './name-words.rules.ts'

/** What nobody but people has done. */
const DONE_BY_PEOPLE =
	/^(?:(?:zu|ab|an|aus|vor|nach|mit|dazu|dagegen|dazwischen|ein|auf|herum|rum)?(?:gesagt|gemeint|gerufen|gerufen|gefragt|geschimpft|gelacht|geredet|gesprochen|geschrieben|gestimmt|gelogen|gebruellt|gebetet|geschworen|gelobt|geschlagen))$|^(?:gewusst|gewollt|gekannt|gedacht|geglaubt|geschwiegen|gestiftet|gespendet|gekuendigt|geheiratet|gewaehlt|gekocht|gebacken|gelernt|studiert|kandidiert|organisiert|protokolliert|moderiert|repariert|telefoniert|diskutiert|gratuliert|erzaehlt|erlebt|erklaert|entschuldigt|beantragt|versprochen|bestellt|bezahlt|verkauft|gekauft|uebernommen|unterschrieben|unterrichtet|widersprochen|behauptet|beschwert|bedankt|vererbt|verhandelt|pensioniert|angerufen|angefragt|eingeladen|mitgemacht|aufgehoert|weggezogen|hergezogen|zugezogen|gewohnt|gegruesst|geholfen)$/

/** Folded; up to the next comma or the end of the sentence. */
export function isDoneByPeople(words: readonly Word[], at: number): boolean {
	return someInClause(words, at, (folded) => DONE_BY_PEOPLE.test(folded))
}

function someInClause(words: readonly Word[], at: number, isIt: (folded: string) => boolean): boolean {
	for (let next = at + 1; next < at + 9; next++) {
		const word = words[next]
		if (!word || word.gap === 'comma' || word.gap === 'sentence') return false
		if (isIt(word.folded)) return true
	}
	return false
}

/** `Sommer hat dazwischengerufen`: at the head of a clause, without an article. */
export function speaksHead(words: readonly Word[], at: number): boolean {
	const [word, after] = [words[at]!, words[at + 1]]
	const isHead = word.isOpening || word.gap === 'comma' || words[at - 1]?.folded === 'und'
	return isHead && isBeside(after) && /^(?:hat|hatte)$/.test(after.folded) && isDoneByPeople(words, at + 1)
}

const TALKED =
	/^(?:(?:aus|ab|durch|vor|mit)?ge(?:redet|sprochen)|telefoniert|gestritten|diskutiert|verhandelt|geeinigt|verabredet|getroffen|verkracht|vertragen|reden|sprechen|telefonieren|streiten)$/

/** `mit Grün hab ich geredet`: where a colour or a stuff is not talked to. */
export function isTalkedWith(words: readonly Word[], at: number): boolean {
	return (
		isBeside(words[at]) &&
		/^(?:mit|gegen|bei)$/.test(words[at - 1]?.folded ?? '') &&
		!words[at + 1]?.isCapital &&
		someInClause(words, at, (folded) => TALKED.test(folded))
	)
}

const LIKE_PEOPLE =
	/^(?:schule|klasse|rat|verein|partei|vorstand|kindergarten|bundeswehr|lehre|krieg|gefangenschaft|schacht|montage|rente|krankenhaus|kur|fabrik|streng|nett|freundlich|dagegen|dafuer|fleissig|faul|schlau|grosszuegig|geizig|stur|krank|gestorben|beleidigt|sauer|wuetend|verheiratet|ledig|evangelisch|katholisch|lustig|hilfsbereit)$/

/** `der Busch, der war in der Schule schon so`. */
export function isLikePeople(words: readonly Word[], at: number): boolean {
	return someInClause(words, at, (folded) => LIKE_PEOPLE.test(folded))
}
