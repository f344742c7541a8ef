import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds what can be done with recorded days of providers. */
export function addIntegrationCommands(cli: CAC, help: HelpWords): void {
  const { lang, data } = sharedOptions(help)
  cli
    .command('integration <action> <what>', help.integration)
    .option('--speed <times>', help.integration_speed, { default: 1 })
    .option('--last <count>', help.integration_last, { default: 20 })
    .option('--out <folder>', help.integration_out)
    .option(...data)
    .option(...lang)
    .example('norma integration play examples/channels --speed 60')
    .example('norma integration record mango-main --out samples')
    .action(async (action, what, options) =>
      (await import('./norma/integration-command')).integrationCommand(action, what, options),
    )
}
