import { CfnOutput, CfnParameter, Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

import { automationConsumer, tooDeepAlarm } from '#automation/events/consumers'
import { arrivalsConsumer, unreadableAlarm } from '#channels/events/consumers'
import { tableDefinition } from '#store/table'

import { acknowledge } from './acknowledge'
import type { ConsumerQueue } from './consumer-queue'
import type { EventRelay } from './event-relay'
import type { NodeFunction } from './node-function'

/** What is watched. */
export type Watched = {
  readonly functions: Readonly<Record<string, NodeFunction>>
  readonly consumers: readonly ConsumerQueue[]
  readonly deadLetters: Readonly<Record<string, Queue>>
  readonly relay: EventRelay
  readonly tableName: string
  readonly busName: string
  readonly scheduleGroupName: string
  readonly apiId: string
  readonly metricNamespace: string
}

type Period = { readonly period: Duration; readonly statistic: string }

/** A figure that should stay at or below `most`, and what it means for people when it does not. */
type Watch = { readonly metric: IMetric; readonly most: number; readonly means: string }

const fiveMinutes = Duration.minutes(5)
const sum: Period = { period: fiveMinutes, statistic: Stats.SUM }
const slowest: Period = { period: fiveMinutes, statistic: Stats.percentile(99) }
const maximum: Period = { period: fiveMinutes, statistic: Stats.MAXIMUM }

/** The alarms: each tells somebody by e-mail, in a sentence, what people will notice and where to look. */
export class Alarms extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'Norma alarms', enforceSSL: true })
    this.#tellSomebody()
    new CfnOutput(this, 'AlarmTopic', { key: 'AlarmTopic', value: this.topic.topicArn })
    const watches: Record<string, Watch> = {
      ...functionWatches(watched.functions),
      ...queueWatches(watched),
      ...flowWatches(watched),
      ...tableWatches(watched.tableName),
      ...doorWatches(watched),
      ...automationWatches(this, watched),
      ...arrivalWatches(this, watched),
    }
    for (const [name, watch] of Object.entries(watches)) this.#watch(name, watch)
  }

  /** An alarm that nobody hears is none: a deployment has to say who does. They confirm it once, by the mail AWS sends them. */
  #tellSomebody(): void {
    const address = new CfnParameter(this, 'Address', {
      description: 'E-mail address of whoever is told when something is wrong',
      allowedPattern: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+',
    })
    address.overrideLogicalId('AlarmAddress')
    const mail = new Subscription(this, 'Mail', {
      topic: this.topic,
      protocol: SubscriptionProtocol.EMAIL,
      endpoint: address.valueAsString,
    })
    const why = 'A mail that does not arrive is tried again by SNS; the alarm itself stays red in the console.'
    acknowledge(mail, 'Serverless-SNSRedrivePolicy', why)
  }

  #watch(name: string, { metric, most, means }: Watch): void {
    const alarm = new Alarm(this, name, {
      metric,
      threshold: most,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      // Counts are not sent while they are zero.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: means,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
  }
}

function functionWatches(functions: Watched['functions']): Record<string, Watch> {
  const watches = Object.entries(functions).flatMap(([name, { handler }]): [string, Watch][] => [
    [`${name}Errors`, { metric: handler.metricErrors(sum), most: 0, means: `${name} failed: see its log.` }],
    [
      `${name}Throttles`,
      {
        metric: handler.metricThrottles(sum),
        most: 0,
        means: `${name} was throttled: the account’s concurrency is used up.`,
      },
    ],
  ])
  return Object.fromEntries(watches)
}

function queueWatches({ deadLetters, consumers }: Watched): Record<string, Watch> {
  const dead = Object.entries(deadLetters).map(([name, queue]): [string, Watch] => [
    `${name}DeadLetters`,
    {
      metric: queue.metricApproximateNumberOfMessagesVisible(maximum),
      most: 0,
      means: `${name} has put messages aside: read them, remove the cause, redrive them.`,
    },
  ])
  const late = consumers.map(({ node, queue }): [string, Watch] => [
    `${node.id}Age`,
    {
      metric: queue.metricApproximateAgeOfOldestMessage(maximum),
      most: 300,
      means: `${node.id} is five minutes behind: its effects appear late.`,
    },
  ])
  return Object.fromEntries([...dead, ...late])
}

function flowWatches({ relay, scheduleGroupName, ...watched }: Watched): Record<string, Watch> {
  const lambda = (metricName: string, dimensionsMap: Record<string, string>, shown: Period) =>
    new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap, ...shown })
  const scheduler = (metricName: string) =>
    new Metric({ namespace: 'AWS/Scheduler', metricName, dimensionsMap: { ScheduleGroup: scheduleGroupName }, ...sum })
  const ages = lambda('IteratorAge', { FunctionName: relay.function.handler.functionName }, maximum)
  const feed = { EventSourceMappingUUID: relay.feed.eventSourceMappingId }
  const parked = lambda('OnFailureDestinationDeliveredEventCount', feed, sum)
  return {
    IteratorAge: { metric: ages, most: 300_000, means: 'Events are published five minutes late; tasks open late.' },
    FailedBatches: {
      metric: parked,
      most: 0,
      means: 'Events were not published: their batches are in the bucket FailedBatches.',
    },
    ScheduleErrors: { metric: scheduler('TargetErrorCount'), most: 0, means: 'A schedule could not be started.' },
    ScheduleDropped: { metric: scheduler('InvocationDroppedCount'), most: 0, means: 'A schedule was given up.' },
    ...ruleWatches(watched),
  }
}

