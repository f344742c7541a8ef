import { dealIdsIn } from '#domain/deals/deal-ids'
import { hiddenContact } from './contacts'
import { coreItem, hasOtherRest, restItem } from './deal-item'
import { keys } from './keys'
import { subjectHead } from '#store/subject-key'
import { onlyVersion } from '#store/only-revision'
import { clockPut, notePut } from './note-write'
import { taskWrites } from './task-item'
import { asText } from '#store/text-item'
import type { TableAccess } from '#store/table-access'
import type { TransactItem } from '#store/transact'
import type { DealChange } from '#ports/deals'
import type { FactSource } from '#ports/gate-facts'
import { answerPut } from './answer-put'

/** The one transaction of a command: state, event, tasks, answer and what finds the deal again. The deal comes first. */
export async function dealWrite(access: TableAccess, change: DealChange): Promise<readonly TransactItem[]> {
  const { table } = access
  const { was, deal, event, tasks = [], notes = [], sources = [], clock, answer } = change
  const put = (item: Record<string, unknown>): TransactItem => ({ Put: { TableName: table, Item: item } })
  const rest = was === undefined || hasOtherRest(was, deal) ? restItem(deal) : undefined
  const isRestGone = was !== undefined && hasOtherRest(was, deal) && rest === undefined
  return [
    { Put: { TableName: table, Item: coreItem(deal), ...onlyVersion(was?.version) } },
    ...(rest === undefined ? [] : [put(rest)]),
    ...(isRestGone ? [{ Delete: { TableName: table, Key: keys.dealFields(deal.id) } }] : []),
    put({ ...keys.event(deal.id, deal.version), event: asText(event) }),
    ...notes.map((note) => notePut(table, note)),
    ...tasks.flatMap(({ task, wasRev }) => taskWrites(table, task, wasRev)),
    ...(clock === undefined ? [] : [clockPut(table, clock)]),
    ...(answer === undefined ? [] : [answerPut(table, answer, event.at)]),
    ...(await findersWrite(access, change)),
    ...externals(table, change),
    ...linksWrite(table, change),
    ...linesWrite(table, change),
    ...sources.map((source) => stillAt(table, source)),
  ]
}

function linesWrite(table: string, { deal, lines }: DealChange): readonly TransactItem[] {
  if (lines === undefined) return []
  const Key = keys.lines(deal.id)
  if (lines.length === 0) return [{ Delete: { TableName: table, Key } }]
  return [{ Put: { TableName: table, Item: { ...Key, lines: asText(lines) } } }]
}

/** What the decision was made on is still so: without this a gate could be passed on a fact that has just gone. */
function stillAt(table: string, { subject, version }: FactSource): TransactItem {
  return { ConditionCheck: { TableName: table, Key: subjectHead(subject), ...onlyVersion(version) } }
}

async function findersWrite(
  { table, contactSecret }: TableAccess,
  { deal, finders = [] }: DealChange,
): Promise<readonly TransactItem[]> {
  const hidden = await Promise.all(finders.map((contact) => hiddenContact(contact, contactSecret)))
  return hidden.map((contact) => ({
    Put: { TableName: table, Item: { ...keys.knownClient(contact), dealId: deal.id, owner: deal.owner } },
  }))
}

/** What finds a deal by those that its fields name; most deals name none, and nothing is written. */
function linksWrite(table: string, { was, deal }: DealChange): readonly TransactItem[] {
  const [before, now] = [dealIdsIn(was?.fields ?? {}), dealIdsIn(deal.fields)]
  const key = (named: string) => keys.namingDeal(named, deal.id)
  return [
    ...now.filter((id) => !before.includes(id)).map((id) => ({ Put: { TableName: table, Item: key(id) } })),
    ...before.filter((id) => !now.includes(id)).map((id) => ({ Delete: { TableName: table, Key: key(id) } })),
  ]
}

/** A second deal with one number elsewhere is refused. */
function externals(table: string, { was, deal }: DealChange): readonly TransactItem[] {
  if (deal.externalId === undefined || was !== undefined) return []
  const Item = { ...keys.externalId(deal.externalId), dealId: deal.id }
  return [{ Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } }]
}
