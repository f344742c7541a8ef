import type { CloudFormationCustomResourceEvent } from 'aws-lambda'

/** Does what CloudFormation asked for and always answers it: a request without an answer blocks the deployment for an hour. */
export async function answerCloudFormation(
  event: CloudFormationCustomResourceEvent,
  run: () => Promise<Readonly<Record<string, unknown>>>,
  send: typeof fetch = fetch,
): Promise<void> {
  const outcome = await run().then(
    (Data) => ({ Status: 'SUCCESS', Data }),
    (error: unknown) => {
      console.error(JSON.stringify({ level: 'error', request: event.RequestType, error: String(error) }))
      return { Status: 'FAILED', Reason: reasonIn(error) }
    },
  )
  const { StackId, RequestId, LogicalResourceId } = event
  const body = JSON.stringify({
    ...outcome,
    StackId,
    RequestId,
    LogicalResourceId,
    PhysicalResourceId: 'published-rules',
  })
  // The address is signed without a content type: a request with one is refused.
  const answer = await send(event.ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } })
  if (!answer.ok) throw new Error(`CloudFormation did not take the answer: ${answer.status}.`)
}

function reasonIn(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  // CloudFormation takes 4 KB in all.
  return reason.slice(0, 2_000)
}
