import { connect } from 'node:net'

/** What came back: the status and the body, as bytes. */
export type Answer = { readonly status: number; readonly body: Buffer }

/** One kept connection that sends one request after the other. */
export type Connection = { readonly send: (request: string) => Promise<Answer>; readonly close: () => void }

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

/**
 * Opens a connection to a server on this machine. It understands just what Norma answers (a body with its length, or
 * none): the generator shares two cores with what it measures, and Node's own client takes several times as long.
 */
export function openConnection(port: number): Connection {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let waiting: Waiting | undefined
  let got: Buffer[] = []
  const fail = (error: Error) => waiting?.reject(error)
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('Norma closed the connection.')))
  socket.on('data', (chunk: Buffer) => {
    got.push(chunk)
    const answer = answerIn(got)
    if (answer === undefined) return
    got = []
    waiting?.resolve(answer)
  })
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => {
      waiting = undefined
      socket.destroy()
    },
  }
}

/** A request as it travels. */
export function requestText(method: string, path: string, token: string, body?: unknown): string {
  // Whatever is written over, the bench is alone.
  const over = method === 'PUT' ? 'If-Match: *\r\n' : ''
  const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n${over}`
  if (body === undefined) return `${head}\r\n`
  const text = JSON.stringify(body)
  return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

function answerIn(chunks: Buffer[]): Answer | undefined {
  const [first] = chunks
  if (first === undefined) return undefined
  const headEnd = first.indexOf('\r\n\r\n')
  if (headEnd < 0) {
    if (chunks.length > 1) chunks.splice(0, chunks.length, Buffer.concat(chunks))
    return chunks.length === 1 && first === chunks[0] ? undefined : answerIn(chunks)
  }
  const head = first.toString('latin1', 0, headEnd)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  const status = Number(head.slice(9, 12))
  if (length === undefined && status !== 304) throw new Error(`An answer came without its length: ${head}`)
  const size = headEnd + 4 + Number(length ?? 0)
  const have = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  return have < size ? undefined : { status, body: Buffer.concat(chunks).subarray(headEnd + 4, size) }
}
