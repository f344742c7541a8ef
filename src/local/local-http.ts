import { connect, type Socket } from 'node:net'

import { arriving, type Arriving, type LocalAnswer } from './http-answer'

/** Kept connections to one server on this machine. */
export type LocalHttp = {
  readonly post: (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
  ) => Promise<LocalAnswer>
  readonly close: () => void
}

/** What the engine and the bus ask of a request without looking at it: the form of a signature, not a real one. */
export const unsigned = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
} as const

/** Nobody on one machine has more to say at once; what comes on top waits. */
const mostConnections = 64

type Asked = { readonly resolve: (answer: LocalAnswer) => void; readonly reject: (error: Error) => void }
type Line = { readonly socket: Socket; asked: Asked | undefined; answer: Arriving }
type Pool = {
  readonly host: string
  readonly port: number
  readonly patienceMs: number
  readonly lines: Set<Line>
  /** The line used last is used next: its buffers are warm, and the others may rest. */
  readonly idle: Line[]
  readonly waiting: Waiting[]
}
type Waiting = { readonly take: (line: Line) => void }

/**
 * Opens connections to an `http:` address, as needed. Its requests are short and its answers are read whole, so they can
 * go out and come in as one piece each: that takes half of what Node's own client takes, and a move makes ten requests.
 * Who gets no answer for so long is told so by a `TimeoutError`: a server that hangs must not hang whoever asks it.
 */
export function localHttp(endpoint: string, patienceMs = 5_000): LocalHttp {
  const { hostname: host, port: named } = new URL(endpoint)
  const port = Number(named === '' ? 80 : named)
  const pool: Pool = { host, port, patienceMs, lines: new Set(), idle: [], waiting: [] }
  return {
    post: async (path, headers, body) => {
      const line = pool.idle.pop() ?? (await freeLine(pool))
      return ask(line, requestText(pool, path, headers, body), patienceMs)
    },
    close: () => {
      for (const { socket } of pool.lines) socket.destroy()
    },
  }
}

function freeLine(pool: Pool): Line | Promise<Line> {
  if (pool.lines.size < mostConnections) return open(pool)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      pool.waiting.splice(pool.waiting.indexOf(waiting), 1)
      reject(noAnswer(pool))
    }, pool.patienceMs)
    const waiting: Waiting = {
      take: (line) => {
        clearTimeout(timer)
        resolve(line)
      },
    }
    pool.waiting.push(waiting)
  })
}

function noAnswer({ host, port, patienceMs }: Pool): Error {
  const message = `${host}:${port} did not answer within ${patienceMs / 1_000} seconds.`
  return Object.assign(new Error(message), { name: 'TimeoutError' })
}

function open(pool: Pool): Line {
  const socket = connect({ host: pool.host, port: pool.port, noDelay: true })
  const line: Line = { socket, asked: undefined, answer: arriving() }
  pool.lines.add(line)
  socket.on('data', (chunk: Buffer) => {
    try {
      const answer = line.answer.add(chunk)
      if (answer !== undefined) tell(pool, line, answer)
    } catch (error) {
      socket.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  })
  let fault: Error | undefined
  socket.on('error', (error) => {
    fault = error
  })
  socket.on('end', () => socket.destroy())
  // Nobody asks on an idle line, so nobody waits for an answer on it.
  socket.on('timeout', () => {
    if (line.asked !== undefined) socket.destroy(noAnswer(pool))
  })
  socket.on('close', () => drop(pool, line, fault))
  return line
}

function ask(line: Line, request: string | Buffer, patienceMs: number): Promise<LocalAnswer> {
  return new Promise((resolve, reject) => {
    line.asked = { resolve, reject }
    line.answer = arriving()
    line.socket.setTimeout(patienceMs)
    line.socket.ref()
    line.socket.write(request)
  })
}

function tell(pool: Pool, line: Line, answer: LocalAnswer): void {
  const { asked } = line
  line.asked = undefined
  asked?.resolve(answer)
  if (answer.headers['connection'] === 'close' || asked === undefined) {
    line.socket.destroy()
    return
  }
  const next = pool.waiting.shift()
  if (next !== undefined) return next.take(line)
  // An open connection that is not used must not keep a process from ending.
  line.socket.unref()
  pool.idle.push(line)
}

function drop(pool: Pool, line: Line, fault: Error | undefined): void {
  pool.lines.delete(line)
  const at = pool.idle.indexOf(line)
  if (at >= 0) pool.idle.splice(at, 1)
  line.asked?.reject(fault ?? Object.assign(new Error('The connection was closed.'), { code: 'ECONNRESET' }))
  line.asked = undefined
  const next = pool.waiting.shift()
  if (next !== undefined) next.take(open(pool))
}

function requestText(
  { host, port }: Pool,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): string | Buffer {
  let head = `POST ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\n`
  for (const [name, value] of Object.entries(headers)) {
    const isOurs = name === 'host' || name === 'content-length'
    if (!isOurs) head += `${name}: ${value}\r\n`
  }
  head += `content-length: ${Buffer.byteLength(body)}\r\n\r\n`
  return typeof body === 'string' ? head + body : Buffer.concat([Buffer.from(head, 'latin1'), body])
}
