import { counted, meantEn } from './lists'

type Pipelines = Readonly<Record<'pipelines' | 'stages' | 'reasons', number>>
type File = { readonly file: string }
type Left = { readonly changes: number; readonly left: number }

/** What commands say that make, check, show and edit a file of rules. */
export const enFile = {
  // check, explain
  format_file: ({ format }: { format: string }) => `Say where to: --format ${format}=FILE.`,
  two_formats: ({ first, second }: { first: string; second: string }) =>
    `Two formats at once cannot be printed. Write one to a file: --format ${first} --format ${second}=FILE.`,
  max_warnings: ({ written }: { written: string }) => `--max-warnings takes a number such as 0, not “${written}”.`,
  report_unwritten: ({ file }: File) => `The report cannot be written to ${file}.`,
  code: ({ id, guess }: { id: string; guess?: string | undefined }) =>
    `There is no code “${id}”.${guess === undefined ? ' norma explain lists all of them.' : meantEn(guess)}`,
  // fmt, fix, watch
  check_or_stdout: 'Choose one of --check and --stdout.',
  formatted: ({ file }: File) => `${file}: formatted.`,
  unformatted: ({ file }: File) => `${file}: is not in the canonical form; norma fmt puts it into it.`,
  formatted_already: ({ file }: File) => `${file}: nothing to do.`,
  fixable: ({ file, changes }: File & { readonly changes: number }) =>
    changes === 0
      ? `${file}: nothing can be put right without guessing.`
      : `${file}: ${counted(changes, 'place')} can be put right; the file is as it was.`,
  fixed: ({ file, changes, left }: File & Left) =>
    changes === 0
      ? `${file}: nothing can be put right without guessing; ${faultsLeft(left)}.`
      : `${file}: ${counted(changes, 'place')} put right; ${faultsLeft(left)}.`,
  awaited: ({ file }: File) => `${file}: there is no such file; waiting for it.`,
  next_save: 'Waiting for the next save (Ctrl+C ends) …',
  unchanged: 'Nothing has changed since the last time.',
  changed: ({ mended, fresh }: { mended: number; fresh: readonly number[] }) =>
    `Since the last time: ${mended} mended, ${fresh.length} new${linesOf(fresh)}.`,
  // schema
  watch_to_file: '--watch writes to a file: leave “--out -” out.',
  wrote: ({ file }: File) => `Wrote ${file}.`,
  watching: ({ file }: File) => `Watching ${file}; stop with Ctrl+C.`,
  link: ({ file }: File) => `So that your editor uses it, write at the top of ${file}:`,
  other_link: ({ linked, file }: File & { readonly linked: string }) =>
    `Your editor uses ${linked} now. Instead of that, write at the top of ${file}:`,
  // init
  answers_shape: ({ file, company }: File & { readonly company: string }) =>
    `${file} needs lines such as “company: ${company}”.`,
  init_wrote: ({ file, schema }: File & { readonly schema: string }) =>
    `Wrote ${file}, and ${schema} by which your editor completes it.`,
  init_usual: ({ keys }: { keys: readonly string[] }) => `Not answered and therefore as usual: ${keys.join(', ')}.`,
  init_next:
    'Next: norma holidays RU 2027 --write for the public holidays, norma check after every change, norma start to run it.',
  // import-pipelines
  export_unnamed: 'Name the file of the export: norma import-pipelines export.json',
  imported: ({ file, pipelines, stages, reasons }: File & Pipelines) =>
    `Wrote ${file}: ${counted(pipelines, 'pipeline')}, ${counted(stages, 'stage')}, ${counted(reasons, 'reason')} why deals are lost.`,
  direction_left_out: ({ name }: { name: string }) => `Left out: “${name}” has no stage in which a deal is under way.`,
  to_do: ({ count }: { count: number }) =>
    `The check has nothing against it, but ${counted(count, 'place')} marked “TO DO” ${count === 1 ? 'has' : 'have'} to be completed by hand.`,
  // docs
  no_playbook: ({ file, count }: File & { readonly count: number }) =>
    `${file} has ${counted(count, 'fault')}, so there is nothing to write yet. See them with: norma check ${file}`,
  playbook: ({ count, folder, first }: { count: number; folder: string; first: string }) =>
    `${counted(count, 'page is', 'pages are')} in ${folder}. Begin with ${first}.`,
}

function faultsLeft(left: number): string {
  return left === 0 ? 'no fault is left' : `${counted(left, 'fault is', 'faults are')} left, see norma check`
}

function linesOf(lines: readonly number[]): string {
  return lines.length === 0 ? '' : ` (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')})`
}
