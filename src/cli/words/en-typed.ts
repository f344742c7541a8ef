import { listed, meantEn } from './lists'

/** A name nobody knows, the one that may have been meant, and those there are. */
type Unknown = {
  readonly id: string
  readonly guess?: string | undefined
  readonly known: readonly string[]
}

/** What any command may be told wrongly: command, options, files. */
export const enTyped = {
  /** What another room has worded in the reader’s language already. */
  as_told: ({ text }: { text: string }) => text,
  command_missing: ({ known }: { known: readonly string[] }) =>
    `Say what to do: ${known.join(', ')}. norma --help tells more.`,
  command_unknown: ({ id, guess, known }: Unknown) =>
    `There is no command “${id}”.${meantEn(guess)} There are: ${known.join(', ')}. norma --help tells more.`,
  args_missing: ({ command }: { command: string }) => `missing required args for command \`${command}\``,
  args_unused: ({ args }: { args: readonly string[] }) => `Unused args: ${args.map((one) => `\`${one}\``).join(', ')}`,
  option_unknown: ({ option, guess }: { option: string; guess: string | undefined }) =>
    `Unknown option \`${option}\`.${meantEn(guess)}`,
  option_value: ({ option }: { option: string }) => `option \`${option}\` value is missing`,
  lang: ({ written }: { written: string }) => `--lang takes en or ru, not “${written}”.`,
  format: ({ written, guess, known }: { written: string; guess?: string | undefined; known: readonly string[] }) =>
    `--format takes ${listed(known, 'or')}, not “${written}”.${meantEn(guess)}`,
  file_missing: ({ files }: { files: readonly string[] }) => `There is no file ${files.join(', ')}.`,
  file_there: ({ file }: { file: string }) =>
    `There is a file ${file} already. Choose another with --out, or write over it with --force.`,
  file_folder: ({ file }: { file: string }) =>
    `${file} is a folder. Name a file in it, such as ${file}/pipelines.yaml.`,
  file_unreadable: ({ file, why }: { file: string; why: string }) => `${file} cannot be read: ${why}`,
  file_no_json: ({ file, why }: { file: string; why: string }) => `${file} is not JSON: ${why}`,
  file_faults: ({ file, count }: { file: string; count: number }) =>
    `${file} has ${count} faults. See them with: norma check ${file}`,
  no_rules_here: 'There is no pipelines.yaml in this folder. Name a file: norma check FILE.',
  deal_missing: ({ deal }: { deal: string }) => `There is no deal ${deal}.`,
  deal_missing_in: ({ deal, data }: { deal: string; data: string }) => `There is no deal ${deal} in ${data}.`,
  direction: ({ id, guess, known }: Unknown) =>
    `There is no direction “${id}”.${meantEn(guess)} The directions are: ${known.join(', ')}.`,
  stage: ({ pipeline, id, guess, known }: Unknown & { readonly pipeline: string }) =>
    `“${pipeline}” has no stage “${id}”.${meantEn(guess)} Its stages are: ${known.join(', ')}.`,
}
