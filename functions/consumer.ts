import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs'

import { consumers } from '#product/lists/consumers'
import { queueHandler } from '#events/queue-handler'

import { environment } from './environment'
import { functionPorts } from './function-ports'

const name = environment('NORMA_CONSUMER')
const QueueUrl = environment('NORMA_QUEUE_URL')
const consumer = consumers.find((declared) => declared.name === name)
if (consumer === undefined) throw new Error(`No consumer is called ${name}: it was deployed with other declarations.`)

const queues = new SQSClient({})

/** Hands the messages of the queue to the consumer this function was deployed for. */
export const handler = queueHandler({
  consumer,
  ports: functionPorts(),
  random: Math.random,
  postpone: async (ReceiptHandle, VisibilityTimeout) => {
    await queues.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }))
  },
})
