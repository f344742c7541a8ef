/**
 * Every key of the one table. Nothing else builds one.
 *
 * | entity | pk | sk | gsi1 (pk, sk) | gsi2 (pk, sk) | the question |
 * | --- | --- | --- | --- | --- | --- |
 * | deal, core | D#deal | # | open: B#pipeline#stage#shard, rank#id; closed: X#yyyy-mm, at#id | open: O#owner, createdAt#id | a deal; a column; what was closed; my deals |
 * | deal, the rest | D#deal | #F | | | own fields, client, books: what would push the core over 1 KB |
 * | task | D#deal | T#task | to be looked at: DUE#shard, lookAt#id | U#user#open, dueAt or ~#id; U#user#done#yyyy-mm, doneAt#id | tasks of a deal; the sweep; my tasks |
 * | event, note | D#deal | E#version, E#version~what | | | timeline, audit, outbox |
 * | clock of a deal | D#deal | K# | to be looked at: DUE#shard, lookAt#id | | what time alone brings about |
 * | refused move | D#deal | R#ulid | RF#yyyy-mm, at#id | | refusals per gate |
 * | column contribution | D#deal | C# | | | what the deal counts for on the board now |
 * | answer | I#key | # | | | a repeated Idempotency-Key |
 * | known client | LK#hmac | # | | | a returning client's last deal |
 * | external id | XD#id | # | | | the deal an import made before |
 * | fact | PL#yyyy-mm | F#employee#department#pipeline#axes | | | fact of a month in one query |
 * | contribution | PL#yyyy-mm | K#source#key | | | the ledger of a month |
 * | column counter | BC#pipeline | stage | | | counts and sums of columns |
 * | owner counter | BC#~owners | employee | | | who has the fewest open deals |
 * | target | TG#period | metric#scope#id | | | the plan of a period |
 * | recurring target | TG#~every | metric#scope#id#every#from | | | targets that repeat |
 * | snapshot | SN#period | metric#scope#id#yyyy-mm-dd | | | burn-up of one row |
 * | employee, department | P# | E#id, D#id | | | everybody in one query |
 * | turn | RR#queue | # | | | whose turn it is |
 * | rules | CF# | #, V#0000000007 | | | the pointer (with how far deals have followed it) and immutable versions |
 * | scheduled rules | CF# | W#instant~hash | | | what is to be published, and when |
 * | settings, reports of schedules | S# | name | | | |
 * | paused rule | S# | pause#rule | | | which rules of the automation are stopped |
 * | facts for reports, head | D#deal | J# | | | what the deal has on which shelf |
 * | facts, loose | RS#shelf | E#deal | | | what happened in a month; what is open |
 * | facts, packed | RS#shelf | P, P#rev#made#chunk | | | the same, many in one item |
 * | facts, as rows | RS#shelf | P#rev#made#~kind#chunk | | | the same in columns, by kind, as reports read it |
 * | export | AU# | at#id | | | who took data out, the newest first |
 * | notice | N#employee | I#notice | | unread: IN#employee, notice | an inbox, the newest first; what is unread |
 * | delivery | N#employee | D#notice#channel | waiting: DL#channel#shard, nextAt#id | | what is due on a channel |
 * | told once, last sent | N#employee | K#what, L#channel | | | whether and when somebody was told |
 * | how to tell | N#employee | P# | | | channels, language, quiet |
 * | webhook | WH# | webhook | | | all addresses that events are posted to |
 * | webhook delivery | WD#webhook | D#msg_at_hash | waiting: WQ#webhook, nextAt#id | | what became of a webhook's messages; what is due |
 * | calendar feed | N#employee, CAL#hash | C#, # | | | whose tasks a secret address shows |
 */

import { eventIdParts, versionOf } from '#domain/kernel/event-id'

const pad = (no: number): string => String(no).padStart(10, '0')

export type Key = { readonly pk: string; readonly sk: string }

