/**
 * Every key of the one table. Nothing else builds one.
 *
 * | entity | pk | sk | gsi1 (pk, sk) | gsi2 (pk, sk) | the question |
 * | --- | --- | --- | --- | --- | --- |
 * | deal, core | D#deal | # | open: B#pipeline#stage#shard, rank#id; closed: X#yyyy-mm, at#id | open: O#owner, updatedAt#id | a deal; a column; what was closed; my deals |
 * | deal, own fields | D#deal | #F | | | fields that do not fit the core's 1 KB |
 * | task | D#deal | T#task | open, dated: DUE#shard, dueAt#id | U#user#open, dueAt or ~#id; U#user#done#yyyy-mm, doneAt#id | tasks of a deal; the sweep; my tasks |
 * | event | D#deal | E#version | | | timeline, audit, outbox |
 * | refused move | D#deal | R#ulid | RF#yyyy-mm, at#id | | refusals per gate |
 * | column contribution | D#deal | C# | | | what the deal counts for on the board now |
 * | pointer of a task | TP#task | # | | | the deal of an ad-hoc task |
 * | answer | I#key | # | | | a repeated Idempotency-Key |
 * | known client | LK#hmac | # | | | a returning client's last deal |
 * | external id | XD#id | # | | | the deal an import made before |
 * | fact | PL#yyyy-mm | F#employee#department#pipeline#axes | | | fact of a month in one query |
 * | contribution | PL#yyyy-mm | K#source#key | | | the ledger of a month |
 * | column counter | BC#pipeline | stage | | | counts and sums of columns |
 * | owner counter | BC#~owners | employee | | | who has the fewest open deals |
 * | target | TG#period | metric#scope#id | | | the plan of a period |
 * | recurring targets | TG#~every | # | | | |
 * | snapshot | SN#period | yyyy-mm-dd | | | burn-up |
 * | employee, department | P# | E#id, D#id | | | everybody in one query |
 * | turn | RR#queue | # | | | whose turn it is |
 * | rules | CF# | #, V#0000000007 | | | the pointer and immutable versions |
 * | settings, reports of schedules | S# | name | | | |
 */

const pad = (no: number): string => String(no).padStart(10, '0')

export type Key = { readonly pk: string; readonly sk: string }

export const keys = {
  deal: (id: string): Key => ({ pk: `D#${id}`, sk: '#' }),
  dealFields: (id: string): Key => ({ pk: `D#${id}`, sk: '#F' }),
  task: (dealId: string, taskId: string): Key => ({ pk: `D#${dealId}`, sk: `T#${taskId}` }),
  event: (dealId: string, version: number): Key => ({ pk: `D#${dealId}`, sk: `E#${pad(version)}` }),
  refusedMove: (dealId: string, id: string): Key => ({ pk: `D#${dealId}`, sk: `R#${id}` }),
  columnShare: (dealId: string): Key => ({ pk: `D#${dealId}`, sk: 'C#' }),
  taskPointer: (taskId: string): Key => ({ pk: `TP#${taskId}`, sk: '#' }),
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
  target: (period: string, metric: string, scope: string, id: string): Key => ({
    pk: `TG#${period}`,
    sk: `${metric}#${scope}#${id}`,
  }),
  recurring: (): Key => ({ pk: 'TG#~every', sk: '#' }),
  snapshot: (period: string, on: string): Key => ({ pk: `SN#${period}`, sk: on }),
  employee: (id: string): Key => ({ pk: 'P#', sk: `E#${id}` }),
  department: (id: string): Key => ({ pk: 'P#', sk: `D#${id}` }),
  turn: (queue: string): Key => ({ pk: `RR#${queue}`, sk: '#' }),
  rulesPointer: (): Key => ({ pk: 'CF#', sk: '#' }),
  rulesVersion: (version: number): Key => ({ pk: 'CF#', sk: `V#${pad(version)}` }),
  setting: (name: string): Key => ({ pk: 'S#', sk: name }),
} as const

export type FactKeyParts = {
  readonly employee: string
  readonly department: string
  readonly pipeline: string
  readonly axes: string
}

const factTail = (parts: FactKeyParts): string =>
  [parts.employee, parts.department, parts.pipeline, parts.axes].join('#')

/** Keys of the two sparse indexes; an item without them is not in the index. */
export const indexKeys = {
  column: (pipeline: string, stage: string): string => `B#${pipeline}#${stage}`,
  closedIn: (month: string): string => `X#${month}`,
  ownerOpen: (owner: string): string => `O#${owner}`,
  userOpen: (user: string): string => `U#${user}#open`,
  userDone: (user: string, month: string): string => `U#${user}#done#${month}`,
  due: (shard: number): string => `DUE#${shard}`,
  refusedIn: (month: string): string => `RF#${month}`,
  /** After every date in the sort order: tasks without one come last. */
  undated: '~',
} as const

/** How many partitions the sweep index is spread over. */
export const dueShards = 8

/** The shard of a task in the sweep index. */
export function dueShard(taskId: string): number {
  let sum = 0
  for (const char of taskId) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003
  return sum % dueShards
}
