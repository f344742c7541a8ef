import { invalid, unknownHere } from './fault'

const expression = [
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
]
const paging = ['FilterExpression', 'ProjectionExpression', 'Limit', 'ExclusiveStartKey', 'ConsistentRead', 'IndexName']
const read = ['ExpressionAttributeNames', 'ProjectionExpression']

/** What each operation may be asked with. Anything else is refused: it would have been asked for in vain. */
const parameters = {
  GetItem: ['TableName', 'Key', 'ConsistentRead', ...read],
  PutItem: ['TableName', 'Item', 'ReturnValues', ...expression],
  UpdateItem: ['TableName', 'Key', 'UpdateExpression', 'ReturnValues', ...expression],
  DeleteItem: ['TableName', 'Key', 'ReturnValues', ...expression],
  Query: [
    'TableName',
    'KeyConditionExpression',
    'ScanIndexForward',
    'Select',
    ...paging,
    'ExpressionAttributeNames',
    'ExpressionAttributeValues',
  ],
  Scan: ['TableName', 'Select', ...paging, 'ExpressionAttributeNames', 'ExpressionAttributeValues'],
  BatchGetItem: ['RequestItems'],
  BatchWriteItem: ['RequestItems', 'ReturnItemCollectionMetrics'],
  TransactGetItems: ['TransactItems'],
  TransactWriteItems: ['TransactItems', 'ClientRequestToken', 'ReturnItemCollectionMetrics'],
  Put: ['TableName', 'Item', ...expression],
  Update: ['TableName', 'Key', 'UpdateExpression', ...expression],
  Delete: ['TableName', 'Key', ...expression],
  ConditionCheck: ['TableName', 'Key', ...expression],
  Get: ['TableName', 'Key', ...read],
  Keys: ['Keys', 'ConsistentRead', ...read],
} as const

/** An operation, or a part of one, that the store knows. */
export type Known = keyof typeof parameters

const known = new Map<string, ReadonlySet<string>>(
  Object.entries(parameters).map(([operation, names]) => [
    operation,
    new Set<string>([...names, 'ReturnConsumedCapacity']),
  ]),
)

/** Refuses a request that asks for what the store does not know. */
export function checkParameters(operation: Known, request: object): void {
  const names = known.get(operation)
  for (const name in request) {
    if (names?.has(name) === true || (request as Record<string, unknown>)[name] === undefined) continue
    throw unknownHere(`the parameter ${name} of ${operation}`)
  }
}

/** The value of a parameter that is one of a few words. */
export function wordOf<T extends string>(name: string, given: string | undefined, words: readonly [T, ...T[]]): T {
  const found = given === undefined ? words[0] : words.find((word) => word === given)
  if (found === undefined) throw invalid(`${name} must be one of ${words.join(', ')}, not “${given}”.`)
  return found
}
