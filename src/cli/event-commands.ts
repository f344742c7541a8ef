import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds the commands that look at events and at what should follow from them. */
export function addEventCommands(cli: CAC, help: HelpWords): void {
  const { lang, data } = sharedOptions(help)
  cli
    .command('events <deal>', help.events)
    .option(...data)
    .option(...lang)
    .action(async (deal, options) => (await import('./norma/events-command')).eventsCommand(deal, options))

  cli
    .command('dead-letters', help.dead_letters)
    .option('--consumer <name>', help.consumer)
    .option(...data)
    .option(...lang)
    .action(async (options) => (await import('./norma/letters-command')).lettersCommand(options))

  cli
    .command('redrive [...ids]', help.redrive)
    .option('--consumer <name>', help.consumer)
    .option(...data)
    .option(...lang)
    .action(async (ids, options) => (await import('./norma/letters-command')).redriveCommand(ids, options))

  cli
    .command('run <schedule>', help.run)
    .option(...data)
    .option(...lang)
    .action(async (schedule, options) => (await import('./norma/letters-command')).scheduleCommand(schedule, options))
}
