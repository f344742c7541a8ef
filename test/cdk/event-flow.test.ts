import { expect, test } from 'vitest'

import { patternOf } from '#events/consumer'
import { consumers } from '#product/lists/consumers'
import { toldPrefixes } from '#product/lists/told-prefixes'
import { relayFilter, unpublishablePattern } from '#events/relay'
import { compilePattern } from '#local/stream/event-pattern'

import { only, synthesized, type Resource } from './synthesized'

const template = await synthesized()
const rules = Object.values(template.ofType('AWS::Events::Rule'))
const queues = template.ofType('AWS::SQS::Queue')
const feeds = Object.values(template.ofType('AWS::Lambda::EventSourceMapping'))
const functions = template.ofType('AWS::Lambda::Function')

test('there are rules for the declared consumers and for what cannot be published, and no others', () => {
  const patterns = rules.map(({ Properties }) => Properties.EventPattern)

  expect(patterns).toHaveLength(consumers.length + 1)
  expect(patterns).toEqual(expect.arrayContaining([...consumers.map(patternOf), unpublishablePattern]))
})

test.each(consumers)('$name gets its events by the very rule that the local bus uses', (consumer) => {
  const { queue, dead } = flowOf(consumer.name)
  const [target, ...others] = ruleOf(consumer.name).Properties.Targets

  expect(ruleOf(consumer.name).Properties).toMatchObject({ EventPattern: patternOf(consumer), State: 'ENABLED' })
  expect(others).toEqual([])
  expect(target).toMatchObject({
    Arn: { 'Fn::GetAtt': [queue, 'Arn'] },
    DeadLetterConfig: { Arn: { 'Fn::GetAtt': [dead, 'Arn'] } },
    RetryPolicy: {
      MaximumRetryAttempts: consumer.retry.deliveryAttempts,
      MaximumEventAgeInSeconds: consumer.retry.deliveryHours * 3600,
    },
  })
})

test.each(consumers)(
  'the queue of $name has the declared patience and its own dead letters, both kept for 14 days',
  (consumer) => {
    const { queue, dead } = flowOf(consumer.name)

    expect(queues[queue]?.Properties).toEqual({
      MessageRetentionPeriod: 14 * 24 * 3600,
      VisibilityTimeout: consumer.visibilityTimeoutSeconds,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': [dead, 'Arn'] },
        maxReceiveCount: consumer.maxReceiveCount,
      },
      SqsManagedSseEnabled: true,
    })
    expect(queues[dead]?.Properties).toEqual({ MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true })
  },
)

test.each(consumers)('$name is given batches of the declared size and reports failures one by one', (consumer) => {
  const { queue, handler } = flowOf(consumer.name)
  const feed = feeds.find(({ Properties }) => Properties.EventSourceArn?.['Fn::GetAtt']?.[0] === queue)

  expect(feed?.Properties).toMatchObject({
    FunctionName: { Ref: handler },
    BatchSize: consumer.batchSize,
    ...(consumer.windowSeconds === 0 ? {} : { MaximumBatchingWindowInSeconds: consumer.windowSeconds }),
    ScalingConfig: { MaximumConcurrency: consumer.concurrency },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  })
  expect(functions[handler]?.Properties.Timeout * 6).toBeLessThanOrEqual(consumer.visibilityTimeoutSeconds)
})

test('an event that changes the plan reaches the books, one that does not stays away', () => {
  const [rule] = rules.filter(({ Properties }) => Properties.Name === 'norma-test-keep-plan-ledger')
  const matches = compilePattern(rule?.Properties.EventPattern, 'the rule of the books')
  const onTheBus = (detail: object) => ({
    source: 'norma',
    'detail-type': 'deal.moved',
    detail: { name: 'deal.moved', detail },
  })
  const part = { key: { month: '2026-11', employee: 'anna' }, sumMinor: 100, count: 1, tasksDone: 0 }

  expect(matches(onTheBus({ dealId: 'deal_1', plan: [part] }))).toBe(true)
  expect(matches(onTheBus({ dealId: 'deal_1' }))).toBe(false)
})

test('the relay reads the stream in order, from its beginning, and keeps what it cannot publish', () => {
  const feed = feeds.find(({ Properties }) => Properties.EventSourceArn?.['Fn::GetAtt']?.[0] === 'Table')

  expect(feed?.Properties).toMatchObject({
    EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
    StartingPosition: 'TRIM_HORIZON',
    BatchSize: 100,
    ParallelizationFactor: 1,
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 10,
    MaximumRecordAgeInSeconds: 12 * 3600,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['FailedBatches', 'Arn'] } } },
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify(relayFilter(toldPrefixes)) }] },
    MetricsConfig: { Metrics: ['EventCount'] },
  })
  expect(feed?.Properties.MaximumBatchingWindowInSeconds).toBeUndefined()
  expect(relayFilter(toldPrefixes)).toEqual({
    eventName: ['INSERT'],
    dynamodb: {
      Keys: {
        pk: {
          S: [
            { prefix: 'D#' },
            { prefix: 'AR#' },
            { prefix: 'MO#' },
            { prefix: 'C#' },
            { prefix: 'XR#' },
            { prefix: 'LQ#' },
          ],
        },
        sk: { S: [{ prefix: 'E#' }, { prefix: 'A#' }] },
      },
    },
  })
})

test('failed batches are kept where nobody outside can read them', () => {
  expect(template.resources['FailedBatches']).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    },
  })
})

test('everything on the bus can be replayed for 90 days', () => {
  const archive = only(template.ofType('AWS::Events::Archive'))

  expect(archive.Properties).toMatchObject({ RetentionDays: 90, EventPattern: { source: ['norma'] } })
})

test('every queue refuses whoever does not come over TLS', () => {
  const policies = Object.values(template.ofType('AWS::SQS::QueuePolicy'))
  const closed = policies.flatMap(({ Properties }) => {
    const deny = Properties.PolicyDocument.Statement.find((one: { Effect: string }) => one.Effect === 'Deny')
    expect(deny).toMatchObject({ Condition: { Bool: { 'aws:SecureTransport': 'false' } }, Action: 'sqs:*' })
    return Properties.Queues.map((queue: { Ref: string }) => queue.Ref)
  })

  expect(closed.toSorted()).toEqual(Object.keys(queues).toSorted())
})

function ruleOf(name: string): Resource {
  return only(Object.fromEntries(rules.filter(({ Properties }) => Properties.Name === `norma-test-${name}`).entries()))
}

/** The logical ids of what one consumer is made of, found from its rule and from its function's environment. */
function flowOf(name: string): { readonly queue: string; readonly dead: string; readonly handler: string } {
  const [target] = ruleOf(name).Properties.Targets
  const queue: string = target.Arn['Fn::GetAtt'][0]
  const dead: string = queues[queue]?.Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]
  const handlers = Object.entries(functions).filter(
    ([, { Properties }]) => variables(Properties)['NORMA_CONSUMER'] === name,
  )
  expect(handlers).toHaveLength(1)
  return { queue, dead, handler: handlers[0]?.[0] ?? '' }
}

function variables(properties: Resource['Properties']): Readonly<Record<string, unknown>> {
  return properties.Environment?.Variables ?? {}
}
