import type { Used } from './capacity'
import { invalid, isRefusal, refused } from './fault'
import { checkParameters, type Known } from './parameters'
import { applyPlan, intentOf, planOf, returnedBy, unitsOf } from './plans'
import type { Intent, Plan, Verb, WriteRequest } from './plans'
import { capacityIn, checkCount, checkDistinct, type Tables } from './reads'
import { itemBytes, type Item } from './value'

/** A write that was checked: it looks at what is there and either refuses, or gives what writes and answers. */
export type Write = () => () => Written

/** What a write did, to be told to whoever follows the table, and its answer. */
export type Written = { readonly plans: readonly Plan[]; readonly answer: object }

type Telling = { readonly ReturnConsumedCapacity?: string }

const mostPuts = 25
const mostActions = 100
const mostTransactionBytes = 4 * 1024 * 1024

const alone = { PutItem: 'put', UpdateItem: 'update', DeleteItem: 'delete' } as const

/** A put, an update or a delete by itself. */
export function singleWrite(tables: Tables, operation: keyof typeof alone, request: WriteRequest & Telling): Write {
  const intent = intentOf(tables, alone[operation], operation, request)
  // Refused now, rather than when the item is written.
  returnedBy({ intent, was: undefined, next: undefined })
  return () => {
    const plan = planOf(intent)
    const answer = { ...returnedBy(plan), ...capacityIn(request, usedBy(request, [plan], 1), 'one') }
    return () => applied([plan], answer)
  }
}

type BatchPart = { readonly PutRequest?: { readonly Item: Item }; readonly DeleteRequest?: { readonly Key: Item } }

/** Up to 25 puts and deletes without conditions. */
export function batchWrite(
  tables: Tables,
  request: { readonly RequestItems: Readonly<Record<string, readonly BatchPart[]>> } & Telling,
): Write {
  checkParameters('BatchWriteItem', request)
  const parts = Object.entries(request.RequestItems).flatMap(([TableName, all]) =>
    all.map((one) => ({ TableName, one })),
  )
  checkCount('requests', parts.length, mostPuts)
  const intents = parts.map(({ TableName, one: { PutRequest, DeleteRequest } }) => {
    if (PutRequest !== undefined) return intentOf(tables, 'put', 'PutItem', { TableName, Item: PutRequest.Item })
    if (DeleteRequest === undefined) throw invalid('A write of a batch must be a PutRequest or a DeleteRequest.')
    return intentOf(tables, 'delete', 'DeleteItem', { TableName, Key: DeleteRequest.Key })
  })
  checkDistinct(intents.map(nameOf))
  return () => {
    const plans = intents.map(planOf)
    const answer = { UnprocessedItems: {}, ...capacityIn(request, usedBy(request, plans, 1), 'many') }
    return () => applied(plans, answer)
  }
}

const partVerbs = {
  Put: 'put',
  Update: 'update',
  Delete: 'delete',
  ConditionCheck: 'check',
} as const satisfies Partial<Record<Known, Verb>>

type TransactPart = { readonly [K in keyof typeof partVerbs]?: WriteRequest }

/** Up to a hundred writes, all or none. */
export function transactWrite(
  tables: Tables,
  request: { readonly TransactItems: readonly TransactPart[] } & Telling,
): Write {
  checkParameters('TransactWriteItems', request)
  checkCount('actions', request.TransactItems.length, mostActions)
  const intents = request.TransactItems.map((part) => partIntent(tables, part))
  checkDistinct(intents.map(nameOf), 'Transaction request cannot include multiple operations on one item')
  checkSize(intents)
  return () => {
    const plans = plansOrReasons(intents)
    const answer = capacityIn(request, usedBy(request, plans, 2), 'many')
    return () => applied(plans, answer)
  }
}

function applied(plans: readonly Plan[], answer: object): Written {
  for (const plan of plans) applyPlan(plan)
  return { plans, answer }
}

function partIntent(tables: Tables, part: TransactPart): Intent {
  const named = Object.entries(part).filter(([, asked]) => asked !== undefined)
  const [first] = named
  const [name = '', asked] = first ?? []
  const verb = partVerbs[name as keyof typeof partVerbs] as Verb | undefined
  if (verb === undefined || asked === undefined || named.length !== 1) {
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete')
  }
  return intentOf(tables, verb, name as Known, asked)
}

function nameOf({ table, key }: Intent): object {
  return { table: table.name, ...key }
}

function checkSize(intents: readonly Intent[]): void {
  let atMost = 0
  for (const { prepared } of intents) atMost += (prepared?.text.length ?? 0) * 3
  if (atMost <= mostTransactionBytes) return
  const bytes = intents.reduce((sum, { prepared }) => sum + (prepared === undefined ? 0 : itemBytes(prepared.item)), 0)
  if (bytes > mostTransactionBytes) throw invalid('Transaction request cannot exceed 4 MB')
}

type Reason = { readonly Code: string; readonly Message?: string; readonly Item?: Item }

/** The plans of all parts; when one is refused, all are, each with its own reason. */
function plansOrReasons(intents: readonly Intent[]): readonly Plan[] {
  const plans: Plan[] = []
  const reasons: Reason[] = []
  for (const intent of intents) {
    try {
      plans.push(planOf(intent))
      reasons.push({ Code: 'None' })
    } catch (error) {
      if (!isRefusal(error)) throw error
      reasons.push(reasonOf(error))
    }
  }
  if (plans.length === intents.length) return plans
  const codes = reasons.map(({ Code }) => Code).join(', ')
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  throw refused('TransactionCanceledException', message, { CancellationReasons: reasons })
}

function reasonOf(error: Error): Reason {
  const Code = { ConditionalCheckFailedException: 'ConditionalCheckFailed', ValidationException: 'ValidationError' }[
    error.name
  ]
  if (Code === undefined) throw error
  const { Item } = error as { readonly Item?: Item }
  return { Code, Message: error.message, ...(Item && { Item }) }
}

function usedBy(request: Telling, plans: readonly Plan[], times: number): ReadonlyMap<string, readonly Used[]> {
  const used = new Map<string, Used[]>()
  if (request.ReturnConsumedCapacity === undefined) return used
  for (const plan of plans) {
    const { name } = plan.intent.table
    used.set(name, [...(used.get(name) ?? []), unitsOf(plan, times)])
  }
  return used
}
