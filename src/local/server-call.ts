import type { Line } from './line'
import { unsigned } from './local-http'

/** Calls an operation of a server by its wire name and gives back the plain JSON of the answer. */
export type ServerCall = (operation: string, body: unknown) => Promise<unknown>

/** An error as the server reports it; `type` is its name without the namespace. */
export class ServerFault extends Error {
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

/**
 * Calls without the SDK: stream records are wanted exactly as they travel, which is how Lambda hands them over; the SDK
 * would turn every value into its own form only for us to turn it back.
 */
export function serverCall({ post }: Line): ServerCall {
  return async (operation, body) => {
    const headers = { ...unsigned, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': operation }
    const answer = await post('/', headers, JSON.stringify(body))
    return answered(answer.statusCode, answer.body.toString('utf8'))
  }
}

function answered(status: number, text: string): unknown {
  const body = JSON.parse(text) as { readonly __type?: string; readonly message?: string }
  if (status === 200) return body
  throw new ServerFault(body.__type?.split('#').at(-1) ?? String(status), body.message ?? text)
}
