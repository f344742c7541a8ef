import { existsSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { startNorma } from '#local/norma'
import { runNorma } from '#test/support/run-norma'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
const rulesText = readFileSync('pipelines.yaml', 'utf8')

test('a token is asked for where there is a company: a folder without one is refused by name, and stays as it was', () => {
  const ask = (...more: string[]) =>
    runNorma(['token', '--as', 'admin', '--data', 'nowhere', ...more], { cwd: folder.path('.') })

  const [russian, english] = [ask('--lang', 'ru'), ask('--lang', 'en')]

  expect([russian.code, english.code, russian.out, english.out]).toEqual([2, 2, '', ''])
  expect(russian.err).toContain('nowhere')
  expect(english.err).toContain('nowhere')
  expect(russian.err).toMatch(/[а-я]/)
  expect(existsSync(folder.path('nowhere'))).toBe(false)
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
