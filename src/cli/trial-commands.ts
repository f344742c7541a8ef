import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds the commands that try rules out: tests, and simulations of new deals and of history. */
export function addTrialCommands(cli: CAC, help: HelpWords): void {
  const { lang, data, format } = sharedOptions(help)
  cli
    .command('test [...files]', help.test)
    .option('--format <format>', help.test_format, { default: 'pretty' })
    .option(...lang)
    .option('--only <name>', help.test_only)
    .option('--min-coverage <percent>', help.test_min_coverage)
    .option('--watch', help.test_watch)
    .example(help.test_example)
    .action(async (files, options) => (await import('./trial/test-command')).testCommand(files, options))

  cli
    .command('simulate [file]', help.simulate)
    .option('--deal <deal>', help.simulate_deal)
    .option('--set <field=value>', help.simulate_set)
    .option('--at <time>', help.simulate_at)
    .option('--pipeline <pipeline>', help.simulate_pipeline)
    .option('--stage <stage>', help.simulate_stage)
    .option('--idle', help.simulate_idle)
    .option('--last <days>', help.simulate_last)
    .option(...format)
    .option(...lang)
    .option(...data)
    .example('norma simulate --deal new --set client_type=company --set repeat_client=no --at "2026-12-31 17:40"')
    .example('norma simulate next.yaml --last 90d')
    .action(async (file, options) => (await import('./trial/simulate-command')).simulateCommand(file, options))
}
