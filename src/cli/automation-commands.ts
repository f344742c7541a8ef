import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds the commands that stop rules of the automation and let them run again. */
export function addAutomationCommands(cli: CAC, help: HelpWords): void {
  const { lang, data } = sharedOptions(help)
  cli
    .command('pause <rule>', help.pause)
    .option('--reason <reason>', help.pause_reason)
    .option(...data)
    .option(...lang)
    .action(async (rule, options) => (await import('./norma/pause-command')).pauseCommand(rule, options))

  cli
    .command('resume <rule>', help.resume)
    .option(...data)
    .option(...lang)
    .action(async (rule, options) => (await import('./norma/pause-command')).resumeCommand(rule, options))
}
