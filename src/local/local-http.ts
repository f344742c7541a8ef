import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'

/** An answer read to its end. */
export type LocalAnswer = {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Buffer
}

/** Kept connections to one server on this machine. */
export type LocalHttp = {
  readonly post: (path: string, headers: OutgoingHttpHeaders, body: string | Uint8Array) => Promise<LocalAnswer>
  readonly close: () => void
}

/** What the engine and the bus ask of a request without looking at it: the form of a signature, not a real one. */
export const unsigned = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
} as const

/** Opens connections to an `http:` address, as needed. */
export function localHttp(endpoint: string): LocalHttp {
  const { hostname: host, port } = new URL(endpoint)
  const agent = new Agent({ keepAlive: true, maxSockets: 128, scheduling: 'lifo' })
  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        const asked = request({ agent, host, port, path, method: 'POST', headers }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            const [first = Buffer.alloc(0)] = chunks
            const whole = chunks.length > 1 ? Buffer.concat(chunks) : first
            resolve({ statusCode: answer.statusCode ?? 0, headers: plain(answer.headers), body: whole })
          })
        })
        asked.on('error', reject)
        asked.end(body)
      }),
    close: () => agent.destroy(),
  }
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  const told: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    told[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  return told
}
