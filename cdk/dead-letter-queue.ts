import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

import { acknowledge } from './acknowledge'

/** A queue for what could not be handled: kept for 14 days, the longest there is; `why` says what it is the end of. */
export function deadLetterQueue(scope: Construct, id: string, why: string): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  acknowledge(queue, 'AwsSolutions-SQS3', why)
  acknowledge(queue, 'Serverless-SQSRedrivePolicy', why)
  return queue
}
