import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { startNorma } from '#local/norma'
import { useFolder } from '#test/support/temporary-folder'

import { walkDeal } from './walk-deal'

const folder = useFolder()

test('the walk that is to be made on AWS succeeds on one machine', async () => {
  const rulesText = readFileSync('pipelines.yaml', 'utf8')
  const norma = await startNorma({ dataDir: folder.path('data'), port: 0, rulesText, log: () => undefined })
  const said: string[] = []
  try {
    const token = await norma.mint('admin')
    await walkDeal({ address: norma.address, token, employee: 'admin' }, (line) => said.push(line))
  } finally {
    await norma.stop()
  }

  expect(said.map((line) => line.replace(/deal_\w+|\d+ tasks/, '…'))).toEqual([
    'created …',
    'moved it 20 times, … done on the way',
    'its tasks were opened',
    'the plan counts the tasks that were done',
  ])
}, 90_000)

test.each([
  [[], {}, 'There are no AWS credentials here'],
  [[], { AWS_PROFILE: 'p' }, 'No region is named'],
  [[], { AWS_PROFILE: 'p', AWS_REGION: 'r' }, 'costs money: say so'],
  [['--i-pay-for-this'], { AWS_PROFILE: 'p', AWS_REGION: 'r' }, 'Missing: --issuer, --audience, --employee, --token.'],
])('the smoke test refuses %j with %j before it does anything', (args, settings, why) => {
  const { PATH = '', HOME = '' } = process.env
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/smoke-aws.ts', ...args], {
    env: { PATH, HOME, ...settings },
    encoding: 'utf8',
  })

  expect(run.status).toBe(2)
  expect(run.stderr).toContain(why)
  expect(run.stderr).toContain('Nobody has run this on real AWS yet')
})
