import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { LocalStore } from '#local/open-store'

/** A store in this process as a server of DynamoDB, for what cannot be told to use anything else. */
export async function serveStore({ line }: LocalStore) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      void line
        .post('/', { 'x-amz-target': String(request.headers['x-amz-target']) }, Buffer.concat(chunks))
        .then(({ statusCode, body }) => response.writeHead(statusCode).end(body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
