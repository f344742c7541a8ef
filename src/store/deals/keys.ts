import { eventIdParts, versionOf } from '#domain/kernel/event-id'
import type { Subject } from '#schemas/subject'
import { padded, type Key, type KeyLine } from '#store/key'
import { subjectIn } from '#store/subject-key'

/** What is kept of deals, their tasks and the columns they stand in. */
export const keyLines = [
  {
    item: 'deal, core',
    pk: 'D#{deal}',
    sk: '#',
    gsi1: 'open: B#{pipeline}#{stage}, {rank}#{id}; closed: X#{yyyy-mm}, {at}#{id}',
    gsi2: 'open: O#{owner}, {createdAt}#{id}',
    question: 'a deal; a column; what was closed; my deals',
    personal: 'the name of the client, for the search of a column',
  },
  {
    item: 'deal, the rest',
    pk: 'D#{deal}',
    sk: '#F',
    question: 'own fields, client, books: what would push the core over 1 KB',
    personal: 'the client: names, phone, e-mail, and what own fields say',
  },
  {
    item: 'task',
    pk: 'D#{deal}',
    sk: 'T#{task}',
    gsi1: 'to be looked at: DUE#{shard}, {lookAt}#{id}',
    gsi2: 'U#{user}#open, {dueAt or ~}#{id}; U#{user}#done#{yyyy-mm}, {doneAt}#{id}',
    question: 'tasks of a deal; the sweep; my tasks',
  },
  {
    item: 'task that was put away',
    pk: 'D#{deal}',
    sk: 'T!{task}',
    gsi2: 'U#{user}#done#{yyyy-mm}, {doneAt}#{id}',
    question: 'closed tasks that decisions ask for no more, read with the others by who wants all',
  },
  {
    item: 'late task',
    pk: 'D#{deal}',
    sk: 'L#{task}',
    gsi2: 'U#{user}#late, {dueAt}#{id}',
    question: 'open tasks that somebody was late with and another has now',
  },
  {
    item: 'event, note',
    pk: 'D#{deal}',
    sk: 'E#{version}, E#{version}~{what}',
    question: 'timeline, audit, outbox',
    personal: 'what a deal was created with and what was changed of its client',
    told: true,
  },
  {
    item: 'clock of a deal',
    pk: 'D#{deal}',
    sk: 'K#',
    gsi1: 'to be looked at: DUE#{shard}, {lookAt}#{id}',
    question: 'what time alone brings about',
  },
  {
    item: 'refused move',
    pk: 'D#{deal}',
    sk: 'R#{ulid}',
    gsi1: 'RF#{yyyy-mm}, {at}#{id}',
    question: 'refusals per gate',
  },
  { item: 'lines of a deal', pk: 'D#{deal}', sk: 'N#', question: 'what a deal sells, line by line' },
  { item: 'column contribution', pk: 'D#{deal}', sk: 'C#', question: 'what the deal counts for on the board now' },
  {
    item: 'naming deal',
    pk: 'D#{deal}',
    sk: 'NB#{deal that names it}',
    question: 'which deals name this one in a field',
  },
  {
    item: 'comment',
    pk: 'D#{deal}',
    sk: 'Y#{comment}',
    question: 'what was said of a deal or another subject, the newest first',
    personal: 'what people wrote of a client',
  },
  {
    item: 'file',
    pk: 'D#{deal}',
    sk: 'A#{file}',
    question: 'which files lie with a deal or another subject; the bytes are in `Files`',
    personal: 'the name of the file; its bytes may say anything of a client',
  },
  {
    item: 'announced file',
    pk: 'D#{deal}',
    sk: 'AN#{file}',
    question: 'whose bytes may still come; gone after a day',
    personal: 'the name of the file',
  },
  {
    item: 'answer',
    pk: 'I#{key}',
    sk: '#',
    question: 'a repeated Idempotency-Key; of a deal it is kept without the client',
  },
  {
    item: 'known client',
    pk: 'LK#{hmac}',
    sk: '#',
    question: 'a returning client’s last deal',
    personal: 'phone and e-mail, as hashes that only this company can make',
  },
  { item: 'external id', pk: 'XD#{id}', sk: '#', question: 'the deal an import made before' },
  {
    item: 'column counter',
    pk: 'BC#~all',
    sk: '{pipeline}#{stage}',
    question: 'counts and sums of the columns of a direction, and of all',
  },
  { item: 'owner counter', pk: 'BC#~owners', sk: '{employee}', question: 'who has the fewest open deals' },
] as const satisfies readonly KeyLine[]