export const keys = {
  deal: (id: string): Key => ({ pk: `D#${id}`, sk: '#' }),
  dealFields: (id: string): Key => ({ pk: `D#${id}`, sk: '#F' }),
  task: (dealId: string, taskId: string): Key => ({ pk: `D#${dealId}`, sk: `T#${taskId}` }),
  event: (dealId: string, version: number): Key => ({ pk: `D#${dealId}`, sk: `E#${pad(version)}` }),
  /** By its id: a note stands right behind the version it was made at. */
  note: (dealId: string, id: string): Key => ({
    pk: `D#${dealId}`,
    sk: `E#${pad(versionOf({ id }))}~${eventIdParts(id)?.what ?? ''}`,
  }),
  dealClock: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'K#' }),
  refusedMove: (dealId: string, id: string): Key => ({ pk: `D#${dealId}`, sk: `R#${id}` }),
  columnShare: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'C#' }),
  answer: (key: string): Key => ({ pk: `I#${key}`, sk: '#' }),
  knownClient: (hmac: string): Key => ({ pk: `LK#${hmac}`, sk: '#' }),
  externalId: (id: string): Key => ({ pk: `XD#${id}`, sk: '#' }),
  fact: (month: string, parts: FactKeyParts): Key => ({ pk: `PL#${month}`, sk: `F#${factTail(parts)}` }),
  contribution: (month: string, source: string, parts: FactKeyParts): Key => ({
    pk: `PL#${month}`,
    sk: `K#${source}#${factTail(parts)}`,
  }),
  columnCount: (pipeline: string, stage: string): Key => ({ pk: `BC#${pipeline}`, sk: stage }),
  ownerCount: (employee: string): Key => ({ pk: 'BC#~owners', sk: employee }),
  target: (period: string, row: RowKeyParts): Key => ({ pk: `TG#${period}`, sk: rowText(row) }),
  recurring: (row: RowKeyParts, every: string, from: string): Key => ({
    pk: 'TG#~every',
    sk: `${rowText(row)}#${every}#${from}`,
  }),
  snapshot: (period: string, row: RowKeyParts, on: string): Key => ({
    pk: `SN#${period}`,
    sk: `${rowText(row)}#${on}`,
  }),
  employee: (id: string): Key => ({ pk: 'P#', sk: `E#${id}` }),
  department: (id: string): Key => ({ pk: 'P#', sk: `D#${id}` }),
  turn: (queue: string): Key => ({ pk: `RR#${queue}`, sk: '#' }),
  rulesPointer: (): Key => ({ pk: 'CF#', sk: '#' }),
  rulesVersion: (version: number): Key => ({ pk: 'CF#', sk: `V#${pad(version)}` }),
  scheduledRules: (id: string): Key => ({ pk: 'CF#', sk: `W#${id}` }),
  setting: (name: string): Key => ({ pk: 'S#', sk: name }),
  pause: (rule: string): Key => ({ pk: 'S#', sk: `pause#${rule}` }),
  notice: (employee: string, id: string): Key => ({ pk: `N#${employee}`, sk: `I#${id}` }),
  delivery: (employee: string, id: string): Key => ({ pk: `N#${employee}`, sk: `D#${id}` }),
  toldOnce: (employee: string, what: string): Key => ({ pk: `N#${employee}`, sk: `K#${what}` }),
  lastSent: (employee: string, channel: string): Key => ({ pk: `N#${employee}`, sk: `L#${channel}` }),
  noticeSettings: (employee: string): Key => ({ pk: `N#${employee}`, sk: 'P#' }),
  webhook: (id: string): Key => ({ pk: partitions.webhooks(), sk: id }),
  webhookDelivery: (webhook: string, id: string): Key => ({
    pk: partitions.webhookDeliveries(webhook),
    sk: `${prefixes.webhookDeliveries}${id}`,
  }),
  /** How the deliveries of events at an instant begin. */
  webhookDeliveryAt: (webhook: string, at: string): Key =>
    keys.webhookDelivery(webhook, `msg_${at.replaceAll(/\D/g, '')}`),
  shelfHead: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'J#' }),
  shelfEntry: (shelf: string, id: string): Key => ({
    pk: partitions.shelf(shelf),
    sk: `${prefixes.shelfEntries}${id}`,
  }),
  shelfPack: (shelf: string): Key => ({ pk: partitions.shelf(shelf), sk: 'P' }),
  shelfChunk: (shelf: string, { rev, made, no }: { rev: number; made: string; no: number }): Key => ({
    pk: partitions.shelf(shelf),
    sk: `${prefixes.shelfChunks(rev, made)}${pad(no)}`,
  }),
  shelfRows: (
    shelf: string,
    { rev, made, kind, no }: { rev: number; made: string; kind: string; no: number },
  ): Key => ({
    pk: partitions.shelf(shelf),
    sk: `${prefixes.shelfChunks(rev, made)}~${kind}#${pad(no)}`,
  }),
  dataExport: (at: string, id: string): Key => ({ pk: partitions.exports(), sk: `${at}#${id}` }),
  /** Where an event or a note stands, by its id. */
  eventById: (dealId: string, id: string): Key =>
    id.includes('~') ? keys.note(dealId, id) : keys.event(dealId, versionOf({ id })),
  feedOf: (employee: string): Key => ({ pk: `N#${employee}`, sk: 'C#' }),
  feed: (hash: string): Key => ({ pk: `CAL#${hash}`, sk: '#' }),
} as const

