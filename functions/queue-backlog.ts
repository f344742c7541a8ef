import type { Backlog } from '#ports/backlog'

import { environment } from './environment'

/** How many events wait in the queues whose addresses the deployment gave, as near as SQS counts them. */
export function queueBacklog(): Backlog {
  const queues = JSON.parse(environment('NORMA_REPORT_QUEUES')) as Readonly<Record<string, string>>
  return {
    toCome: async (consumers) => {
      const asked = consumers.flatMap((name) => queues[name] ?? [])
      try {
        return Math.max(0, ...(await Promise.all(asked.map(waitingIn))))
      } catch (error) {
        // A report is worth more than how far it is behind.
        console.log(JSON.stringify({ message: 'A queue did not say how much waits in it.', error: String(error) }))
        return null
      }
    },
  }
}

async function waitingIn(url: string): Promise<number> {
  // Only reports ask, and they can wait for the client of SQS.
  const { GetQueueAttributesCommand, SQSClient } = await import('@aws-sdk/client-sqs')
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
  const { Attributes = {} } = await new SQSClient({}).send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] }),
  )
  return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0)
}
