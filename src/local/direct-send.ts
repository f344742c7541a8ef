import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'

import type { EmbeddedStore } from '#embedded/store'
import { decode, encode } from '#embedded/wire-values'

import { groupCommit } from './group-commit'
import { unsigned, type LocalHttp } from './local-http'

/** Sends a document command; undefined when it is none of those it knows. */
export type DirectSend = (command: { readonly input: object }) => Promise<unknown> | undefined

type Json = Readonly<Record<string, unknown>>

const operations = new Map<unknown, string>([
  [GetCommand, 'GetItem'],
  [PutCommand, 'PutItem'],
  [UpdateCommand, 'UpdateItem'],
  [DeleteCommand, 'DeleteItem'],
  [QueryCommand, 'Query'],
  [ScanCommand, 'Scan'],
  [BatchGetCommand, 'BatchGetItem'],
  [BatchWriteCommand, 'BatchWriteItem'],
  [TransactGetCommand, 'TransactGetItems'],
  [TransactWriteCommand, 'TransactWriteItems'],
])

/** Asks the store in this process: nothing has to be written down and read again on the way. */
export function embeddedSend({ ask }: Pick<EmbeddedStore, 'ask'>): DirectSend {
  return (command) => {
    const operation = operations.get(command.constructor)
    if (operation === undefined) return undefined
    return ask(operation, command.input).catch((error: unknown) => {
      throw cancelledAsBySdk(error)
    })
  }
}

type Cancelled = Error & { readonly CancellationReasons?: readonly { readonly Code: string; readonly Item?: object }[] }

/** What the SDK makes of an error: its own kind of a cancelled transaction, and items with the types of their values. */
function cancelledAsBySdk(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, CancellationReasons } = error as Cancelled
  if (name === 'ConditionalCheckFailedException' && 'Item' in error) {
    return Object.assign(error, encode({ Item: error.Item }))
  }
  if (name !== 'TransactionCanceledException') return error
  const reasons = encode(CancellationReasons) as TransactionCanceledException['CancellationReasons']
  return new TransactionCanceledException({ message, CancellationReasons: reasons, $metadata: {} })
}

/**
 * Says the same to the engine as the SDK would, without its layers: schemas, endpoint rules, retries and signatures are
 * for the cloud. It takes a third of the SDK's processor time, and a move makes some ten requests.
 */
export function directSend(post: LocalHttp['post']): DirectSend {
  const commit = groupCommit((items) => ask(post, 'TransactWriteItems', { TransactItems: items }))
  return (command) => {
    const operation = operations.get(command.constructor)
    if (operation === undefined) return undefined
    const alone = () => ask(post, operation, command.input)
    const items = itemsOf(operation, command.input)
    return items === undefined ? alone() : commit({ items, names: items.map(nameOf), alone })
  }
}

type Item = Readonly<Record<string, { readonly TableName: string; readonly Item?: Place; readonly Key?: Place }>>
type Place = { readonly pk?: string; readonly sk?: string }

const partsOfPut = new Set([
  'TableName',
  'Item',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
])

/** What a write does, as parts of a transaction; undefined for a read, and for one that wants more than to be done. */
function itemsOf(operation: string, input: object): readonly Item[] | undefined {
  if (operation === 'PutItem') {
    return Object.keys(input).every((name) => partsOfPut.has(name)) ? [{ Put: input } as Item] : undefined
  }
  if (operation !== 'TransactWriteItems' || Object.keys(input).length > 1) return undefined
  return (input as { readonly TransactItems: readonly Item[] }).TransactItems
}

function nameOf(item: Item): string {
  const [part] = Object.values(item)
  const { pk, sk } = part?.Item ?? part?.Key ?? {}
  return JSON.stringify([part?.TableName, pk, sk])
}

async function ask(post: LocalHttp['post'], operation: string, input: object): Promise<unknown> {
  const asked = JSON.stringify(encode(input))
  const { statusCode, body: text } = await post('/', headersOf(operation), asked)
  const answer = JSON.parse(text.toString('utf8')) as Json
  if (statusCode !== 200) throw faultOf(answer, statusCode)
  return decode(answer)
}

function headersOf(operation: string) {
  return {
    ...unsigned,
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
  }
}

/** What the SDK would have thrown, as far as anybody looks at it: the name, and why a transaction was cancelled. */
function faultOf(answer: Json, status: number): Error {
  const { __type: type, message: lower, Message: upper } = answer as Readonly<Record<string, string | undefined>>
  const name = type?.split('#').at(-1) ?? String(status)
  const message = lower ?? upper ?? `The engine answered ${status}.`
  if (name === 'TransactionCanceledException') {
    const reasons = answer['CancellationReasons'] as TransactionCanceledException['CancellationReasons']
    return new TransactionCanceledException({ message, CancellationReasons: reasons, $metadata: {} })
  }
  return Object.assign(new Error(message), { name }, 'Item' in answer ? { Item: answer['Item'] } : {})
}
