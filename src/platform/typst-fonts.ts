/** The house's type for printed documents. */
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/**
 * Absolute paths of static TTFs, since Typst reads no WOFF2; DejaVu Sans draws what the two others lack (other scripts,
 * arrows, signs).
 */
export const HOUSE_FONTS = [
	'@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
	'@expo-google-fonts/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
	'@expo-google-fonts/atkinson-hyperlegible-next/800ExtraBold/AtkinsonHyperlegibleNext_800ExtraBold.ttf',
	'@expo-google-fonts/fraunces/400Regular/Fraunces_400Regular.ttf',
	'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
	'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
].map((file) => resolve(file))
