import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, test } from 'vitest'

import { openIssuer } from '#local/issuer'
import type { Board } from '#schemas/views'
import { quietLetters, startProduct, type Product } from '#test/e2e/product'
import { runs } from '#test/support/runs'

const kills = Math.max(6, runs(10))
const deals = 40

let product: Product | undefined
let dataDir = ''
afterEach(async () => {
  await product?.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

test(`${deals} deals and ${kills} kills at start: nothing is put aside, and the counters are right`, async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'norma-start-'))
  product = await startProduct(dataDir)
  const headers = {
    authorization: `Bearer ${await (await openIssuer(dataDir)).mint('admin')}`,
    'content-type': 'application/json',
  }
  const { address } = product
  const body = (no: number) => JSON.stringify({ title: `Deal ${no}`, pipeline: 'b2c_repeat', owner: 'admin' })
  const made = await Promise.all(
    Array.from({ length: deals }, (_, no) => fetch(`${address}/deals`, { method: 'POST', headers, body: body(no) })),
  )
  await product.kill()
  for (let kill = 1; kill < kills; kill += 1) {
    product = await startProduct(dataDir)
    await product.kill()
  }

  product = await startProduct(dataDir)
  const letters = await quietLetters(product, dataDir)
  const board = (await (await fetch(`${product.address}/boards/b2c_repeat`, { headers })).json()) as Board

  expect(made.map(({ status }) => status)).toEqual(Array.from({ length: deals }, () => 201))
  expect(letters).toEqual([])
  expect(board.columns.reduce((sum, { count }) => sum + count, 0)).toBe(deals)
}, 120_000)
