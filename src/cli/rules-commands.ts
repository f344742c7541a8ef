import type { CAC } from 'cac'

const lang = ['--lang <lang>', 'en or ru (default: as the locale says)'] as const

/** Adds the commands that say what is wrong with a file of rules, and why. */
export function addCheckCommands(cli: CAC): void {
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
    .command('explain [code]', 'Tell what a code of the check means, why it matters and how to mend it')
    .option(...lang)
    .example('norma explain unknown-role')
    .action(async (code, options) => (await import('./explain-command')).explainCommand(code, options))
}

/** Adds the commands that help while a file of rules is being written. */
export function addEditCommands(cli: CAC): void {
  cli
    .command('fmt [...files]', 'Put pipelines.yaml into the canonical form; remarks stay, and so does what it says')
    .option('--check', 'Only say which files are not in it; exit code 1 then')
    .option('--stdout', 'Print the result and leave the file as it is')
    .option(...lang)
    .example('norma fmt')
    .example('norma fmt --check pipelines.yaml')
    .action(async (files, options) => (await import('./fmt-command')).fmtCommand(files, options))

  cli
    .command('fix [...files]', 'Put right what needs no guessing, and print every change as before → after')
    .option('--dry-run', 'Only print what would be changed')
    .option(...lang)
    .example('norma fix --dry-run')
    .action(async (files, options) => (await import('./fix-command')).fixCommand(files, options))

  cli
    .command('watch [file]', 'Check on every save, say what has changed since, and keep the schema of the editor fresh')
    .option(...lang)
    .action(async (named, options) => {
      const [{ watchCommand }, { refreshSchema }] = await Promise.all([
        import('./watch-command'),
        import('./schema-command'),
      ])
      const file = named ?? 'pipelines.yaml'
      watchCommand(file, options, [() => refreshSchema(file)])
    })
}
