import { cac } from 'cac'

import { commandEnvironment, exitCodes, fromStdin, OutsideError, UsageError } from './environment'
import { didYouMean } from './did-you-mean'
import { addFileCommands } from './file-commands'
import { releaseCommands } from './release-commands'
import { addCheckCommands, addEditCommands } from './rules-commands'
import { addTrialCommands } from './trial-commands'

const cli = cac('norma')
const lang = ['--lang <lang>', 'en or ru (default: as the locale says)'] as const
const data = ['--data <dir>', 'Folder that holds the data', { default: commandEnvironment.dataDir }] as const

cli
  .command('start', 'Run the whole product on this machine')
  .option('--port <port>', 'Port of the API; 0 picks a free one', { default: 4000 })
  .option(...data)
  .option(...lang)
  .option('--rules <file>', 'First rules of an empty data folder (default: pipelines.yaml)')
  .action(async (options) => (await import('./start-command')).startCommand(options))

cli
  .command('token', 'Print a token for the API of this machine')
  .option('--as <employee>', 'Employee the token is for')
  .option('--role <role>', 'Or somebody in this role')
  .option(...data)
  .option(...lang)
  .example('norma token --as admin')
  .action(async (options) => (await import('./token-command')).tokenCommand(options))

addCheckCommands(cli)
addEditCommands(cli)

cli
  .command('show [pipeline] [stage]', 'Show the resolved rules with the line every part came from')
  .option('--file <file>', 'The file to show', { default: 'pipelines.yaml' })
  .option('--format <format>', 'pretty, json or markdown', { default: 'pretty' })
  .option(...lang)
  .example('norma show b2b_new contract')
  .example('norma show calendar')
  .action(async (pipeline, stage, options) => (await import('./show-command')).showCommand(pipeline, stage, options))

cli
  .command('due <expression>', 'Work out a due date and say which days were skipped and why')
  .option('--from <time>', 'Time it is counted from, such as "2026-12-30 16:30" (default: now)')
  .option('--task-done <time>', 'When the task was done that it is counted from')
  .option('--event <time>', 'When the event happened that it is counted from')
  .option('--field <field=date>', 'The date in the field that it is counted from')
  .option('--calendar <id>', 'One of `calendars` (default: the company’s)')
  .option('--file <file>', 'The file with the calendar', { default: 'pipelines.yaml' })
  .option(...lang)
  .example('norma due "4 working hours" --from "2026-12-31 17:40"')
  .example('norma due "1 working day before delivery_date" --field delivery_date=2027-01-11')
  .action(async (expression, options) => (await import('./due-command')).dueCommand(expression, options))

addTrialCommands(cli)

cli
  .command('docs', 'Write the playbook a newcomer learns the job from: a page for every direction and role')
  .option('--out <dir>', 'Folder for the pages', { default: 'playbook' })
  .option(...lang)
  .option('--format <format>', 'markdown or html', { default: 'markdown' })
  .option('--file <file>', 'The file with the rules', { default: 'pipelines.yaml' })
  .example('norma docs --format html --out playbook --lang ru')
  .action(async (options) => (await import('./docs-command')).docsCommand(options))

addFileCommands(cli)

cli
  .command('import <mapping>', 'Import deals and targets from CSV files as a mapping file says')
  .option(...data)
  .option(...lang)
  .option('--dry-run', 'Only say what would be taken and what not')
  .option('--folder <dir>', 'Where the files are (default: the folder the mapping names)')
  .example('norma import examples/import/maven.yaml --dry-run')
  .action(async (mapping, options) => (await import('./import-command')).importCommand(mapping, options))

cli
  .command('demo', 'Fill an empty data folder with a believable company')
  .option('--seed <seed>', 'The same seed makes the same company', { default: 1 })
  .option(...data)
  .option(...lang)
  .action(async (options) => (await import('./demo-command')).demoCommand(options))

