import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test, vi } from 'vitest'

import { functionRoles } from '#cdk/function-roles'
import { normaApp } from '#cdk/norma-app'
import { consumers } from '#product/lists/consumers'

import { schedules } from './synthesized'

const outdir = mkdtempSync(join(tmpdir(), 'norma-assets-'))
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

test('every kind of function is deployed with its own code and the files it reads', () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  normaApp({ consumers, schedules, rulesText: '', stage: 'test', outdir }).synth()
  vi.restoreAllMocks()

  const assets = readdirSync(outdir).filter((name) => name.startsWith('asset.'))
  const withFile = (file: string) => assets.filter((asset) => existsSync(join(outdir, asset, file)))
  const code = new Set(assets.map((asset) => readFileSync(join(outdir, asset, 'index.mjs'), 'utf8')))
  const maps = assets.flatMap((asset) => readdirSync(join(outdir, asset))).filter((name) => name.endsWith('.map'))

  expect(code.size).toBe(Object.keys(functionRoles).length)
  expect(withFile('pipelines.yaml')).toHaveLength(1)
  expect(withFile('openapi.json')).toHaveLength(2)
  expect(withFile('pages/manifest.json')).toHaveLength(1)
  expect(maps).toEqual([])
  expect(readdirSync(join(outdir, 'source-maps')).toSorted()).toEqual([
    'api',
    'consumer',
    'pages',
    'poll-mail',
    'publish-rules',
    'raw-door',
    'relay',
    'schedules',
    'take-mail',
  ])
}, 120_000)
