import { cac } from 'cac'

import { commandEnvironment, exitCodes, fromStdin, UsageError } from './environment'

const cli = cac('norma')
const lang = ['--lang <lang>', 'en or ru (default: as the locale says)'] as const
const data = ['--data <dir>', 'Folder that holds the data', { default: commandEnvironment.dataDir }] as const

cli
  .command('start', 'Run the whole product on this machine')
  .option('--port <port>', 'Port of the API; 0 picks a free one', { default: 4000 })
  .option(...data)
  .option('--rules <file>', 'First rules of an empty data folder (default: pipelines.yaml)')
  .action(async (options) => (await import('./start-command')).startCommand(options))

cli
  .command('token', 'Print a token for the API of this machine')
  .option('--as <employee>', 'Employee the token is for')
  .option('--role <role>', 'Or somebody in this role')
  .option(...data)
  .example('norma token --as admin')
  .action(async (options) => (await import('./token-command')).tokenCommand(options))

cli
  .command('check [...files]', 'Check pipelines.yaml: every fault with its place and what to write instead')
  .option(
    '--format <format>',
    'pretty, compact, json, jsonl, github, sarif, junit or markdown; NAME=FILE writes it there',
  )
  .option('--max-warnings <number>', 'More warnings than this are a failure (default: any number is fine)')
  .option('--stdin-filename <name>', 'What to call the text when it is read from standard input (-)')
  .option(...lang)
  .example('norma check')
  .example('norma check --format pretty --format sarif=reports/rules.sarif --max-warnings 0')
  .example('cat pipelines.yaml | norma check - --stdin-filename pipelines.yaml')
  .example('Exit codes: 0 clean, 1 faults, 2 used wrongly, 3 a failure of Norma itself')
  .action(async (files, options) => (await import('./check-command')).checkCommand(files, options))

cli
  .command('show [pipeline] [stage]', 'Show the resolved rules with the line every part came from')
  .option('--file <file>', 'The file to show', { default: 'pipelines.yaml' })
  .example('norma show b2b_new contract')
  .action(async (pipeline, stage, options) => (await import('./show-command')).showCommand(pipeline, stage, options))

cli
  .command('due <expression>', 'Work out a due date and say which days were skipped and why')
  .option('--from <time>', 'Time it is counted from, such as "2026-12-30 16:30" (default: now)')
  .option('--calendar <id>', 'One of `calendars` (default: the company’s)')
  .option('--file <file>', 'The file with the calendar', { default: 'pipelines.yaml' })
  .example('norma due "4 working hours" --from "2026-12-31 17:40"')
  .action(async (expression, options) => (await import('./due-command')).dueCommand(expression, options))

cli
  .command('test [...files]', 'Try the rules by pipelines.test.yaml, on a clock and a company of their own')
  .option('--format <format>', 'pretty, junit or json', { default: 'pretty' })
  .option('--lang <lang>', 'en or ru')
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
  .option(...data)
  .example('norma simulate --deal new --set client_type=company --set repeat_client=no --at "2026-12-31 17:40"')
  .example('norma simulate next.yaml --last 90d')
  .action(async (file, options) => (await import('./simulate-command')).simulateCommand(file, options))

cli
  .command('schema [file]', 'Write the schema by which an editor completes and explains this very file')
  .option('--out <file>', 'Where to write it; - prints it (default: pipelines.schema.json beside the file)')
  .option('--watch', 'Write it again whenever the file is saved')
  .example('norma schema --watch')
  .action(async (file, options) => (await import('./schema-command')).schemaCommand(file, options))

cli
  .command('import <mapping>', 'Import deals and targets from CSV files as a mapping file says')
  .option(...data)
  .option('--dry-run', 'Only say what would be taken and what not')
  .option('--folder <dir>', 'Where the files are (default: the folder the mapping names)')
  .example('norma import examples/import/maven.yaml --dry-run')
  .action(async (mapping, options) => (await import('./import-command')).importCommand(mapping, options))

cli
  .command('demo', 'Fill an empty data folder with a believable company')
  .option('--seed <seed>', 'The same seed makes the same company', { default: 1 })
  .option(...data)
  .action(async (options) => (await import('./demo-command')).demoCommand(options))

cli
  .command('dead-letters', 'List events that a consumer could not handle')
  .option('--consumer <name>', 'Only those of this consumer')
  .option(...data)
  .action(async (options) => (await import('./letters-command')).lettersCommand(options))

cli
  .command('redrive [...ids]', 'Give dead letters to their consumers again')
  .option('--consumer <name>', 'Only those of this consumer')
  .option(...data)
  .action(async (ids, options) => (await import('./letters-command')).redriveCommand(ids, options))

cli
  .command('run <schedule>', 'Run a schedule now: refresh-pace, take-plan-snapshot or reconcile-plan')
  .option(...data)
  .action(async (schedule, options) => (await import('./letters-command')).scheduleCommand(schedule, options))

cli
  .command('events <deal>', 'Show everything that has happened to a deal, each event under the one that caused it')
  .option(...data)
  .action(async (deal, options) => (await import('./events-command')).eventsCommand(deal, options))

cli
  .command('pause <rule>', 'Stop a rule of the automation at once')
  .option('--reason <reason>', 'Why; deals on which it would have run say so')
  .option(...data)
  .action(async (rule, options) => (await import('./pause-command')).pauseCommand(rule, options))

cli
  .command('resume <rule>', 'Let a paused rule of the automation run again')
  .option(...data)
  .action(async (rule, options) => (await import('./pause-command')).resumeCommand(rule, options))

cli.help()
cli.version('0.1.0')

await main()

async function main(): Promise<void> {
  try {
    // A lone dash would be taken for an option without a name.
    const words = process.argv.map((word) => (word === '-' ? fromStdin : word))
    const { options, args } = cli.parse(words, { run: false })
    if (options['help'] === true || options['version'] === true) return
    if (cli.matchedCommand === undefined) throw new UsageError(unknownCommand(args[0]))
    await cli.runMatchedCommand()
  } catch (error) {
    fail(error)
  }
}

function unknownCommand(name: string | undefined): string {
  const names = cli.commands.map((command) => command.name).join(', ')
  return `${name === undefined ? 'Say what to do' : `There is no command “${name}”`}: ${names}. norma --help tells more.`
}

function fail(error: unknown): void {
  const isUsage = error instanceof UsageError || (error instanceof Error && error.name === 'CACError')
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.internal
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`norma: ${message}\n`)
  if (isUsage || !(error instanceof Error)) return
  if (error.cause instanceof Error) process.stderr.write(`  because: ${error.cause.message}\n`)
  if (error.name !== 'Refusal' && error.stack !== undefined) process.stderr.write(`${error.stack}\n`)
}
