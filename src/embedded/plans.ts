import { writeUnits, type Used } from './capacity'
import { changedPaths, updated } from './expressions/apply-update'
import { holds } from './expressions/condition'
import { spoken, type Spoken } from './expressions/parsed'
import { valueAt, type Path } from './expressions/path'
import { projected } from './expressions/projection'
import { invalid, refused } from './fault'
import { checkParameters, wordOf, type Known } from './parameters'
import type { Tables } from './reads'
import { keyNamed, preparedItem, sortable, textAt, type Key, type Prepared, type Table } from './table'
import { storedItem, type Item } from './value'

/** One write of one item, as it is asked for alone or as a part of a transaction. */
export type WriteRequest = {
  readonly TableName: string
  readonly Item?: Item
  readonly Key?: Item
  readonly UpdateExpression?: string
  readonly ConditionExpression?: string
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues?: Item
  readonly ReturnValues?: string
  readonly ReturnValuesOnConditionCheckFailure?: string
}

/** What is to be done with the item: put as given, changed, taken away, or only looked at. */
export type Verb = 'put' | 'update' | 'delete' | 'check'

/** A write that was checked as far as it can be without looking at what is there. */
export type Intent = {
  readonly verb: Verb
  readonly table: Table
  readonly key: Key
  readonly request: WriteRequest
  readonly words: Spoken
  readonly prepared: Prepared | undefined
}

/** What a write will do: decided on what is there, not done yet. */
export type Plan = {
  readonly intent: Intent
  readonly was: string | undefined
  readonly next: Prepared | undefined
}

/** Reads a write and refuses what can be refused before anything is looked at. */
export function intentOf(tables: Tables, verb: Verb, operation: Known, request: WriteRequest): Intent {
  checkParameters(operation, request)
  const table = tables(request.TableName)
  const words = spoken(request)
  if (verb === 'put') {
    const prepared = preparedItem(table, request.Item ?? {})
    return { verb, table, key: prepared.key, request, words, prepared }
  }
  const key = keyNamed(table.declaration, request.Key ?? {})
  if (words.UpdateExpression !== undefined) {
    const { partitionKey, sortKey } = table.declaration
    for (const [name] of changedPaths(words.UpdateExpression, words.stands)) {
      if (name !== partitionKey && name !== sortKey) continue
      throw invalid(
        `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
      )
    }
  }
  if (verb === 'check' && words.ConditionExpression === undefined)
    throw invalid('A ConditionCheck needs a ConditionExpression.')
  return { verb, table, key, request, words, prepared: undefined }
}

/** Looks at what is there, tests the condition and works out what will be. Throws when it must not be. */
export function planOf(intent: Intent): Plan {
  const { verb, table, key, words, request, prepared } = intent
  const was = textAt(table, key)
  const { ConditionExpression: condition, UpdateExpression: update, stands } = words
  const item = was !== undefined && (condition !== undefined || verb === 'update') ? storedItem(was) : undefined
  if (condition !== undefined && !holds(condition, item, stands)) {
    const isShown =
      wordOf('ReturnValuesOnConditionCheckFailure', request.ReturnValuesOnConditionCheckFailure, [
        'NONE',
        'ALL_OLD',
      ]) === 'ALL_OLD'
    throw refused('ConditionalCheckFailedException', 'The conditional request failed', {
      ...(isShown && item !== undefined && { Item: item }),
    })
  }
  if (verb === 'put') return { intent, was, next: prepared }
  if (verb === 'check' || verb === 'delete') return { intent, was, next: undefined }
  const { partitionKey, sortKey } = table.declaration
  const before = item ?? { [partitionKey]: key.pk, [sortKey]: key.sk }
  const after = update === undefined ? before : updated(before, update, stands)
  return { intent, was, next: preparedItem(table, after) }
}

/** Does what was planned. */
export function applyPlan({ intent: { verb, table, key }, was, next }: Plan): void {
  if (verb === 'check') return
  if (next !== undefined) table.sql.put.run(...next.row)
  else if (was !== undefined) table.sql.remove.run(sortable(key.pk), sortable(key.sk))
}

/** What a write answers about the item as it was or is. */
export function returnedBy({ intent: { request, verb, words }, was, next }: Plan): object {
  const words5 = ['NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW'] as const
  const asked = wordOf('ReturnValues', request.ReturnValues, words5)
  if (asked === 'NONE') return {}
  if (verb !== 'update' && asked !== 'ALL_OLD') throw invalid('ReturnValues can only be ALL_OLD or NONE')
  const before = was === undefined ? undefined : storedItem(was)
  const item = asked.endsWith('_OLD') ? before : next?.item
  if (item === undefined) return {}
  if (asked === 'ALL_OLD' || asked === 'ALL_NEW') return { Attributes: item }
  const paths: readonly Path[] =
    words.UpdateExpression === undefined ? [] : changedPaths(words.UpdateExpression, words.stands)
  const there = paths.filter((path) => valueAt(item, path) !== undefined)
  return there.length === 0 ? {} : { Attributes: projected(item, there) }
}

/** The units a write took. */
export function unitsOf({ intent: { table, verb }, was, next }: Plan, times: number): Used {
  const before = was === undefined ? undefined : storedItem(was)
  return writeUnits(table, before, verb === 'check' ? before : next?.item, times)
}
