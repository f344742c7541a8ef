import { expect, test } from 'vitest'

import { tableDefinition, wordsDefinition } from '#store/table'

import { synthesized } from './synthesized'

const template = await synthesized()

test('the table and the bus keep their logical ids, or a deployment would replace them by empty ones', () => {
  const pinned = ['Table', 'Bus', 'FailedBatches'].map((id) => template.resources[id]?.Type)

  expect(pinned).toEqual(['AWS::DynamoDB::GlobalTable', 'AWS::Events::EventBus', 'AWS::S3::Bucket'])
})

test('the table is protected from deletion and can be taken back to any second', () => {
  const table = template.resources['Table']
  const [replica] = table?.Properties.Replicas ?? []

  expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  expect(replica).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  })
})

test('the table has the keys, indexes, stream and expiry that the store and the local engine are made for', () => {
  const { partitionKey, sortKey, indexes, timeToLive, stream } = tableDefinition
  const schema = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' },
    { AttributeName: sk, KeyType: 'RANGE' },
  ]

  expect(template.resources['Table']?.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: schema(partitionKey, sortKey),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projects] },
    })),
    StreamSpecification: { StreamViewType: stream },
    TimeToLiveSpecification: { AttributeName: timeToLive, Enabled: true },
  })
})

test('the words of the search have a table without indexes, stream and backup, gone with the stack', () => {
  const [words] = Object.entries(template.ofType('AWS::DynamoDB::GlobalTable')).flatMap(([id, table]) =>
    id === 'Table' ? [] : [table],
  )

  expect(words?.Properties.KeySchema).toEqual([
    { AttributeName: wordsDefinition.partitionKey, KeyType: 'HASH' },
    { AttributeName: wordsDefinition.sortKey, KeyType: 'RANGE' },
  ])
  expect(words).toMatchObject({ DeletionPolicy: 'Delete' })
  expect(words?.Properties).not.toHaveProperty('StreamSpecification')
  expect(words?.Properties).not.toHaveProperty('GlobalSecondaryIndexes')
  expect(words?.Properties.Replicas[0].PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: false })
})

test('the secret survives the stack like the table whose hashes it keys', () => {
  const [secret] = Object.values(template.ofType('AWS::SecretsManager::Secret'))

  expect(secret).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
})
