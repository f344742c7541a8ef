import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { firstRulesPath } from '#cli/environment'
import { lettersCommand } from '#cli/norma/letters-command'
import { needCompany } from '#cli/with-norma'
import { startNorma } from '#local/norma'
import { runNorma } from '#test/support/run-norma'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
const rulesText = readFileSync('pipelines.yaml', 'utf8')

test('a token is asked for where there is a company: a folder without one is refused by name, and stays as it was', () => {
  mkdirSync(folder.path('photos'))
  writeFileSync(folder.path('photos/cat.jpg'), 'a cat')
  const ask = (...words: string[]) => runNorma(words, { cwd: folder.path('.') })

  const russian = ask('token', '--as', 'admin', '--data', 'nowhere', '--lang', 'ru')
  const english = ask('token', '--as', 'admin', '--data', 'photos', '--lang', 'en')

  expect([russian.code, english.code, russian.out, english.out]).toEqual([2, 2, '', ''])
  expect(russian.err).toContain('В папке nowhere нет компании')
  expect(english.err).toContain('There is no company in photos')
  expect(existsSync(folder.path('nowhere'))).toBe(false)
  expect(readdirSync(folder.path('photos'))).toEqual(['cat.jpg'])
}, 60_000)

test('whatever lies in the place of a company’s folder is told as what it is', async () => {
  mkdirSync(folder.path('empty'))
  mkdirSync(folder.path('left'))
  writeFileSync(folder.path('file'), '')
  writeFileSync(folder.path('left/store.sqlite'), '')

  const said = (name: string) => {
    try {
      return needCompany(folder.path(name))
    } catch (error) {
      return String(error)
    }
  }

  expect(said('nowhere')).toContain('no_company')
  expect(said('empty')).toContain('no_company')
  expect(said('file')).toContain('is a file')
  expect(said('file/below')).toContain('is a file')
  expect(said('left')).toBeUndefined()
  await expect(lettersCommand({ data: folder.path('nowhere') })).rejects.toThrow(/no_company/)
})

test('an import that only looks, or that cannot be followed, founds no company', async () => {
  writeFileSync(folder.path('odd.yaml'), 'a: 1')
  writeFileSync(
    folder.path('map.yaml'),
    'version: 1\ninputs:\n  - kind: employees\n    file: p.csv\n    id: id\n    name: Name\n',
  )
  writeFileSync(folder.path('p.csv'), 'id,Name\nanna,Anna Orlova\n')
  const importInto = (file: string, ...more: string[]) =>
    runNorma(['import', folder.path(file), '--data', folder.path('new'), '--lang', 'ru', ...more])

  const [odd, looked] = [importInto('odd.yaml'), importInto('map.yaml', '--dry-run')]

  expect([odd.code, looked.code]).toEqual([2, 0])
  expect(looked.err + looked.out).not.toContain('создана новая')
  expect(existsSync(folder.path('new'))).toBe(false)
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
