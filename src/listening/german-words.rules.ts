/** A German text as words: what search, word lists and the machine's suggestions read. Pure. */
import { stemOf } from './german-stem.rules.ts'

export type GermanWord = {
	/** Lower case, whole: joined over the end of a line, `Bürger*innen` as `bürgerinnen`. */
	word: string
	/** UTF-16 units in the text, half-open. */
	start: number
	end: number
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]*/gu

/** Between two halves of a word that a line end divides: its hyphen and the break. */
const LINE_BREAK_IN_WORD = /^[-\u2010\u00ad] {0,3}\n {0,3}$/
/** `Bürger*innen`, `Bürger:innen`, `Bürger_innen`, `Bürger/-innen`: one word. */
const GENDER_GAP = /^(?:[*:_·•]|\/-?)$/
const FEMININE = /^(?:in|innen)$/
/** "Haupt-\nund Nebenstraße" divides no word. */
const JOINING = /^(?:und|oder|bzw|sowie|bis|u|o)$/

/** The words of a text in order. A number is a word. */
export function wordsOf(text: string): GermanWord[] {
	const words: GermanWord[] = []
	let last: GermanWord | undefined
	for (const { 0: raw, index } of text.matchAll(WORD)) {
		const end = index + raw.length
		if (last && index - last.end <= 8 && continues(text, last, raw, index)) {
			last.word += plain(raw)
			last.end = end
			continue
		}
		last = { word: plain(raw), start: index, end }
		words.push(last)
	}
	return words
}

function continues(text: string, last: GermanWord, raw: string, index: number): boolean {
	const first = text.charCodeAt(last.end)
	// Nearly always a space: nothing to look at.
	if (first === 32 || first === 10) return false
	const between = text.slice(last.end, index)
	if (LINE_BREAK_IN_WORD.test(between)) return /^\p{Ll}/u.test(raw) && !JOINING.test(raw) && /\p{L}$/u.test(last.word)
	return GENDER_GAP.test(between) && FEMININE.test(raw) && last.word.length > 2
}

/** Letters that may stand for the same as others, and what is not seen: nothing of it in nearly every German word. */
const UNUSUAL = /[^\u0000-\u024f]|\u00ad/

function plain(raw: string): string {
	if (!UNUSUAL.test(raw)) return raw.toLowerCase()
	return raw
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\u00ad\u200b-\u200d]/g, '')
}

/** Words that say nothing about what a text is about. Compared with umlauts: "schön" tells something, "schon" does not. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	`ab aber ach beim den s n t ne nen nem ner drin nix nie wär hätt würd sag sagen sagt sagte gesagt geht kommt kommen bloß all alle allem allen aller allerdings alles allzu als also am an andere anderem anderen anderer anderes
	anderm andern anders auch auf aus außer außerdem bei beide beiden beides bereits besonders bevor bin bis bisher
	bist bzw da dabei dadurch dafür dagegen daher dahin damals damit danach daneben dann dar daran darauf daraus darf darfst
	darin darüber darum darunter das dass daß davon davor dazu dein deine deinem deinen deiner deines dem demnach denen denn
	dennoch der deren derer des deshalb dessen desto deswegen dich die dies diese dieselbe dieselben diesem diesen dieser
	dieses dir doch dort du durch dürfen dürfte eben ebenfalls ebenso eher eigentlich ein eine einem einen einer eines einfach
	einige einigem einigen einiger einiges einmal er erst erste ersten es etc etwa etwas euch euer eure eurem euren eurer ey
	für ganz ganze ganzen gar gegen genau gerade gern gerne gewesen gibt ging habe haben hab halt hast hat hatte hatten hattest
	hattet hätte hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins irgend
	irgendwann irgendwas irgendwie irgendwo ist ja je jede jedem jeden jeder jedes jedoch jemand jene jenem jenen jener jenes
	jetzt kann kannst kaum kein keine keinem keinen keiner keines konnte konnten könnte könnten können könnt machen macht mal
	man manche manchem manchen mancher manches manchmal mehr mein meine meinem meinen meiner meines meist meistens mich mir mit
	mithin möchte mögen muss musst müssen müsste müssten mußte musste mussten na nach nachdem natürlich neben nein nicht nichts
	noch nun nur ob oben obwohl oder oft ohne okay per quasi relativ schon sehr sei seid sein seine seinem seinen seiner seines
	seit seitdem selber selbst sich sie sind so sobald sodass sogar solange solche solchem solchen solcher solches soll sollen
	sollte sollten somit sondern sonst soviel soweit sowie sowieso sowohl statt stets tja trotz trotzdem tun tut über
	überhaupt übrigens um und uns unser unsere unserem unseren unserer unseres unter usw viel viele vielem vielen vieler vieles
	vielleicht vom von vor vorher wann war waren warst warum was weder wegen weil weiter weitere weiteren weiterhin welche
	welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werde werden werdet weshalb wessen wie wieder wieso
	will willst wir wird wirklich wirst wo wobei wodurch wohin wohl wollen wollte wollten womit woran worden wurde wurden würde
	würden ziemlich zu zudem zum zumal zur zwar zwischen äh ähm öfter
	a about after all also an and any are as at be because been but by can could did do does for from had has have he her his
	how i if into is it its just me more most my no not of on or our out she so some that the their them then there these they
	this to up us was we were what when where which who will with would you your`.split(/\s+/),
)

/** The stems of a text's words that say something, in order. */
export function stemsOf(text: string): string[] {
	return wordsOf(text).flatMap(({ word }) => (STOP_WORDS.has(word) ? [] : [stemOf(word)]))
}