function ruleWatches({ consumers, busName }: Pick<Watched, 'consumers' | 'busName'>): Record<string, Watch> {
  const ofRule = (metricName: string, ruleName: string) =>
    new Metric({
      namespace: 'AWS/Events',
      metricName,
      dimensionsMap: { EventBusName: busName, RuleName: ruleName },
      ...sum,
    })
  const watches = consumers.flatMap(({ node: { id }, ruleName }): [string, Watch][] => {
    const failed = ofRule('FailedInvocations', ruleName)
    const dead = ofRule('InvocationsSentToDlq', ruleName)
    return [
      [`${id}FailedInvocations`, { metric: failed, most: 0, means: `The bus could not fill the queue of ${id}.` }],
      [`${id}Undelivered`, { metric: dead, most: 0, means: `Events for ${id} went to its dead letters undelivered.` }],
    ]
  })
  return Object.fromEntries(watches)
}

/** Rules that set each other off are told in the log of the function that runs them. */
function automationWatches(scope: Construct, { consumers, metricNamespace }: Watched): Record<string, Watch> {
  const runner = consumers.find(({ ruleName }) => ruleName.endsWith(`-${automationConsumer}`))
  if (runner === undefined) return {}
  const told = new MetricFilter(scope, 'AutomationTooDeepFilter', {
    logGroup: runner.function.handler.logGroup,
    filterPattern: FilterPattern.literal(`"${tooDeepAlarm}"`),
    metricNamespace,
    metricName: 'AutomationTooDeep',
  })
  const means =
    'Rules of the automation set each other off and were stopped: see the deal’s timeline, pause one of them.'
  return { AutomationTooDeep: { metric: told.metric(sum), most: 0, means } }
}

const anHour = Duration.hours(1)

/** So many in an hour say that something is wrong with what is read, not with one letter. */
const fewestUnreadable = 3

/** What came and could not be read is told in the log of the function that reads; how much was read its queue says. */
function arrivalWatches(scope: Construct, { consumers, metricNamespace }: Watched): Record<string, Watch> {
  const reader = consumers.find(({ ruleName }) => ruleName.endsWith(`-${arrivalsConsumer}`))
  if (reader === undefined) return {}
  const hourly: Period = { period: anHour, statistic: Stats.SUM }
  const told = new MetricFilter(scope, 'ArrivalUnreadableFilter', {
    logGroup: reader.function.handler.logGroup,
    filterPattern: FilterPattern.literal(`"${unreadableAlarm}"`),
    metricNamespace,
    metricName: 'ArrivalUnreadable',
  })
  const share = new MathExpression({
    // One of a few says nothing of how many there will be: it lies on the page of integrations.
    expression: `IF(FILL(unreadable, 0) >= ${fewestUnreadable}, 100 * FILL(unreadable, 0) / IF(read > 0, read, 1), 0)`,
    usingMetrics: { unreadable: told.metric(hourly), read: reader.queue.metricNumberOfMessagesDeleted(hourly) },
    period: anHour,
    label: 'Percent of what came that could not be read',
  })
  const means = `More than one in a hundred of what providers and sites sent within the hour, and at least ${fewestUnreadable}, could not be read: it is kept; see Integrations, mend the cause, read it again.`
  return { ArrivalsUnreadable: { metric: share, most: 1, means } }
}

function tableWatches(tableName: string): Record<string, Watch> {
  const ofTable = (metricName: string, index?: string) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: tableName, ...(index !== undefined && { GlobalSecondaryIndexName: index }) },
      ...sum,
    })
  const means = 'The table refuses requests for being too many; people see errors or wait.'
  const throttles = [undefined, ...tableDefinition.indexes.map((index) => index.name)].flatMap(
    (index): [string, Watch][] =>
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => [
        `${name}${index ?? 'Table'}`,
        { metric: ofTable(name, index), most: 0, means },
      ]),
  )
  return {
    ...Object.fromEntries(throttles),
    // A few are the price of optimistic locking and are repeated; many mean that everybody writes one item.
    TransactionConflicts: {
      metric: ofTable('TransactionConflict'),
      most: 50,
      means: 'Many writes meet on the same item: look for a hot counter.',
    },
  }
}

function doorWatches({ apiId, metricNamespace }: Watched): Record<string, Watch> {
  const door = (metricName: string, shown: Period) =>
    new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiId: apiId }, ...shown })
  const ours = (metricName: string, shown: Period) => new Metric({ namespace: metricNamespace, metricName, ...shown })
  return {
    ApiFaults: {
      metric: door('5xx', sum),
      most: 0,
      means: 'The API answered with a fault of ours: see the log of Api.',
    },
    ApiLatency: {
      metric: door('Latency', slowest),
      most: 3_000,
      means: 'One answer in a hundred takes longer than three seconds: people wait.',
    },
    // Among them what was throttled (429): a program in a loop refuses everybody else.
    ApiRefusals: {
      metric: door('4xx', sum),
      most: 1_000,
      means: 'More than a thousand requests were refused in five minutes: the access log says whose and with what.',
    },
    ReconcileDifference: {
      metric: ours('ReconcileDifference', maximum),
      most: 0,
      means: 'The nightly recomputation of the plan differed from the books; it was repaired: see its report.',
    },
    ReleaseFailed: {
      metric: ours('ReleaseFailed', sum),
      most: 0,
      means: 'Scheduled rules could not be published, or deals could not follow: norma status says which and why.',
    },
    RulesNotLoaded: {
      metric: ours('RulesNotLoaded', sum),
      most: 0,
      means: 'The newest rules cannot be loaded; the version before them is in force.',
    },
  }
}
