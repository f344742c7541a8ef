import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds the commands that count with the calendar of a file and fill it. */
export function addCalendarCommands(cli: CAC, help: HelpWords): void {
  const { lang } = sharedOptions(help)
  const file = ['--file <file>', help.calendar_file, { default: 'pipelines.yaml' }] as const
  cli
    .command('due <expression>', help.due)
    .option('--from <time>', help.due_from)
    .option('--task-done <time>', help.due_task_done)
    .option('--event <time>', help.due_event)
    .option('--field <field=date>', help.due_field)
    .option('--calendar <id>', help.due_calendar)
    .option(...file)
    .option(...lang)
    .example('norma due "4 working hours" --from "2026-12-31 17:40"')
    .example('norma due call_back --from "2026-12-04 17:55"')
    .example('norma due "1 working day before delivery_date" --field delivery_date=2027-01-11')
    .action(async (expression, options) => (await import('./calendar/due-command')).dueCommand(expression, options))

  cli
    .command('holidays <country> <year>', help.holidays)
    .option('--region <code>', help.holidays_region)
    .option(...file)
    .option('--write', help.holidays_write)
    .option(...lang)
    .example('norma holidays RU 2027 --write')
    .action(async (country, year, options) =>
      (await import('./calendar/holidays-command')).holidaysCommand(country, year, options),
    )
}
