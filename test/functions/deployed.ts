import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { bundleFunction, type Bundle } from '#cdk/bundling'

/** What was asked of the table, as IAM calls it; `Query:gsi1` for an index. */
export type Watchman = { readonly endpoint: string; readonly take: () => readonly string[]; readonly stop: () => void }

/** Stands in front of the engine and notes every right a request would need in AWS. */
export async function watchTable(engine: string): Promise<Watchman> {
  const needed = new Set<string>()
  const server = await listening(async (asked, body) => {
    for (const right of rightsOf(String(asked.headers['x-amz-target']).split('.')[1] ?? '', body)) needed.add(right)
    return forward(engine, asked, body)
  })
  const take = () => {
    const taken = [...needed].toSorted()
    needed.clear()
    return taken
  }
  return { endpoint: addressOf(server), take, stop: () => void server.close() }
}

type Said = { readonly status: number; readonly body: string }

/** A server on this machine that says what `answer` gives. */
export async function listening(
  answer: (asked: IncomingMessage, body: string) => Promise<Said> | Said,
): Promise<Server> {
  const server = createServer((asked, response) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      Promise.resolve(answer(asked, Buffer.concat(chunks).toString('utf8'))).then(
        ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

export function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const bundles = new Map<string, Bundle>()

/** Loads the handler of a function from its real bundle, with the files that are shipped beside it. */
export async function deployedHandler<In, Out>(
  entry: string,
  ships: readonly string[] = [],
): Promise<(event: In) => Promise<Out>> {
  const folder = mkdtempSync(join(tmpdir(), 'norma-function-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const bundle = bundles.get(entry) ?? bundleFunction(entry)
  bundles.set(entry, bundle)
  for (const { name, code } of bundle.files) writeFileSync(join(folder, name), code)
  for (const one of ships) cpSync(one, join(folder, basename(one)), { recursive: true })
  const { handler } = (await import(pathToFileURL(join(folder, 'index.mjs')).href)) as {
    handler: (event: In) => Promise<Out>
  }
  return handler
}

function rightsOf(operation: string, body: string): readonly string[] {
  const asked = JSON.parse(body) as { readonly TransactItems?: readonly object[]; readonly IndexName?: string }
  if (operation === 'TransactWriteItems') {
    return (asked.TransactItems ?? []).flatMap((item) =>
      Object.keys(item).map((part) => `dynamodb:${part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`}`),
    )
  }
  return [asked.IndexName === undefined ? `dynamodb:${operation}` : `dynamodb:Query:${asked.IndexName}`]
}

function forward(engine: string, asked: IncomingMessage, body: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    const { 'content-length': _, ...headers } = asked.headers
    const sent = request(engine, { method: asked.method, path: asked.url, headers }, (got) => {
      let text = ''
      got.setEncoding('utf8').on('data', (part: string) => (text += part))
      got.on('end', () => resolve({ status: got.statusCode ?? 500, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
