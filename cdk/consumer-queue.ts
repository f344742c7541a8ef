import { Duration, Stack } from 'aws-cdk-lib'
import { Rule, type EventBus } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

import { patternOf, type Consumer } from '#events/consumer'

import { acknowledge } from './acknowledge'
import { deadLetterQueue } from './dead-letter-queue'
import { eventPatternOf } from './event-pattern'
import { functionRoles } from './function-roles'
import { NodeFunction } from './node-function'

export type ConsumerQueueProps = {
  readonly bus: EventBus
  readonly consumer: Consumer
  readonly environment: Readonly<Record<string, string>>
}

/** One declared consumer: the rule that picks its events, its queue with the dead letters, its function. */
export class ConsumerQueue extends Construct {
  readonly consumerName: string
  readonly function: NodeFunction
  /** Known before deployment: for a rule on a bus of its own, what CloudFormation calls its name is not the one in the metrics. */
  readonly ruleName: string
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, { bus, consumer, environment }: ConsumerQueueProps) {
    super(scope, id)
    const { retry, visibilityTimeoutSeconds } = consumer
    this.consumerName = consumer.name
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', 'It is the dead-letter queue of the queue beside it.')
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.seconds(visibilityTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: consumer.maxReceiveCount },
    })
    this.ruleName = `${Stack.of(this).stackName}-${consumer.name}`
    const rule = new Rule(this, 'Rule', {
      ruleName: this.ruleName,
      eventBus: bus,
      description: `Fills the queue of ${consumer.name}`,
      eventPattern: eventPatternOf(patternOf(consumer)),
    })
    // What the bus cannot deliver is laid beside what the function could not handle: one place to look and to redrive.
    rule.addTarget(
      new SqsQueue(this.queue, {
        deadLetterQueue: this.deadLetters,
        retryAttempts: retry.deliveryAttempts,
        maxEventAge: Duration.hours(retry.deliveryHours),
      }),
    )
    this.function = new NodeFunction(this, 'Handler', {
      ...functionRoles.consumer,
      // AWS advises a visibility timeout of six times the function's, or throttled batches use up their attempts.
      timeoutSec: Math.floor(visibilityTimeoutSeconds / 6),
      description: `Norma: ${consumer.name}`,
      failuresGo: 'The queue hands a failed message over again and then puts it with its dead letters.',
      environment: { ...environment, NORMA_CONSUMER: consumer.name, NORMA_QUEUE_URL: this.queue.queueUrl },
    })
    this.#feed(consumer)
  }

  #feed({ name, batchSize, windowSeconds, concurrency }: Consumer): void {
    if (concurrency < 2)
      throw new Error(`The consumer ${name} wants ${concurrency} batches side by side: AWS runs 2 or more.`)
    this.function.mayDo(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
      [this.queue.queueArn],
    )
    const feed = new EventSourceMapping(this, 'Feed', {
      target: this.function.handler,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      ...(windowSeconds === 0 ? {} : { maxBatchingWindow: Duration.seconds(windowSeconds) }),
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    })
    feed.node.addDependency(this.function)
    acknowledge(
      feed,
      'Serverless-LambdaEventSourceMappingDestination',
      'A queue has no on-failure destination; its dead-letter queue takes the failures.',
    )
  }
}
