/** A word or sentence of the method pack: German first, English beside it. */
export type PackWording = { de: string; en: string }
