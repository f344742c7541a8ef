import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds the commands that print what is known: reports, and whose data somebody has read. */
export function addReportCommands(cli: CAC, help: HelpWords): void {
  const { lang, data } = sharedOptions(help)
  cli
    .command('report [name]', help.report)
    .option('--period <period>', help.report_period)
    .option('--from <day>', help.report_from)
    .option('--to <day>', help.report_to)
    .option('--direction <id>', help.report_direction)
    .option('--axis <axis=value>', help.report_axis)
    .option('--department <id>', help.report_department)
    .option('--person <id>', help.report_person)
    .option('--by <group>', help.report_by)
    .option('--metric <metric>', help.report_metric)
    .option('--format <format>', help.report_format, { default: 'table' })
    .option('--out <file>', help.report_out)
    .option(...lang)
    .option(...data)
    .example('norma report accountant --period 2026-11 --format xlsx --out november.xlsx')
    .action(async (name, options) => (await import('./norma/report-command')).reportCommand(name, options))
  cli
    .command('leak', help.leak)
    .option('--employee <id>', help.leak_employee)
    .option('--from <day>', help.leak_from)
    .option('--to <day>', help.leak_to)
    .option('--format <format>', help.leak_format, { default: 'table' })
    .option(...lang)
    .option(...data)
    .example('norma leak --employee anna.petrova --from 2026-11-01 --to 2026-11-30')
    .action(async (options) => (await import('./norma/leak-command')).leakCommand(options))
}