export type FactKeyParts = {
  readonly employee: string
  readonly department: string
  readonly pipeline: string
  readonly axes: string
}

/** What a target, a row of progress and a snapshot are about. */
export type RowKeyParts = { readonly metric: string; readonly scope: string; readonly id: string }

const rowText = ({ metric, scope, id }: RowKeyParts): string => `${metric}#${scope}#${id}`

const factTail = (parts: FactKeyParts): string =>
  [parts.employee, parts.department, parts.pipeline, parts.axes].join('#')

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = {
  month: (month: string): string => `PL#${month}`,
  columns: (pipeline: string): string => `BC#${pipeline}`,
  targets: (period: string): string => `TG#${period}`,
  recurring: (): string => 'TG#~every',
  snapshots: (period: string): string => `SN#${period}`,
  notices: (employee: string): string => `N#${employee}`,
  shelf: (name: string): string => `RS#${name}`,
  exports: (): string => 'AU#',
  rules: (): string => 'CF#',
  webhooks: (): string => 'WH#',
  webhookDeliveries: (webhook: string): string => `WD#${webhook}`,
} as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = {
  facts: 'F#',
  contributions: 'K#',
  shelfEntries: 'E#',
  shelfChunks: (rev: number, made?: string): string => `P#${pad(rev)}#${made === undefined ? '' : `${made}#`}`,
  rulesVersions: 'V#',
  scheduledRules: 'W#',
  inbox: 'I#',
  deliveries: 'D#',
  webhookDeliveries: 'D#',
  snapshotsOf: (row: RowKeyParts): string => `${rowText(row)}#`,
} as const

/** What a key of the sweep index leads to. */
export function duePartsOf({ pk, sk }: Key): { readonly dealId: string; readonly taskId?: string } {
  const dealId = pk.slice('D#'.length)
  return sk.startsWith('T#') ? { dealId, taskId: sk.slice('T#'.length) } : { dealId }
}

/** Whose delivery a key leads to, and which. */
export function noticeKeyParts({ pk, sk }: Key): { readonly employee: string; readonly id: string } {
  return { employee: pk.slice('N#'.length), id: sk.slice('D#'.length) }
}

/** The id of a delivery out of its sort key. */
export function webhookDeliveryIdOf(sk: string): string {
  return sk.slice(prefixes.webhookDeliveries.length)
}

/** What a counter or a contribution counts, out of its sort key, so that it need not be stored (and read) twice. */
export function factPartsOf(sk: string): FactKeyParts {
  const [employee = '', department = '', pipeline = '', axes = ''] = sk.split('#').slice(-4)
  return { employee, department, pipeline, axes }
}

/** The deal or task a contribution is of, out of its sort key. */
export function contributorOf(sk: string): string {
  return sk.split('#')[1] ?? ''
}

/** What a target is for, out of its sort key; recurring ones also say how often and from when. */
export function targetPartsOf(sk: string): RowKeyParts & { readonly every: string; readonly from: string } {
  const [metric = '', scope = '', id = '', every = '', from = ''] = sk.split('#')
  return { metric, scope, id, every, from }
}

/** Keys of the two sparse indexes; an item without them is not in the index. */
export const indexKeys = {
  column: (pipeline: string, stage: string): string => `B#${pipeline}#${stage}`,
  closedIn: (month: string): string => `X#${month}`,
  ownerOpen: (owner: string): string => `O#${owner}`,
  userOpen: (user: string): string => `U#${user}#open`,
  userDone: (user: string, month: string): string => `U#${user}#done#${month}`,
  due: (shard: number): string => `DUE#${shard}`,
  refusedIn: (month: string): string => `RF#${month}`,
  unread: (employee: string): string => `IN#${employee}`,
  deliveries: (channel: string, shard: number): string => `DL#${channel}#${shard}`,
  webhookDue: (webhook: string): string => `WQ#${webhook}`,
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
