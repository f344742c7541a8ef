import { readFileSync, writeFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { startNorma } from '#local/norma'
import { runNorma } from '#test/support/run-norma'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
const rulesText = readFileSync('pipelines.yaml', 'utf8')

test('a token that founds a company says so beside the token, with the file its rules are from', () => {
  writeFileSync(folder.path('pipelines.yaml'), rulesText)
  const ask = (...more: string[]) =>
    runNorma(['token', '--as', 'admin', '--data', 'empty', ...more], { cwd: folder.path('.') })

  const first = ask('--lang', 'ru')
  const second = ask('--lang', 'ru')

  expect(first.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  expect(first.err).toContain('Папка empty была пуста: в ней создана новая компания с правилами из pipelines.yaml.')
  expect(second.err).not.toContain('создана новая компания')
}, 60_000)

test('whoever starts a Norma hears once that a company was founded', async () => {
  const told: string[] = []
  const start = () =>
    startNorma({
      dataDir: folder.path('data'),
      port: 0,
      rulesText,
      log: () => undefined,
      tellFounded: async () => void told.push('founded'),
    })

  await (await start()).stop()
  await (await start()).stop()

  expect(told).toEqual(['founded'])
}, 60_000)
