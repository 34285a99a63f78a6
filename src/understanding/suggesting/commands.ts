/** What the machine does on the command line. */
import { codeSuggestCommand } from './code-suggest-command.ts'
import { evaluateCommand } from './evaluate-command.ts'

export const suggestingCommands = [evaluateCommand, codeSuggestCommand]
