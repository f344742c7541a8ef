import type { CAC } from 'cac'

import { commandEnvironment } from './environment'

/** The commands that try rules out: tests, and simulations of new deals and of history. */
export function addTrialCommands(cli: CAC): void {
  cli
    .command('test [...files]', 'Try the rules by pipelines.test.yaml, on a clock and a company of their own')
    .option('--format <format>', 'pretty, junit or json', { default: 'pretty' })
    .option('--lang <lang>', 'en or ru (default: as the locale says)')
    .option('--only <name>', 'Only tests with this in their name')
    .option('--min-coverage <percent>', 'Fail when less of the rules was tried')
    .option('--watch', 'Run again whenever a file is saved')
    .example('norma test --only "New Year"')
    .action(async (files, options) => (await import('./test-command')).testCommand(files, options))

  cli
    .command('simulate [file]', 'A new deal, or the history of real ones, through a file that is not published yet')
    .option('--deal <deal>', 'new for a new deal; or the id of a real one, shown by its old and new rules side by side')
    .option('--set <field=value>', 'A field of the new deal; several times if need be')
    .option('--at <time>', 'When the new deal comes, such as "2026-12-31 17:40"')
    .option('--pipeline <pipeline>', 'Its direction (default: as new_deals says)')
    .option('--stage <stage>', 'The stage it begins in')
    .option('--idle', 'What happens when nobody ever does anything')
    .option('--last <days>', 'Replay deals of the last days, such as 90d')
    .option('--format <format>', 'pretty, json or markdown', { default: 'pretty' })
    .option('--lang <lang>', 'en or ru (default: as the locale says)')
    .option('--data <dir>', 'Folder that holds the data', { default: commandEnvironment.dataDir })
    .example('norma simulate --deal new --set client_type=company --set repeat_client=no --at "2026-12-31 17:40"')
    .example('norma simulate next.yaml --last 90d')
    .action(async (file, options) => (await import('./simulate-command')).simulateCommand(file, options))
}
