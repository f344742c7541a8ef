import { Agent, request } from 'node:http'

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
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const { hostname, port } = new URL(endpoint)
  const call: EngineCall = (operation, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body)
      const headers = { ...signedLooking, 'x-amz-target': operation, 'content-length': Buffer.byteLength(text) }
      const asked = request({ agent, hostname, port, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          try {
            resolve(answered(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')))
          } catch (error) {
            reject(error as Error)
          }
        })
      })
      asked.on('error', reject)
      asked.end(text)
    })
  return { call, close: () => agent.destroy() }
}

// The engine asks for a signature but does not check it.
const signedLooking = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
}

function answered(status: number, text: string): unknown {
  const body = JSON.parse(text) as { readonly __type?: string; readonly message?: string }
  if (status === 200) return body
  throw new EngineFault(body.__type?.split('#').at(-1) ?? String(status), body.message ?? text)
}
