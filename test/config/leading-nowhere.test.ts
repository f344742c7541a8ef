import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { check } from '#config/check'
import { plainRules } from '#test/support/steady-rules'

const shipped = plainRules()
const papers = readFileSync('examples/documents/pipelines.yaml', 'utf8')

const told = (text: string, lang: 'en' | 'ru' = 'en') =>
  check(text, { lang }).diagnostics.map(({ code, severity, message, help }) => [code, severity, `${message} ${help}`])

test('an exchange with 1C that has nothing to send, or believes a bank that nobody listens to, is told of', () => {
  const alone = told(`${shipped}\none_c: { believes: bank }\n`)
  const russian = told(`${shipped}\none_c: { believes: bank }\n`, 'ru')

  expect(alone).toEqual([
    ['missing-key', 'warning', expect.stringContaining('write “sends: nothing”')],
    ['missing-key', 'warning', expect.stringContaining('bank: { by: accountant }')],
  ])
  expect(russian.map(([, , text]) => text)).toEqual([
    expect.stringContaining('1С ничего не получит'),
    expect.stringContaining('никто не загружает выписки'),
  ])
  expect(told(`${shipped}\none_c: { believes: one_c, sends: nothing }\n`)).toEqual([])
  expect(told(`${papers.replace(/^one_c:.*\n/m, '')}\none_c: { believes: bank }\n`)).toEqual([])
})

test('a template that needs a consent nobody asks for is told of, with the one that was meant', () => {
  const written = (consent: string, more = '') => `${shipped}
channels:
  chat: { kind: messenger, name: Chat }
messages:
  answer: 30 working minutes
  templates:
    news: { name: News, text: Look what is new, consent: ${consent} }
${more}`
  const news = 'consents:\n  news: { text: I agree to be written to about offers., version: 1 }\n'

  expect(told(written('news', news))).toEqual([])
  expect(told(written('newz', news))).toEqual([['unknown-consent', 'error', expect.stringContaining('news')]])
  expect(told(written('news'))).toEqual([['unknown-consent', 'error', expect.stringContaining('consents')]])
})
