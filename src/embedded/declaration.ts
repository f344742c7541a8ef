import { invalid, unknownHere } from './fault'

/** An index of a table: its keys, and which attributes it shows beside all keys; all of them where none are named. */
export type IndexDeclaration = {
  readonly name: string
  readonly partitionKey: string
  readonly sortKey: string
  readonly projects?: readonly string[]
}

/** What a table is. All keys are text. */
export type TableDeclaration = {
  readonly partitionKey: string
  readonly sortKey: string
  /** The attribute that holds the second from which an item may be taken away. */
  readonly timeToLive?: string
  /** Whether what is written is told to whoever follows the table. */
  readonly stream?: 'NEW_IMAGE'
  /** Whether its items may hold sets. */
  readonly sets: boolean
  readonly indexes: readonly IndexDeclaration[]
}

type Keys = readonly { readonly AttributeName: string; readonly KeyType: string }[]
type CreateTable = {
  readonly TableName: string
  readonly KeySchema: Keys
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[]
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string
    readonly KeySchema: Keys
    readonly Projection?: { readonly ProjectionType?: string; readonly NonKeyAttributes?: readonly string[] }
  }[]
  readonly LocalSecondaryIndexes?: unknown
  readonly StreamSpecification?: { readonly StreamEnabled?: boolean; readonly StreamViewType?: string }
}

/** The declaration that a request to make a table stands for. */
export function declarationOf(request: CreateTable): TableDeclaration {
  const { AttributeDefinitions, GlobalSecondaryIndexes = [], StreamSpecification: stream } = request
  for (const { AttributeName: name, AttributeType: type } of AttributeDefinitions) {
    if (type !== 'S') throw unknownHere(`keys of the type ${type}, such as ${name}`)
  }
  if (request.LocalSecondaryIndexes !== undefined) throw unknownHere('local secondary indexes')
  if (stream?.StreamEnabled === true && stream.StreamViewType !== 'NEW_IMAGE') {
    throw unknownHere(`streams of ${stream.StreamViewType}`)
  }
  return {
    ...keysOf(request.KeySchema),
    ...(stream?.StreamEnabled === true && { stream: 'NEW_IMAGE' as const }),
    // The request cannot say it, and DynamoDB takes them everywhere.
    sets: true,
    indexes: GlobalSecondaryIndexes.map(({ IndexName: name, KeySchema, Projection }) => ({
      name,
      ...keysOf(KeySchema),
      ...(Projection?.ProjectionType === 'ALL' ? {} : { projects: Projection?.NonKeyAttributes ?? [] }),
    })),
  }
}

function keysOf(schema: Keys): { partitionKey: string; sortKey: string } {
  const partitionKey = schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName
  const sortKey = schema.find(({ KeyType }) => KeyType === 'RANGE')?.AttributeName
  if (partitionKey === undefined) throw invalid('A table needs a partition key.')
  if (sortKey === undefined) throw unknownHere('tables and indexes without a sort key')
  return { partitionKey, sortKey }
}
