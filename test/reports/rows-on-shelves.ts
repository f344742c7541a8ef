import { rowsOn } from '#reports/domain/opened-shelf'
import type { RowKind } from '#reports/domain/rows'
import { kindsOn, rowsOfText } from '#reports/domain/rows-of-text'
import type { Ports } from '#ports/ports'
import type { ShelfEntry } from '#ports/reports'
import { openShelf } from '#reports/usecases/shelf'

const place = ['deal', 'dealOwner', 'dealPipeline', 'stage', 'pipeline', 'owner', 'at']
const names: Readonly<Record<RowKind, readonly string[]>> = {
  made: [
    'deal',
    'dealOwner',
    'dealPipeline',
    'at',
    'owner',
    'source',
    'isImported',
    'isClosed',
    'promisedAt',
    'replyBy',
  ],
  came: [...place, 'how'],
  reached: [...place, 'how'],
  skipped: [...place, 'how'],
  ended: [...place, 'isOnward', 'isImported', 'working', 'wall'],
  overridden: [...place, 'by'],
  won: [
    'deal',
    'at',
    'month',
    'owner',
    'department',
    'pipeline',
    'amountMinor',
    'baseMinor',
    'title',
    'cycleMs',
    'path',
  ],
  lost: [...place, 'reason', 'amountMinor', 'currency', 'path'],
  tasks: [
    'deal',
    'id',
    'template',
    'pipeline',
    'stage',
    'responsible',
    'status',
    'createdAt',
    'endedAt',
    'deadline',
    'isMissed',
    'isBornLate',
    'isAlone',
  ],
  open: [
    'deal',
    'pipeline',
    'owner',
    'stage',
    'status',
    'enteredAt',
    'amountMinor',
    'currency',
    'expectedClose',
    'tasks',
  ],
  openTasks: ['deal', 'id', 'responsible', 'dueAt', 'stage', 'pipeline'],
  listed: [
    'deal',
    'pipeline',
    'owner',
    'stage',
    'status',
    'title',
    'client',
    'createdAt',
    'enteredAt',
    'tasks',
    'fields',
  ],
  refusals: ['deal', 'owner', 'at', 'by', 'pipeline', 'stage'],
}

/** Every row of some shelves, shelf by shelf, as lines of text in order. */
export async function rowsOnShelves(
  { reports }: Pick<Ports, 'reports'>,
  shelves: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const found = await reports.rows(shelves.map((shelf) => ({ shelf, kinds: kindsOn(shelf) })))
  return found.map((one) => {
    const opened = openShelf(one)
    return kindsOn(one.shelf)
      .flatMap((kind) => [...rowsOn([opened], kind)].map((row) => lineOf(kind, row)))
      .toSorted()
  })
}

/** The same of the texts of a shelf. */
export function rowsOfTexts(shelf: string, entries: readonly ShelfEntry[]): readonly string[] {
  return entries
    .flatMap(({ body }) => {
      const told = rowsOfText(shelf, body ?? '')
      return kindsOn(shelf).flatMap((kind) => told(kind).map((row) => lineOf(kind, row)))
    })
    .toSorted()
}

function lineOf(kind: RowKind, row: object): string {
  const said = row as Readonly<Record<string, unknown>>
  return `${kind} ${JSON.stringify(names[kind].map((name) => said[name]))}`
}
