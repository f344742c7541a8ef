import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'

import { startGenerator } from '#bench/load-process'
import { onDemand } from '#store/on-demand'

test('a load is sent to a product with all its stores at hand, in the order of its requests', async () => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ id: request.url }))
  }).listen(0, '127.0.0.1')
  const generator = startGenerator()
  onTestFinished(() => {
    generator.stop()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const product = {
    port,
    token: 'none',
    ports: onDemand<{ find: () => Promise<void> }>(async () => ({ find: async () => {} })),
  }
  const requests = ['/1', '/2', '/3'].map((path) => ({ method: 'GET' as const, path }))

  const { bodies, latenciesMs } = await generator.run({ ...product, clients: 2, requests, keep: true })

  expect(bodies).toEqual([{ id: '/1' }, { id: '/2' }, { id: '/3' }])
  expect(latenciesMs).toHaveLength(3)
})
