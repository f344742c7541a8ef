import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { firstRulesPath } from '#cli/environment'
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

test('a file in the place of the folder is told as one, in a sentence, and an option that is near to another with what was meant', () => {
  writeFileSync(folder.path('taken'), '')

  const taken = runNorma(['start', '--port', '0', '--data', 'taken', '--lang', 'ru'], { cwd: folder.path('.') })
  const near = runNorma(['start', '--prot', '4', '--lang', 'ru'], { cwd: folder.path('.') })

  expect([taken.code === 0, near.code]).toEqual([false, 2])
  expect(taken.err).toContain('taken')
  expect(taken.err).not.toMatch(/\n {4}at /)
  expect(near.err).toContain('--port')
}, 60_000)

test('an empty folder begins with the rules that are named, else with those of the product in the language', () => {
  const named = folder.path('own.yaml')
  writeFileSync(named, rulesText)

  const [russian, english, own] = [
    firstRulesPath(undefined, 'ru'),
    firstRulesPath(undefined, 'en'),
    firstRulesPath(named, 'ru'),
  ]

  expect(readFileSync(russian, 'utf8')).toContain('head_of_sales: Руководитель отдела продаж')
  expect(readFileSync(english, 'utf8')).toBe(rulesText)
  expect(own).toBe(named)
})

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