/** The keys of deals and of what hangs on them. */
export const keys = {
  deal: (id: string): Key => ({ pk: `D#${id}`, sk: '#' }),
  dealFields: (id: string): Key => ({ pk: `D#${id}`, sk: '#F' }),
  namingDeal: (dealId: string, naming: string): Key => ({ pk: `D#${dealId}`, sk: `NB#${naming}` }),
  task: (dealId: string, taskId: string): Key => ({ pk: `D#${dealId}`, sk: `T#${taskId}` }),
  taskPutAway: (dealId: string, taskId: string): Key => ({ pk: `D#${dealId}`, sk: `T!${taskId}` }),
  event: (dealId: string, version: number): Key => ({ pk: `D#${dealId}`, sk: `E#${padded(version)}` }),
  /** By its id: a note stands right behind the version it was made at. */
  note: (dealId: string, id: string): Key => ({
    pk: `D#${dealId}`,
    sk: `E#${padded(versionOf({ id }))}~${eventIdParts(id)?.what ?? ''}`,
  }),
  dealClock: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'K#' }),
  lines: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'N#' }),
  refusedMove: (dealId: string, id: string): Key => ({ pk: `D#${dealId}`, sk: `R#${id}` }),
  columnShare: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'C#' }),
  answer: (key: string): Key => ({ pk: `I#${key}`, sk: '#' }),
  knownClient: (hmac: string): Key => ({ pk: `LK#${hmac}`, sk: '#' }),
  externalId: (id: string): Key => ({ pk: `XD#${id}`, sk: '#' }),
  columnCount: (pipeline: string, stage: string): Key => ({
    pk: partitions.columns(),
    sk: `${prefixes.columnsOf(pipeline)}${stage}`,
  }),
  ownerCount: (employee: string): Key => ({ pk: partitions.owners(), sk: employee }),
  /** Where an event or a note stands, by its id. */
  eventById: (dealId: string, id: string): Key =>
    id.includes('~') ? keys.note(dealId, id) : keys.event(dealId, versionOf({ id })),
} as const

/** Partitions that are read whole. */
export const partitions = { columns: (): string => 'BC#~all', owners: (): string => 'BC#~owners' } as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = { columnsOf: (pipeline: string): string => `${pipeline}#` } as const

/** What a key of the sweep index leads to. */
export function duePartsOf({ pk, sk }: Key): {
  readonly dealId: string
  readonly subject?: Subject
  readonly taskId?: string
} {
  const subject = subjectIn(pk)
  const of = subject === undefined || subject.kind === 'deal' ? { dealId: subject?.id ?? '' } : { dealId: '', subject }
  return /^T[#!]/.test(sk) ? { ...of, taskId: sk.slice('T#'.length) } : of
}

/** Keys of the two sparse indexes; an item without them is not in the index. */
export const indexKeys = {
  column: (pipeline: string, stage: string): string => `B#${pipeline}#${stage}`,
  closedIn: (month: string): string => `X#${month}`,
  ownerOpen: (owner: string): string => `O#${owner}`,
  userOpen: (user: string): string => `U#${user}#open`,
  userDone: (user: string, month: string): string => `U#${user}#done#${month}`,
  userLate: (user: string): string => `U#${user}#late`,
  due: (shard: number): string => `DUE#${shard}`,
  refusedIn: (month: string): string => `RF#${month}`,
  /** After every date in the sort order: tasks without one come last. */
  undated: '~',
} as const

/** The whole key of a place in a column. Reading goes on behind it whether or not a deal still stands there. */
export function columnKeyAt(pipeline: string, stage: string, place: string): Readonly<Record<string, string>> {
  const id = place.slice(place.indexOf('#') + 1)
  return { ...keys.deal(id), gsi1pk: indexKeys.column(pipeline, stage), gsi1sk: place }
}

/** How many partitions the sweep index is spread over. */
export const dueShards = 8

/** The shard of a deal in the sweep index: everything of one deal comes up in one place, so that nothing of it conflicts. */
export function dueShard(dealId: string): number {
  let sum = 0
  for (const char of dealId) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003
  return sum % dueShards
}
