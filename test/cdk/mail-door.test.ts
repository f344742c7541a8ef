import { expect, test } from 'vitest'

import { only, synthesized } from './synthesized'

const template = await synthesized()

test('mail to a domain of ours is written into a bucket and handed on, where a domain is named and by SES alone', () => {
  const [rule] = Object.values(template.ofType('AWS::SES::ReceiptRule'))
  const called = Object.values(template.ofType('AWS::Lambda::Permission')).filter(
    ({ Properties }) => Properties.Principal === 'ses.amazonaws.com',
  )
  const [s3, lambda] = rule?.Properties.Rule.Actions ?? []

  expect(rule).toMatchObject({ Condition: expect.stringContaining('MailDoorIsNamed') })
  expect(only(template.ofType('AWS::SES::ReceiptRuleSet'))).toMatchObject({
    Condition: expect.stringContaining('MailDoorIsNamed'),
  })
  expect(rule?.Properties.Rule.Recipients).toEqual([{ Ref: 'MailInDomain' }])
  expect(s3.S3Action.BucketName).toEqual({ Ref: expect.stringContaining('MailDoorBucket') })
  expect(lambda.LambdaAction.InvocationType).toBe('Event')
  expect(called.map(({ Properties }) => Properties.SourceAccount)).toEqual([{ Ref: 'AWS::AccountId' }])
})

test('what came by mail is forgotten by its bucket after 30 days, and nobody but SES writes there', () => {
  const [bucket] = Object.entries(template.ofType('AWS::S3::Bucket')).filter(([id]) => id.startsWith('MailDoorBucket'))
  const policies = Object.values(template.ofType('AWS::S3::BucketPolicy')).filter(({ Properties }) =>
    Properties.Bucket.Ref.startsWith('MailDoorBucket'),
  )
  const writers = policies.flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow'),
  )

  expect(bucket?.[1].Properties.LifecycleConfiguration.Rules).toEqual([{ ExpirationInDays: 30, Status: 'Enabled' }])
  expect(writers.map(({ Action, Principal }: { Action: string; Principal: unknown }) => [Action, Principal])).toEqual([
    ['s3:PutObject', { Service: 'ses.amazonaws.com' }],
  ])
})
