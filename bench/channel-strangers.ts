import type { KeptIntegration } from '#ports/integrations'

import { heading, printTable, spreadOf } from './print'
import { startProduct } from './product'

const asked = 1_000

/** Whether whoever guesses can tell an address that is none from a secret that is wrong by how long the answer takes. */
export async function measureStrangers(integration: KeptIntegration): Promise<void> {
  heading(`An address that is none, and a secret that is wrong, ${asked} times each`)
  const product = await startProduct()
  try {
    await product.ports.integrations.save(integration)
    const [none, wrong] = [[] as number[], [] as number[]]
    const ask = async (id: string, took: number[], expected: number): Promise<void> => {
      const began = performance.now()
      const headers = { authorization: 'Bearer guess', 'content-type': 'application/json' }
      const answer = await fetch(`http://127.0.0.1:${product.port}/in/${id}`, { method: 'POST', headers, body: '{}' })
      await answer.arrayBuffer()
      if (answer.status !== expected) throw new Error(`${id} was answered ${answer.status}.`)
      took.push(performance.now() - began)
    }
    for (let no = 0; no < asked; no += 1) {
      await ask('none-of-these', none, 404)
      await ask(integration.id, wrong, 401)
    }
    await product.idle()
    const { refused } = await product.ports.integrations.health(integration.id)
    const rows = [
      ['404', spreadOf(none)],
      ['401', spreadOf(wrong)],
    ] as const
    printTable(
      ['answered', 'p50, ms', 'p95', 'p99'],
      rows.map(([status, { p50, p95, p99 }]) => [status, p50, p95, p99]),
    )
    console.log(
      `The medians differ by ${Math.abs(spreadOf(wrong).p50 - spreadOf(none).p50).toFixed(2)} ms; ${refused} were counted within a second.`,
    )
  } finally {
    await product.stop()
  }
}
