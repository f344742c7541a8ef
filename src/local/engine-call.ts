import { localHttp, unsigned } from './local-http'

/** Calls an operation of the engine by its wire name and gives back the plain JSON of the answer. */
export type EngineCall = (operation: string, body: unknown) => Promise<unknown>

/** An error as the engine reports it; `type` is its name without the namespace. */
export class EngineFault extends Error {
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
export function engineCaller(endpoint: string): { readonly call: EngineCall; readonly close: () => void } {
  const { post, close } = localHttp(endpoint)
  const call: EngineCall = async (operation, body) => {
    const text = JSON.stringify(body)
    const headers = { ...unsigned, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': operation }
    const answer = await post('/', headers, text)
    return answered(answer.statusCode, answer.body.toString('utf8'))
  }
  return { call, close }
}

function answered(status: number, text: string): unknown {
  const body = JSON.parse(text) as { readonly __type?: string; readonly message?: string }
  if (status === 200) return body
  throw new EngineFault(body.__type?.split('#').at(-1) ?? String(status), body.message ?? text)
}
