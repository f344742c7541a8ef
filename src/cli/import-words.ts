import type { InputReport } from '#import/run-import'

type Kind = InputReport['kind']
type Input = Pick<InputReport, 'file' | 'rows' | 'kind'>

const en = {
  dryRun: 'A dry run: nothing was written.',
  input: ({ file, rows, kind }: Input, parts: string) => `${file}: ${rows} lines; ${kind}: ${parts}.`,
  speed: (rows: number, seconds: string, speed: number) => `${rows} lines in ${seconds} s, ${speed} rows/s.`,
  wouldBe: (count: number, kind: Kind) => `${count} would be ${kind === 'targets' ? 'set' : 'made'}`,
  made: (count: number, kind: Kind) => `${count} ${kind === 'targets' ? 'set' : 'made'}`,
  continued: (count: number) => `${count} begun earlier and finished now`,
  there: (count: number) => `${count} there already`,
  leftOut: (count: number) => `${count} left out`,
}

const kinds: Readonly<Record<Kind, string>> = { deals: 'сделки', targets: 'планы', employees: 'сотрудники' }

const ru: typeof en = {
  dryRun: 'Пробный прогон: ничего не записано.',
  input: ({ file, rows, kind }, parts) => `${file}: строк – ${rows}; ${kinds[kind]}: ${parts}.`,
  speed: (rows, seconds, speed) => `Строк: ${rows}, за ${seconds} с, в секунду – ${speed}.`,
  wouldBe: (count) => `было бы создано – ${count}`,
  made: (count) => `создано – ${count}`,
  continued: (count) => `начато раньше и завершено сейчас – ${count}`,
  there: (count) => `уже есть – ${count}`,
  leftOut: (count) => `пропущено – ${count}`,
}

/** What `norma import` says of what it has taken, by language. */
export const importWords: Readonly<Record<'en' | 'ru', typeof en>> = { en, ru }
