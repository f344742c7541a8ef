import type { WorkbookUnread } from '#domain/files/zip-directory'

/** The same in Russian. */
export function workbookUnreadRu({ why }: { readonly why: string }): string {
  const shown = why === 'no_sheet' ? ', покажите лист с таблицей' : ''
  return `Эту книгу Excel прочитать нельзя: ${reasons[why] ?? why}. Откройте её в Excel${shown} и сохраните заново как .xlsx.`
}

const reasons: Readonly<Record<string, string>> = {
  no_zip: 'это не файл .xlsx',
  no_workbook: 'внутри нет книги',
  no_sheet: 'ни один лист с ячейками в ней не показан',
  broken: 'она повреждена',
  cut: 'она обрывается или противоречит сама себе',
  encrypted: 'она под паролем',
  too_large: 'она слишком велика',
  too_much_inside: 'внутри больше 50 МБ',
  too_many: 'в ней слишком много частей',
  too_dense: 'она упакована так, как книги не бывают, и при распаковке разрослась бы',
} satisfies Record<WorkbookUnread, string>
