import type { WorkbookUnread } from '#domain/files/zip-directory'

/** Why a workbook is not read, and what to do about it. */
export function workbookUnreadEn({ why }: { readonly why: string }): string {
  const shown = why === 'no_sheet' ? ', show the sheet with the table' : ''
  return `This workbook cannot be read: ${reasons[why] ?? why}. Open it in Excel${shown} and save it as .xlsx anew.`
}

const reasons: Readonly<Record<string, string>> = {
  no_zip: 'it is not an .xlsx file',
  no_workbook: 'it holds no workbook',
  no_sheet: 'no sheet with cells is shown in it',
  broken: 'it is damaged',
  cut: 'it breaks off or contradicts itself',
  encrypted: 'it is protected by a password',
  too_large: 'it is too large',
  too_much_inside: 'it holds more than 50 MB',
  too_many: 'it has too many parts',
  too_dense: 'it is packed as no workbook is and would burst',
} satisfies Record<WorkbookUnread, string>
