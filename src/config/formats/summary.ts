import { plural } from '#config/messages/plural'
import type { Language } from '#schemas/language-names'
import { counted } from './checked-file'
import type { CheckedFile } from './checked-file'

/** What came out, in one sentence. */
export function summaryOf(files: readonly CheckedFile[], lang: Language): string {
  const { errors, warnings } = counted(files)
  const [only] = files
  const where = files.length === 1 && only !== undefined ? only.file : undefined
  return lang === 'ru'
    ? russian(where, files.length, { errors, warnings })
    : english(where, files.length, { errors, warnings })
}

type Counts = { readonly errors: number; readonly warnings: number }

function english(file: string | undefined, files: number, { errors, warnings }: Counts): string {
  const where = file ?? `${files} files`
  if (errors === 0 && warnings === 0) return `${where}: no faults.`
  const parts = [
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? 'error' : 'errors'}`]),
    ...(warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`]),
  ]
  return `${where}: ${parts.join(', ')}. norma explain CODE tells more of each.`
}

function russian(file: string | undefined, files: number, { errors, warnings }: Counts): string {
  const where = file ?? `${files} ${plural(files, 'файл', 'файла', 'файлов')}`
  if (errors === 0 && warnings === 0) return `${where}: ошибок нет.`
  const parts = [
    ...(errors === 0 ? [] : [`${errors} ${plural(errors, 'ошибка', 'ошибки', 'ошибок')}`]),
    ...(warnings === 0
      ? []
      : [`${warnings} ${plural(warnings, 'предупреждение', 'предупреждения', 'предупреждений')}`]),
  ]
  return `${where}: ${parts.join(', ')}. Подробнее о каждой: norma explain КОД.`
}
