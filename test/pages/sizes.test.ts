import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { bundlePages } from '#bin/pages'
import { allPages } from '#product/lists/pages'
import type { Manifest } from '#pages/assets.tsx'

const folder = mkdtempSync(join(tmpdir(), 'norma-pages-'))
let manifest: Manifest

beforeAll(async () => {
  await bundlePages(folder)
  manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(allPages.map(({ id, script }) => [id, script] as const))(
  'the first view of %s keeps to its budget of script, gzipped',
  (_, script) => {
    const entries = ['app', ...(script === undefined ? [] : [script])].map((name) => manifest[name])
    const files = new Set(entries.flatMap((entry) => (entry === undefined ? [] : [entry.file, ...entry.loads])))
    const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)

    expect(entries).not.toContain(undefined)

    expect(size / 1000).toBeLessThan(100)
  },
)

test('the first view of the rules brings no text editor and no check along', () => {
  const { file, loads } = manifest['editor'] ?? { file: '', loads: [] }
  const app = manifest['app'] ?? { file: '', loads: [] }
  const files = new Set([file, ...loads, app.file, ...app.loads])
  const size = [...files].reduce((sum, one) => sum + gzipSync(readFileSync(join(folder, one))).length, 0)

  expect(size / 1000).toBeLessThan(30)
  expect(Object.keys(manifest)).toContain('rules-checker')
})

test('the check of the rules is nowhere but beside the page, so that typing cannot wait for it', () => {
  const withCheck = readdirSync(folder).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes('lookalike-letter'),
  )

  expect(withCheck).toEqual([manifest['rules-checker']?.file])
})

test('the one stylesheet stays small, and nothing in it comes from elsewhere', () => {
  const style = join(folder, manifest['style']?.file ?? '')
  const text = readFileSync(style, 'utf8')

  expect(gzipSync(text).length / 1000).toBeLessThan(15)
  expect(statSync(style).size).toBeGreaterThan(5000)
  expect(text).not.toMatch(/url\(|@import/)
})

test('the same sources give the same names, so that a browser keeps what it has', async () => {
  const before = JSON.stringify(manifest)
  await bundlePages(folder)

  expect(JSON.stringify(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))).toBe(before)
})
