/**
 * The one table as plain data: CDK, the local engine and the tests all read this, stream and backup included.
 * `gsi1` carries whole deal cores (columns), `gsi2` whole tasks (to-do lists); what an index does not show it does not
 * carry, because every projected attribute that changes costs a write unit.
 */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  stream: 'NEW_IMAGE',
  /** Whether the state of any second of the last weeks can be restored. */
  pointInTimeRecovery: true,
  /** Whether its items may hold sets: nothing in them needs any. */
  sets: false,
  indexes: [
    { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk', projects: ['deal'] },
    { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk', projects: ['task'] },
  ],
} as const

const stringAttribute = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const })
const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]

/** The `CreateTable` request for the table, for engines that CDK does not make. */
export function createTableRequest(tableName: string) {
  const { partitionKey, sortKey, indexes } = tableDefinition
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    KeySchema: keySchema(partitionKey, sortKey),
    AttributeDefinitions: [
      stringAttribute(partitionKey),
      stringAttribute(sortKey),
      ...indexes.flatMap((index) => [stringAttribute(index.partitionKey), stringAttribute(index.sortKey)]),
    ],
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projects] },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: tableDefinition.stream },
  }
}
