/** Pieces that both frames, public and workshop, begin with. */
import { useLocation } from 'react-router'
import { language, m } from '#platform/words/words.ts'
import { withParameter } from './pager.tsx'
import { useTown } from './town.tsx'

export function SkipLink() {
	return (
		<a className="skip" href="#inhalt">
			{m.platform_skip_to_content()}
		</a>
	)
}

/** Says on every page that an invented town is invented. */
export function FictionNotice() {
	const { name, isFictional } = useTown()
	return isFictional ? (
		<p className="fiction">
			<span className="page">{m.platform_fictional_notice({ name })}</span>
		</p>
	) : null
}

/** The same page in the municipality's other languages, each named in itself. */
export function LanguageSwitch() {
	const location = useLocation()
	const others = useTown().languages.filter((known) => known !== language())
	return others.map((other) => (
		<a key={other} className="language" href={withParameter(location, 'lang', other)} lang={other} hrefLang={other}>
			{m.platform_language_own_name({}, { locale: other })}
		</a>
	))
}
