import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds the commands that make, check, edit and explain a file of rules. */
export function addFileCommands(cli: CAC, help: HelpWords): void {
  addFirst(cli, help)
  addImported(cli, help)
  addChecking(cli, help)
  addEditing(cli, help)
  addReading(cli, help)
}

function addFirst(cli: CAC, help: HelpWords): void {
  cli
    .command('init', help.init)
    .option('--out <file>', help.out, { default: 'pipelines.yaml' })
    .option('--answers <file>', help.init_answers)
    .option('--company <name>', help.init_company)
    .option('--zone <zone>', help.init_zone)
    .option('--hours <hours>', help.init_hours)
    .option('--directions <list>', help.init_directions)
    .option('--stages <list>', help.init_stages)
    .option('--roles <list>', help.init_roles)
    .option('--lang <language>', help.init_lang)
    .option('--force', help.force)
    .example('norma init --lang ru')
    .action(async (options) => (await import('./file/init-command')).initCommand(options))
}

function addImported(cli: CAC, help: HelpWords): void {
  cli
    .command('import-pipelines [...files]', help.import_pipelines)
    .option('--out <file>', help.out_or_print, { default: 'pipelines.yaml' })
    .option('--zone <zone>', help.import_pipelines_zone, { default: 'Europe/Moscow' })
    .option('--lang <language>', help.import_pipelines_lang)
    .option('--force', help.force)
    .example('norma import-pipelines export.json --out pipelines.yaml')
    .action(async (files, options) =>
      (await import('./file/import-pipelines-command')).importPipelinesCommand(files, options),
    )
}

function addChecking(cli: CAC, help: HelpWords): void {
  const { lang } = sharedOptions(help)
  cli
    .command('check [...files]', help.check)
    .option('--format <format>', help.check_format)
    .option('--max-warnings <number>', help.check_max_warnings)
    .option('--stdin-filename <name>', help.check_stdin_filename)
    .option(...lang)
    .example('norma check')
    .example('norma check --format pretty --format sarif=reports/rules.sarif --max-warnings 0')
    .example('cat pipelines.yaml | norma check - --stdin-filename pipelines.yaml')
    .example(help.check_codes)
    .action(async (files, options) => (await import('./file/check-command')).checkCommand(files, options))

  cli
    .command('explain [code]', help.explain)
    .option(...lang)
    .example('norma explain unknown-role')
    .action(async (code, options) => (await import('./file/explain-command')).explainCommand(code, options))
}

function addEditing(cli: CAC, help: HelpWords): void {
  const { lang } = sharedOptions(help)
  cli
    .command('fmt [...files]', help.fmt)
    .option('--check', help.fmt_check)
    .option('--stdout', help.fmt_stdout)
    .option(...lang)
    .example('norma fmt')
    .example('norma fmt --check pipelines.yaml')
    .action(async (files, options) => (await import('./file/fmt-command')).fmtCommand(files, options))

  cli
    .command('fix [...files]', help.fix)
    .option('--dry-run', help.fix_dry_run)
    .option(...lang)
    .example('norma fix --dry-run')
    .action(async (files, options) => (await import('./file/fix-command')).fixCommand(files, options))

  cli
    .command('watch [file]', help.watch)
    .option(...lang)
    .action(async (named, options) => {
      const [{ watchCommand }, { refreshSchema }] = await Promise.all([
        import('./file/watch-command'),
        import('./file/schema-command'),
      ])
      const file = named ?? 'pipelines.yaml'
      await watchCommand(file, options, [refreshSchema(file)])
    })

  cli
    .command('schema [file]', help.schema)
    .option('--out <file>', help.schema_out)
    .option('--watch', help.schema_watch)
    .option(...lang)
    .example('norma schema --watch')
    .action(async (file, options) => (await import('./file/schema-command')).schemaCommand(file, options))
}

function addReading(cli: CAC, help: HelpWords): void {
  const { lang, format } = sharedOptions(help)
  cli
    .command('show [pipeline] [stage]', help.show)
    .option('--file <file>', help.show_file, { default: 'pipelines.yaml' })
    .option(...format)
    .option(...lang)
    .example('norma show b2b_new contract')
    .example('norma show calendar')
    .action(async (pipeline, stage, options) =>
      (await import('./file/show-command')).showCommand(pipeline, stage, options),
    )

  cli
    .command('docs', help.docs)
    .option('--out <dir>', help.docs_out, { default: 'playbook' })
    .option(...lang)
    .option('--format <format>', help.docs_format, { default: 'markdown' })
    .option('--file <file>', help.rules_file, { default: 'pipelines.yaml' })
    .example('norma docs --format html --out playbook --lang ru')
    .action(async (options) => (await import('./file/docs-command')).docsCommand(options))
}
