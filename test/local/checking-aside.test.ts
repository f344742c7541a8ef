import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

import { languagePort } from '#config/language-port'
import { checkingAside } from '#local/language/checking-aside'

const worker = pathToFileURL('dist/check-worker.js')
const shipped = readFileSync('pipelines.yaml', 'utf8')
const large = `${shipped}\n${'# a remark that makes the file longer than what is checked between two requests\n'.repeat(2_000)}`

test('a large text is checked beside everything else, and what is found out is the same', async () => {
  const language = checkingAside(languagePort, worker)
  await language.check(shipped)
  const order: string[] = []

  const checking = language.check(large, 'ru').then((found) => {
    order.push('large')
    return found
  })
  await language.check(shipped).then(() => order.push('small'))
  const found = await checking

  expect(large.length).toBeGreaterThan(64 * 1024)
  expect(order).toEqual(['small', 'large'])
  expect(found).toEqual(await languagePort.check(large, 'ru'))
})

test('a large text with faults is told in the language of whoever asks', async () => {
  const language = checkingAside(languagePort, worker)

  const { diagnostics, model } = await language.check(large.replace('by: lawyer', 'by: layer'), 'ru')

  expect(model).toBeUndefined()
  expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
    ['unknown-role', 'Возможно, вы имели в виду «lawyer»?'],
  ])
})

test('where there is no bundle, everything is checked where it is asked', () => {
  expect(checkingAside(languagePort, pathToFileURL('dist/nowhere.js'))).toBe(languagePort)
})
