import { expect, test } from 'vitest'

import { synthesized } from './synthesized'

const template = await synthesized()
const files = template.ofType('AWS::S3::Bucket')['Files']

test('files are private, encrypted, kept in versions, and survive the stack', () => {
  expect(files?.Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    VersioningConfiguration: { Status: 'Enabled' },
  })
  expect(files).toMatchObject({ DeletionPolicy: 'Retain' })
})

test('what was sent and nobody kept is gone after a day, what was taken away after 30', () => {
  const rules = files?.Properties.LifecycleConfiguration.Rules

  expect(rules).toContainEqual(expect.objectContaining({ Prefix: 'incoming/', ExpirationInDays: 1 }))
  expect(rules).toContainEqual(expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }))
})

test('every function that has to do with files is told where they are', () => {
  const told = Object.values(template.ofType('AWS::Lambda::Function'))
    .filter(({ Properties }) => JSON.stringify(Properties.Environment).includes('"NORMA_FILES":{"Ref":"Files"}'))
    .map(({ Properties }) => Properties.Description)

  expect(told).toEqual(
    expect.arrayContaining(['Norma: the HTTP API', 'Norma: the pages', 'Norma: what is done by the clock']),
  )
})
