import type { ClientColumn } from '#clients/domain/client-columns'
import { waysShown } from '#clients/domain/client-view'
import { columnTitle, wordsOf } from '#clients/usecases/column-names'
import type { exportClients } from '#clients/usecases/export-clients'
import { isOpenTo } from '#domain/people/seen-contacts'
import { columnWords } from '#clients/words/column-words'
import type { Caller } from '#domain/kernel/access'
import { dateIn } from '#domain/time/zone'
import { text, type FileCell, type FileTable } from '#http/tables/file-table'
import type { People } from '#ports/people'
import { wayKinds, type WayKind } from '#schemas/client-names'
import type { WholeClient } from '#schemas/kept-client'
import type { FieldType } from '#schemas/rules/field'
import type { ExportEntry, ReportColumn } from '#schemas/report'

type Exported = Awaited<ReturnType<typeof exportClients>>
type Reader = { readonly caller: Caller; readonly people: People }

type Scene = { readonly exported: Exported; readonly reader: Reader }

/** A column of the file; how to reach somebody is two of them, as every other program has it. */
type FileColumn = ReportColumn & { readonly cell: (card: WholeClient) => FileCell }

const cellKinds: Readonly<Partial<Record<FieldType, ReportColumn['kind']>>> = {
  number: 'count',
  percent: 'percent',
  date: 'date',
}

/** The list of clients as a file. What writes a format is loaded when it is asked for. */
export async function clientListFile(
  exported: Exported,
  reader: Reader,
  { format, now }: { readonly format: ExportEntry['format']; readonly now: string },
): Promise<{ name: string; body: string | Uint8Array<ArrayBuffer> }> {
  const { language, model, cards } = exported
  const { title } = columnWords[language]
  const columns = exported.columns.flatMap((column) => fileColumns(column, { exported, reader }))
  const table: FileTable = {
    title,
    head: columns.map((column) => column.title),
    columns,
    rows: cards.map((card) => columns.map(({ cell }) => cell(card))),
    totals: null,
  }
  const name = `norma-clients-${dateIn(model.calendar.timezone, now)}.${format}`
  if (format === 'csv') {
    const { csvOf } = await import('#http/tables/table-csv')
    return { name, body: csvOf([table], { language, tableTitle: title }) }
  }
  const { xlsxOf } = await import('#http/tables/table-xlsx')
  return { name, body: await xlsxOf([table]) }
}

function fileColumns(column: ClientColumn, scene: Scene): readonly FileColumn[] {
  const { language } = scene.exported
  if (column.id === 'contact')
    return wayKinds.map((kind) => ({
      id: kind,
      title: columnWords[language].ways[kind],
      kind: 'text',
      cell: (card) => text(waysOf(card, kind, scene)),
    }))
  const kind = kindOf(column)
  const cell = (card: WholeClient) => cellOf(column, card, scene)
  return [{ id: column.id, title: columnTitle(column, language), kind, cell }]
}

/** Numbers or addresses as the reader’s own card has them: open where that is, masked where they would have to be revealed. */
function waysOf(card: WholeClient, kind: WayKind, { exported, reader }: Scene): string {
  const seen = exported.seenOf(card)
  return waysShown(card, { isOpen: isOpenTo(reader.caller, card.client, seen), seen })
    .flatMap((way) => (way.kind === kind ? [way.text] : []))
    .join(', ')
}

function kindOf({ id, fields = {} }: ClientColumn): ReportColumn['kind'] {
  if (id === 'createdAt') return 'date'
  const kinds = new Set(Object.values(fields).map(({ type }) => cellKinds[type] ?? 'text'))
  return kinds.size === 1 ? ([...kinds][0] ?? 'text') : 'text'
}

function cellOf(column: ClientColumn, card: WholeClient, { exported, reader }: Scene): FileCell {
  const { language } = exported
  const { client } = card
  const { kinds, nobodys } = columnWords[language]
  const nameOf = (employee: string) => reader.people.employees[employee]?.name
  if (column.id === 'kind') return text(kinds[client.kind])
  if (column.id === 'owner') return text(client.owner === null ? nobodys : (nameOf(client.owner) ?? client.owner))
  const [value, field] = [column.valueOf(client), column.fields?.[client.kind]]
  // What a card still holds of a field that its kind has not, or has among what is personal, is in no list.
  const isNone = column.fields !== undefined && field === undefined
  if (isNone || value === undefined || value === null) return { kind: kindOf(column), value: null }
  const kind = column.id === 'createdAt' ? 'date' : cellKinds[field?.type ?? 'text']
  const words = field === undefined ? undefined : wordsOf(field, value, { language, nameOf })
  if (words !== undefined || kind === undefined) return text(words ?? String(value))
  return { kind, value: typeof value === 'number' ? value : String(value) }
}
