import type { EmbeddedStore } from './store'
import { decodeExactly, encode, wireItem } from './wire-values'

/** An answer as it travels. */
export type WireAnswer = { readonly status: number; readonly body: string }

/** Answers requests as they travel: for the SDK's own layers, and for other processes that are let in. */
export function wireDoor({ askExactly }: Pick<EmbeddedStore, 'askExactly'>) {
  return async (target: string, body: string): Promise<WireAnswer> => {
    try {
      const operation = target.split('.').at(-1) ?? target
      const answer = await askExactly(operation, decodeExactly(JSON.parse(body)) as object)
      return { status: 200, body: JSON.stringify(encode(answer)) }
    } catch (error) {
      return { status: statusOf(error), body: JSON.stringify(faultOf(error)) }
    }
  }
}

type Fault = {
  readonly name?: string
  readonly Item?: object
  readonly CancellationReasons?: readonly { Item?: object }[]
}

/** What is the caller's own is a 400, as with DynamoDB; anything else is trouble here. */
function statusOf(error: unknown): number {
  const { name = '' } = error as Fault
  return name.endsWith('Exception') || name === 'NotKnownToTheStore' || name === 'TypeError' ? 400 : 500
}

function faultOf(error: unknown): object {
  const { name = 'InternalServerError', Item, CancellationReasons: reasons } = error as Fault
  const message = error instanceof Error ? error.message : String(error)
  return {
    __type: `com.amazonaws.dynamodb.v20120810#${name}`,
    message,
    Message: message,
    ...(Item && { Item: wireItem(Item as Readonly<Record<string, unknown>>) }),
    ...(reasons && { CancellationReasons: encode(reasons) }),
  }
}
