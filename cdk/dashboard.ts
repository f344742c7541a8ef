import { Duration } from 'aws-cdk-lib'
import { Dashboard as Board, GraphWidget, Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'

import type { Watched } from './alarms'

const fiveMinutes = Duration.minutes(5)
const sum = { period: fiveMinutes, statistic: Stats.SUM }
const slowest = { period: fiveMinutes, statistic: 'p99' }

/** One page that answers: do people get answers, do events flow, are the books right, what does it cost. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id)
    new Board(this, 'Board', {
      defaultInterval: Duration.days(1),
      widgets: [doorRow(watched), flowRow(watched), tableRow(watched)],
    })
  }
}

function doorRow({ apiId, functions }: Watched): GraphWidget[] {
  const door = (metricName: string, shown: { period: Duration; statistic: string }) =>
    new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiId: apiId }, ...shown })
  const handlers = Object.values(functions).map(({ handler }) => handler)
  return [
    graph('Requests and faults', [door('Count', sum), door('4xx', sum), door('5xx', sum)]),
    graph('Slowest hundredth of answers, ms', [door('Latency', slowest), door('IntegrationLatency', slowest)]),
    graph(
      'Failed runs of functions',
      handlers.map((handler) => handler.metricErrors(sum)),
    ),
  ]
}

function flowRow({ relay, consumers, deadLetters }: Watched): GraphWidget[] {
  const age = relay.function.handler.metric('IteratorAge', { period: fiveMinutes, statistic: Stats.MAXIMUM })
  return [
    graph('Age of events when they are published, ms', [age]),
    graph(
      'Oldest waiting message, s',
      consumers.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
    ),
    graph(
      'Dead letters',
      Object.values(deadLetters).map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
  ]
}

function tableRow({ tableName, metricNamespace }: Watched): GraphWidget[] {
  const ofTable = (metricName: string) =>
    new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: tableName }, ...sum })
  const difference = new Metric({ namespace: metricNamespace, metricName: 'ReconcileDifference', ...sum })
  return [
    graph('Read and write units', [ofTable('ConsumedReadCapacityUnits'), ofTable('ConsumedWriteCapacityUnits')]),
    graph('Conflicts and throttles', [
      ofTable('TransactionConflict'),
      ofTable('ReadThrottleEvents'),
      ofTable('WriteThrottleEvents'),
    ]),
    graph('Difference found by the nightly recomputation', [difference]),
  ]
}

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 8 })
