/** What a table is, as plain data: CDK, the local engine and the tests all read this, stream and backup included. */
export type TableDefinition = {
  readonly partitionKey: string
  readonly sortKey: string
  /** The attribute that holds the second from which an item may be taken away. */
  readonly timeToLive?: string
  /** What is told of every write to whoever follows the table; nothing where absent. */
  readonly stream?: 'NEW_IMAGE'
  /** Whether the state of any second of the last weeks can be restored. A table without it is made of another one. */
  readonly pointInTimeRecovery: boolean
  /** Whether its items may hold sets: names that are added by many at once, such as numbers that nobody has mapped yet. */
  readonly sets: boolean
  readonly indexes: readonly {
    readonly name: string
    readonly partitionKey: string
    readonly sortKey: string
    readonly projects: readonly string[]
  }[]
}

/**
 * The one table. `gsi1` carries whole deal cores (columns), `gsi2` whole tasks (to-do lists); what an index does not show
 * it does not carry, because every projected attribute that changes costs a write unit.
 */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  stream: 'NEW_IMAGE',
  pointInTimeRecovery: true,
  sets: true,
  indexes: [
    { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk', projects: ['deal'] },
    { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk', projects: ['task'] },
  ],
} as const satisfies TableDefinition

/** The words of the search. All of them are made of the one table, and can be made anew: no stream, no backup. */
export const wordsDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  pointInTimeRecovery: false,
  sets: false,
  indexes: [],
} as const satisfies TableDefinition

/** What the table of words is called where nobody has called it otherwise. */
export const wordsTableOf = (table: string): string => `${table}-words`

const stringAttribute = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const })
const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]

/** The `CreateTable` request for a table, for engines that CDK does not make. */
export function createTableRequest(tableName: string, definition: TableDefinition = tableDefinition) {
  const { partitionKey, sortKey, indexes, stream } = definition
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    KeySchema: keySchema(partitionKey, sortKey),
    AttributeDefinitions: [
      stringAttribute(partitionKey),
      stringAttribute(sortKey),
      ...indexes.flatMap((index) => [stringAttribute(index.partitionKey), stringAttribute(index.sortKey)]),
    ],
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projects] },
      })),
    }),
    ...(stream !== undefined && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } }),
  }
}
