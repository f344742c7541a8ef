import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { EventSourceMapping, MetricType, StartingPosition, type IEventSourceDlq } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

import { relayFilter } from '#events/relay'
import { toldPrefixes } from '#product/lists/told-prefixes'

import { acknowledge } from './acknowledge'
import { functionRoles } from './function-roles'
import { NodeFunction } from './node-function'

/**
 * How the stream is read. One batch per shard at a time (factor 1), because the order of a deal's events would be lost
 * with more: the stream keeps it per item only, and every event is an item. From the beginning, because LATEST can miss
 * what is written while the mapping is made. Without the limits a poison record would hold its shard up for a day.
 */
export const streamReading = {
  batchSize: 100,
  parallelizationFactor: 1,
  retryAttempts: 10,
  maxRecordAgeHours: 12,
} as const

const failedBatchesId = 'FailedBatches'

export type EventRelayProps = { readonly table: TableV2; readonly bus: EventBus }

/** Publishes the events of the table's stream; batches that cannot be published are kept in a bucket with their records. */
export class EventRelay extends Construct {
  readonly function: NodeFunction
  readonly feed: EventSourceMapping
  readonly failedBatches: Bucket

  constructor(scope: Construct, id: string, { table, bus }: EventRelayProps) {
    super(scope, id)
    this.function = new NodeFunction(this, 'Handler', {
      ...functionRoles.relay,
      description: 'Norma: publishes the events of the table',
      failuresGo: 'Batches of the stream that fail are kept in a bucket, whole.',
      environment: { NORMA_BUS: bus.eventBusName },
    })
    const streamArn = table.tableStreamArn ?? ''
    this.function.mayDo(['events:PutEvents'], [bus.eventBusArn])
    this.function.mayDo(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [streamArn],
    )
    this.failedBatches = failedBatchesBucket(this)
    acknowledge(
      this.function,
      `AwsSolutions-IAM5[Resource::<${failedBatchesId}.Arn>/*]`,
      'Lambda itself chooses the keys of failed batches: the star stands for objects of that one bucket, for writing.',
    )
    this.feed = new EventSourceMapping(this, 'Feed', {
      target: this.function.handler,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: streamReading.batchSize,
      parallelizationFactor: streamReading.parallelizationFactor,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: streamReading.retryAttempts,
      maxRecordAge: Duration.hours(streamReading.maxRecordAgeHours),
      // A queue would be told only where in the stream the records were, and the stream forgets them after a day.
      onFailure: keptIn(this.failedBatches, this.function),
      supportS3OnFailureDestination: true,
      filters: [{ pattern: JSON.stringify(relayFilter(toldPrefixes)) }],
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    })
    this.feed.node.addDependency(this.function)
  }
}

function failedBatchesBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'FailedBatches', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  })
  const resource = bucket.node.defaultChild as CfnBucket
  resource.overrideLogicalId(failedBatchesId)
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'Only Lambda writes here and only on failure; a second bucket of access logs would say nothing more.',
  )
  return bucket
}

/** The bucket as a destination: Lambda writes failed batches with the role of the function, which may do no more there. */
function keptIn(bucket: Bucket, relay: NodeFunction): IEventSourceDlq {
  return {
    bind: () => {
      relay.mayDo(['s3:PutObject'], [bucket.arnForObjects('*')])
      relay.mayDo(['s3:ListBucket'], [bucket.bucketArn])
      return { destination: bucket.bucketArn }
    },
  }
}
