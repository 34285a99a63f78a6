/** What the machine does on the command line. */
import { evaluateCommand } from './evaluate-command.ts'

export const suggestingCommands = [evaluateCommand]
