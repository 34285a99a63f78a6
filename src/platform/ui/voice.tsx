import { Fragment, type ReactNode } from 'react'
import { classes } from './classes.ts'

export type VoiceProps = {
	/** The words as spoken. `[…]` and `[Verein]` are ours, not the speaker's, and are set in our type. */
	children: string
	/** Who, as a public role label: "Stimme aus den Ortsteilen". */
	label?: ReactNode
	/** Links and notes after the label. */
	after?: ReactNode
	size?: 'normal' | 'large'
	/** Language the person spoke; quotation marks follow it. */
	language?: string
}

/** What a person said. The only part, with the transcript, that may be set in serif. */
export function Voice({ children, label, after, size = 'normal', language = 'de' }: VoiceProps) {
	return (
		<figure className={classes('voice', size === 'large' && 'voice--large')}>
			<blockquote lang={language}>
				<SpokenText language={language}>{children}</SpokenText>
			</blockquote>
			{label || after ? (
				<figcaption>
					{label}
					{label && after ? ' · ' : null}
					{after}
				</figcaption>
			) : null}
		</figure>
	)
}

/** Spoken words in a line or cell, with our marks in brackets set apart. */
export function SpokenText({ children, language = 'de' }: Pick<VoiceProps, 'children' | 'language'>) {
	return (
		<span className="spoken" lang={language}>
			{children.split(/(\[[^\][]{1,80}\])/).map((piece, index) =>
				index % 2 ? (
					<span key={index} className="ours">
						{piece}
					</span>
				) : (
					<Fragment key={index}>{piece}</Fragment>
				),
			)}
		</span>
	)
}
