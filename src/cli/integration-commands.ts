import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds what can be done with recorded days of providers, and the program beside an exchange. */
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

  cli
    .command('pbx', help.pbx)
    .option('--ami <place>', help.pbx_ami, { default: '127.0.0.1:5038' })
    .option('--user <name>', help.pbx_user)
    .option('--to <address>', help.pbx_to)
    .option('--spool <folder>', help.pbx_spool, { default: '.norma-pbx' })
    .option('--secrets <file>', help.pbx_secrets)
    .option('--cdr <file>', help.pbx_cdr)
    .option('--dial <channel>', help.pbx_dial)
    .option('--context <name>', help.pbx_context, { default: 'from-internal' })
    .option('--begins <figures>', help.pbx_begins, { default: '7' })
    .option('--status', help.pbx_status)
    .option(...lang)
    .example('norma pbx --user norma --to https://norma.example.com/in/asterisk-main')
    .action(async (options) => (await import('./norma/pbx-command')).pbxCommand(options))
}
