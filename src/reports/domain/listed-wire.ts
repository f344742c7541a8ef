import type { ListedFacts } from './facts'

/** A deal of the table as it is kept: without names of properties, times in seconds. It is part of what each change writes. */
type Kept = readonly [
  deal: string,
  pipeline: string,
  owner: string,
  stage: string,
  status: string,
  currency: string,
  title: string,
  client: string,
  createdAt: number,
  enteredAt: number,
  nextDueAt: number | null,
  tasks: number,
  fields: ListedFacts['fields'],
  closedAt?: number,
  reason?: string,
]

/** A deal of the table as text. */
export function writeListed(facts: ListedFacts): string {
  const { deal, pipeline, owner, stage, status, currency, title, client, createdAt, enteredAt, tasks, fields } = facts
  const { closedAt, reason, nextDueAt } = facts
  const kept: Kept = [
    deal,
    pipeline,
    owner,
    stage,
    status,
    currency,
    title,
    client,
    secondsOf(createdAt),
    secondsOf(enteredAt),
    nextDueAt === null ? null : secondsOf(nextDueAt),
    tasks,
    fields,
    ...(closedAt === null ? ([] as const) : ([secondsOf(closedAt), reason ?? ''] as const)),
  ]
  return JSON.stringify(kept)
}

/** The same out of its text. */
export function readListed(text: string): ListedFacts {
  const kept = JSON.parse(text) as Kept
  const [
    deal,
    pipeline,
    owner,
    stage,
    status,
    currency,
    title,
    client,
    createdAt,
    enteredAt,
    nextDueAt,
    tasks,
    fields,
  ] = kept
  const [closedAt, reason] = [kept[13], kept[14]]
  return {
    deal,
    pipeline,
    owner,
    stage,
    status,
    currency,
    title,
    client,
    createdAt: createdAt * 1000,
    enteredAt: enteredAt * 1000,
    closedAt: closedAt === undefined ? null : closedAt * 1000,
    reason: reason === undefined || reason === '' ? null : reason,
    nextDueAt: nextDueAt === null ? null : nextDueAt * 1000,
    tasks,
    fields,
  }
}

function secondsOf(ms: number): number {
  return Math.floor(ms / 1000)
}