cli
  .command('report [name]', 'Print a report of the whole company; without a name: which there are')
  .option('--period <period>', 'Month 2026-11, quarter 2026-Q4, half-year 2026-H2 or year 2026 (default: this month)')
  .option('--from <day>', 'Or from a day …')
  .option('--to <day>', '… to a day')
  .option('--direction <id>', 'Only this direction')
  .option('--axis <axis=value>', 'Only directions with this axis value')
  .option('--department <id>', 'Only this department and those below it')
  .option('--person <id>', 'Only this employee')
  .option('--by <group>', 'What a row is: person, direction, stage …')
  .option('--metric <metric>', 'For the plan: sum, count or tasks_done')
  .option('--format <format>', 'table, csv, xlsx or json', { default: 'table' })
  .option('--out <file>', 'Write to this file')
  .option(...lang)
  .option(...data)
  .example('norma report accountant --period 2026-11 --format xlsx --out november.xlsx')
  .action(async (name, options) => (await import('./report-command')).reportCommand(name, options))

cli
  .command('dead-letters', 'List events that a consumer could not handle')
  .option('--consumer <name>', 'Only those of this consumer')
  .option(...data)
  .option(...lang)
  .action(async (options) => (await import('./letters-command')).lettersCommand(options))

cli
  .command('redrive [...ids]', 'Give dead letters to their consumers again')
  .option('--consumer <name>', 'Only those of this consumer')
  .option(...data)
  .option(...lang)
  .action(async (ids, options) => (await import('./letters-command')).redriveCommand(ids, options))

cli
  .command(
    'run <schedule>',
    'Run a schedule now, such as refresh-pace, reconcile-columns, reconcile-plan, reconcile-reports or pack-reports',
  )
  .option(...data)
  .option(...lang)
  .action(async (schedule, options) => (await import('./letters-command')).scheduleCommand(schedule, options))

cli
  .command('events <deal>', 'Show everything that has happened to a deal, each event under the one that caused it')
  .option(...data)
  .option(...lang)
  .action(async (deal, options) => (await import('./events-command')).eventsCommand(deal, options))

releaseCommands(cli, { data, lang })

cli
  .command('pause <rule>', 'Stop a rule of the automation at once')
  .option('--reason <reason>', 'Why; deals on which it would have run say so')
  .option(...data)
  .option(...lang)
  .action(async (rule, options) => (await import('./pause-command')).pauseCommand(rule, options))

cli
  .command('resume <rule>', 'Let a paused rule of the automation run again')
  .option(...data)
  .option(...lang)
  .action(async (rule, options) => (await import('./pause-command')).resumeCommand(rule, options))

cli.help()
cli.version('0.1.0')

await main()

async function main(): Promise<void> {
  try {
    if (commandEnvironment.lang === 'ru') (await import('./spoken')).helpInRussian(cli)
    const { options, args } = cli.parse(process.argv.map(plainWord), { run: false })
    if (options['help'] === true || options['version'] === true) return
    if (cli.matchedCommand === undefined) throw new UsageError(unknownCommand(args[0]))
    await cli.runMatchedCommand()
  } catch (error) {
    await fail(error)
  }
}

/**
 * What the parser understands: a lone dash would be taken for an option without a name, and a switch with a dash in its
 * name would swallow the word behind it.
 */
function plainWord(word: string): string {
  if (word === '-') return fromStdin
  const known = cli.commands.flatMap((command) => command.options).find(({ rawName }) => rawName === word)
  return known?.isBoolean === true ? `--${known.names[0] ?? ''}` : word
}

function unknownCommand(name: string | undefined): string {
  const names = cli.commands.map((command) => command.name)
  const there = `${names.join(', ')}. norma --help tells more.`
  if (name === undefined) return `Say what to do: ${there}`
  return `There is no command “${name}”.${didYouMean(name, names)} There are: ${there}`
}

async function fail(error: unknown): Promise<void> {
  const isUsage = error instanceof UsageError || (error instanceof Error && error.name === 'CACError')
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.internal
  const message =
    commandEnvironment.lang === 'ru'
      ? (await import('./spoken')).errorInRussian(error)
      : error instanceof Error
        ? error.message
        : String(error)
  process.stderr.write(`norma: ${message}\n`)
  if (isUsage || error instanceof OutsideError || !(error instanceof Error)) return
  if (error.cause instanceof Error) process.stderr.write(`  because: ${error.cause.message}\n`)
  if (error.name !== 'Refusal' && error.stack !== undefined) process.stderr.write(`${error.stack}\n`)
}
