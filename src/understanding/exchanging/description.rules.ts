/** Descriptions that another program wrote as a page of the web, as plain words. */

const TAG = '(?:p|br|div|span|b|i|u|s|em|strong|a|font|ul|ol|li|h[1-6]|table|tbody|tr|td|th|html|head|body|blockquote)'
const LIKE_A_PAGE = new RegExp(String.raw`</?${TAG}(?:\s[^<>]*)?/?>`, 'i')
const BREAKS = /<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|ul|ol|table|blockquote)\s*>/gi
const UNSEEN = /<!--[^]*?-->|<(style|script|head|title)\b[^<>]*>[^]*?<\/\1\s*>/gi
const ANY_TAG = new RegExp(String.raw`</?${TAG}(?:\s[^<>]*)?/?>|<!doctype[^<>]*>|<(?:meta|link|hr|img)\b[^<>]*>`, 'gi')

const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	auml: 'ä',
	ouml: 'ö',
	uuml: 'ü',
	Auml: 'Ä',
	Ouml: 'Ö',
	Uuml: 'Ü',
	szlig: 'ß',
	ndash: '–',
	bdquo: '„',
	ldquo: '“',
	hellip: '…',
}

/** Words that only mention a sign such as `<` stay as they are. */
export function plainDescription(written: string): string {
	if (!LIKE_A_PAGE.test(written)) return written
	return written
		.replace(UNSEEN, '')
		.replace(BREAKS, '\n')
		.replace(ANY_TAG, '')
		.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/ *\n */g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()
}
