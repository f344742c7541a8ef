import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds what can be done with people without being let in by any of them. */
export function addPeopleCommands(cli: CAC, help: HelpWords): void {
  const { lang, data } = sharedOptions(help)
  cli
    .command('people <action> [employee]', help.people)
    .option('--as <employee>', help.people_as)
    .option(...data)
    .option(...lang)
    .example('norma people invite anna.petrova')
    .example('norma people rescue --as admin')
    .action(async (action, employee, options) =>
      (await import('./norma/people-command')).peopleCommand(action, employee, options),
    )
}
