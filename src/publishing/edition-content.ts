export type EditionContent = Record<string, unknown>
