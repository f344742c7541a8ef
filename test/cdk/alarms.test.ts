import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'

import { only, synthesized } from './synthesized'

const template = await synthesized()
const alarms = Object.values(template.ofType('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties)
const functions = Object.keys(template.ofType('AWS::Lambda::Function'))

test.each(['Errors', 'Throttles'])('%s of every function raise an alarm', (metric) => {
  const watched = alarms.filter((alarm) => alarm.Namespace === 'AWS/Lambda' && alarm.MetricName === metric)

  expect(watched.map(firstDimension).toSorted()).toEqual(functions.toSorted())
})

test('every queue is watched: dead letters for their number, the others for their age', () => {
  const queues = Object.entries(template.ofType('AWS::SQS::Queue'))
  const isDead = ([, { Properties }]: (typeof queues)[number]) => Properties.RedrivePolicy === undefined
  const numbers = alarms.filter((alarm) => alarm.MetricName === 'ApproximateNumberOfMessagesVisible')
  const ages = alarms.filter((alarm) => alarm.MetricName === 'ApproximateAgeOfOldestMessage')

  expect(numbers.map(queueOf).toSorted()).toEqual(
    queues
      .filter(isDead)
      .map(([id]) => id)
      .toSorted(),
  )
  expect(ages.map(queueOf).toSorted()).toEqual(
    queues
      .filter((one) => !isDead(one))
      .map(([id]) => id)
      .toSorted(),
  )
})

test.each(consumers)('an event that does not reach the queue of $name raises an alarm', ({ name }) => {
  const ofRule = alarms.filter((alarm) => JSON.stringify(alarm.Dimensions ?? []).includes(`norma-test-${name}"`))

  expect(ofRule.map((alarm) => alarm.MetricName).toSorted()).toEqual(['FailedInvocations', 'InvocationsSentToDlq'])
})

test.each([
  ['AWS/Lambda', 'IteratorAge'],
  ['AWS/Lambda', 'OnFailureDestinationDeliveredEventCount'],
  ['AWS/ApiGateway', '5xx'],
  ['AWS/ApiGateway', '4xx'],
  ['AWS/ApiGateway', 'Latency'],
  ['AWS/DynamoDB', 'TransactionConflict'],
  ['AWS/Scheduler', 'TargetErrorCount'],
  ['AWS/Scheduler', 'InvocationDroppedCount'],
  ['Norma/norma-test', 'ReconcileDifference'],
  ['Norma/norma-test', 'ReleaseFailed'],
  ['Norma/norma-test', 'RulesNotLoaded'],
])('%s %s is watched once', (namespace, metric) => {
  const found = alarms.filter((alarm) => alarm.Namespace === namespace && alarm.MetricName === metric)

  expect(found).toHaveLength(1)
})

test('what could not be read raises an alarm above one in a hundred of what was read within the hour, of which one or two are not enough', () => {
  const [found] = alarms.filter((alarm) => JSON.stringify(alarm.Metrics ?? []).includes('ArrivalUnreadable'))
  const metrics = (found?.Metrics ?? []) as readonly {
    readonly Expression?: string
    readonly MetricStat?: { readonly Period: number; readonly Metric: { readonly MetricName: string } }
  }[]
  const filters = Object.values(template.ofType('AWS::Logs::MetricFilter')).map(({ Properties }) => Properties)

  expect(found?.Threshold).toBe(1)
  expect(metrics.flatMap(({ Expression }) => Expression ?? [])).toEqual([
    'IF(FILL(unreadable, 0) >= 3, 100 * FILL(unreadable, 0) / IF(read > 0, read, 1), 0)',
  ])
  expect(
    metrics.flatMap(({ MetricStat: one }) => (one === undefined ? [] : [[one.Metric.MetricName, one.Period]])),
  ).toEqual([
    ['ArrivalUnreadable', 3600],
    ['NumberOfMessagesDeleted', 3600],
  ])
  expect(filters.filter((one) => JSON.stringify(one).includes('arrival_unreadable'))).toHaveLength(1)
})

test('throttling of the table and of each index is watched, reads and writes', () => {
  const throttles = alarms.filter((alarm) => /^(Read|Write)ThrottleEvents$/.test(alarm.MetricName))

  expect(throttles).toHaveLength(6)
})

test('every alarm tells the topic when it starts and when it is over, and says what it means', () => {
  const [topic] = Object.keys(template.ofType('AWS::SNS::Topic'))

  for (const alarm of alarms) {
    expect(alarm).toMatchObject({
      AlarmActions: [{ Ref: topic }],
      OKActions: [{ Ref: topic }],
      TreatMissingData: 'notBreaching',
      ComparisonOperator: 'GreaterThanThreshold',
    })
    expect(alarm.AlarmDescription).toMatch(/^[A-Z].{15,}\.$/s)
  }
})

test('there is one dashboard', () => {
  expect(only(template.ofType('AWS::CloudWatch::Dashboard')).Properties.DashboardBody).toBeDefined()
})

function firstDimension(alarm: { Dimensions: { Value: { Ref: string } }[] }): string {
  return alarm.Dimensions[0]?.Value.Ref ?? ''
}

function queueOf(alarm: { Dimensions: { Value: { 'Fn::GetAtt': string[] } }[] }): string {
  return alarm.Dimensions[0]?.Value['Fn::GetAtt'][0] ?? ''
}

test('no deployment goes without somebody who hears the alarms', () => {
  const { Parameters } = JSON.parse(template.text) as { Parameters: Record<string, Record<string, unknown>> }
  const address = Parameters['AlarmAddress'] ?? {}
  const fits = new RegExp(`^(?:${String(address['AllowedPattern'])})$`)

  expect(address).not.toHaveProperty('Default')
  expect(['', 'nobody', 'a@b', 'two words@example.com', 'ops@example.com'].filter((one) => fits.test(one))).toEqual([
    'ops@example.com',
  ])
  expect(only(template.ofType('AWS::SNS::Subscription')).Properties).toMatchObject({
    Protocol: 'email',
    Endpoint: { Ref: 'AlarmAddress' },
  })
})

test('docs/deploy.md says how many alarms there are and what they cost', () => {
  const guide = readFileSync('docs/deploy.md', 'utf8')
  const [, number, dollars] = /(\d+) alarms and a dashboard, about (\d+) dollars a month/.exec(guide) ?? []

  expect(Number(number)).toBe(alarms.length)
  expect(guide).toContain(`${consumers.length} consumers of up to 4 each`)
  // Ten cents an alarm; the first three dashboards cost nothing.
  expect(Number(dollars)).toBe(Math.round(alarms.length / 10))
})

test('docs/deploy.md says how long personal data stands in queues, dead letters, archive, failed batches, backups and logs', () => {
  const guide = readFileSync('docs/deploy.md', 'utf8')
  const said = (where: string) => guide.split('\n').find((line) => line.startsWith(`| ${where}`)) ?? ''
  const daySeconds = 86_400
  const kept = Object.values(template.ofType('AWS::SQS::Queue')).map((queue) => queue.Properties.MessageRetentionPeriod)

  expect(new Set(kept)).toEqual(new Set([14 * daySeconds]))
  expect([said('queues of consumers'), said('dead letters (SQS)')].every((line) => line.includes('14 days'))).toBe(true)
  expect(only(template.ofType('AWS::Events::Archive')).Properties).toMatchObject({ RetentionDays: 90 })
  expect(said('archive of the bus')).toContain('90 days')
  expect(template.resources['FailedBatches']?.Properties).toMatchObject({
    LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90 }] },
  })
  expect(said('failed batches (S3)')).toContain('90 days')
  expect(said('logs')).toContain('a month')
})
