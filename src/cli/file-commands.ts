import type { CAC } from 'cac'

/** The commands that make a first file, fill its calendar and help to edit it. */
export function addFileCommands(cli: CAC): void {
  addFirstFile(cli)
  cli
    .command('schema [file]', 'Write the schema by which an editor completes and explains this very file')
    .option('--out <file>', 'Where to write it; - prints it (default: pipelines.schema.json beside the file)')
    .option('--watch', 'Write it again whenever the file is saved')
    .option('--lang <lang>', 'en or ru (default: as the locale says)')
    .example('norma schema --watch')
    .action(async (file, options) => (await import('./schema-command')).schemaCommand(file, options))

  cli
    .command('holidays <country> <year>', 'Show the public holidays of a year, or write them into the calendar')
    .option('--region <code>', 'Those of a region too, such as BY for Bavaria')
    .option('--file <file>', 'The file with the calendar', { default: 'pipelines.yaml' })
    .option('--write', 'Put the days into the file; everything else in it stays as it is')
    .option('--lang <lang>', 'en or ru (default: as the locale says)')
    .example('norma holidays RU 2027 --write')
    .action(async (country, year, options) =>
      (await import('./holidays-command')).holidaysCommand(country, year, options),
    )

  cli
    .command(
      'import-pipelines [...files]',
      'Make a first pipelines.yaml of a Bitrix24 export: docs/import-pipelines.md',
    )
    .option('--out <file>', 'Where to write it; - prints it', { default: 'pipelines.yaml' })
    .option('--zone <zone>', 'Time zone of the company', { default: 'Europe/Moscow' })
    .option('--lang <language>', 'Language of the remarks: en or ru (default: that of the export)')
    .option('--force', 'Write over a file that is there')
    .example('norma import-pipelines export.json --out pipelines.yaml')
    .action(async (files, options) =>
      (await import('./import-pipelines-command')).importPipelinesCommand(files, options),
    )
}

function addFirstFile(cli: CAC): void {
  cli
    .command('init', 'Write a first pipelines.yaml for a company: six questions, or their answers')
    .option('--out <file>', 'Where to write it', { default: 'pipelines.yaml' })
    .option('--answers <file>', 'Answers as YAML instead of questions: company, zone, hours, directions, stages, roles')
    .option('--company <name>', 'What the company is called')
    .option('--zone <zone>', 'Its time zone, such as Europe/Moscow')
    .option('--hours <hours>', 'Its working time, such as "mon-fri 09:00-18:00"')
    .option('--directions <list>', 'Whom it sells to: b2b_new, b2b_repeat, b2c_new, b2c_repeat')
    .option('--stages <list>', 'The stages of a sale, such as presentation,contract,payment')
    .option('--roles <list>', 'Who works beside the managers, such as head_of_sales,lawyer')
    .option('--lang <language>', 'Language of names and remarks: en or ru')
    .option('--force', 'Write over a file that is there')
    .example('norma init --lang ru')
    .action(async (options) => (await import('./init-command')).initCommand(options))
}
