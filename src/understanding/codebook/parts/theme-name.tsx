/** A theme's colour and name: the colour never stands alone. */
export function ThemeName({ label, colour, href }: { label: string; colour: string; href?: string | undefined }) {
	return (
		<span className="theme-name">
			<i style={{ background: colour }} aria-hidden="true" />
			{href ? <a href={href}>{label}</a> : label}
		</span>
	)
}
