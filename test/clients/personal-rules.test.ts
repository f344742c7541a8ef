import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { normaApp } from '#cdk/norma-app'
import { check } from '#config/check'
import { regionFault } from '#config/region-fault'
import { answeredIn, contractKept } from '#domain/rules/personal-data'
import { playbook } from '#playbook/playbook'
import { companyDifferences } from '#release/domain/company-differences'
import { renamingOf } from '#domain/rules/renaming'
import type { Model } from '#schemas/model'

const good = readFileSync('test/config/fixtures/codes/personal-data-abroad/good.yaml', 'utf8')
const withData = (said: string): string => good.replace('{ of: RU, stored_in: RU }', () => said)
const modelOf = (text: string): Model => {
  const { model, diagnostics } = check(text)
  if (model === undefined) throw new Error(JSON.stringify(diagnostics))
  return model
}
const said = `{ of: [RU, KZ], stored_in: RU, keep: { kinds: [person, company], lost: 24 calendar months, no_consent: 30 calendar days }, requests: { by: accountant, access: 5 working days } }`

test('what is not said of personal data is as usual: five years for contracts, ten working days for an answer', () => {
  const model = modelOf(withData(said))
  const keep = model.clients?.personalData?.keep

  expect(keep?.kinds).toEqual(['company', 'person'])
  expect([keep?.lost?.text, keep?.noConsent?.text, keep?.contract]).toEqual([
    '24 calendar months',
    '30 calendar days',
    undefined,
  ])
  expect(contractKept(model).text).toBe('60 calendar months')
  expect(
    (['access', 'correction', 'erasure', 'objection'] as const).map((kind) => answeredIn(model, kind).text),
  ).toEqual(['5 working days', '7 working days', '30 calendar days', '10 working days'])
  expect(answeredIn({}, 'access').text).toBe('10 working days')
})

test.each([
  ['{ of: Russia }', '“Russia” is not the code of a country'],
  ['{ of: RU, keep: { lost: 30 working days } }', '“30 working days” is not a length of time to keep somebody for'],
  ['{ of: RU, keep: { lost: 2 calendar hours } }', '“2 calendar hours” is not a length of time to keep somebody for'],
  ['{ of: RU, requests: { by: lawyer } }', 'lawyer'],
  ['{ of: RU, requests: { when_late: nobody } }', 'nobody'],
  ['{ stored_in: RU }', 'of'],
])('%s is refused at its place', (wrong, told) => {
  const { diagnostics } = check(withData(wrong))

  expect(diagnostics.map(({ message }) => message).join()).toContain(told)
  expect(diagnostics[0]?.line).toBe(9)
})

test.each([
  ['59 calendar months', true],
  ['60 calendar months', false],
  ['1826 calendar days', true],
  ['1827 calendar days', false],
  ['260 calendar weeks', true],
])('keeping contracts for %s in Russia is warned of: %s', (length, isWarned) => {
  const { diagnostics } = check(withData(`{ of: RU, keep: { contract: ${length} } }`))
  const elsewhere = check(withData(`{ of: DE, keep: { contract: ${length} } }`))

  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual(
    isWarned ? [['keep-shorter-than-law', 'warning']] : [],
  )
  expect(elsewhere.diagnostics).toEqual([])
})

test('a deployment to a region outside of the country that the rules name stops the synth', () => {
  const synth = (text: string, region?: string) => () =>
    normaApp({
      consumers: [],
      schedules: [],
      rulesText: text,
      bundling: false,
      ...(region === undefined ? {} : { region }),
    })
  const german = withData('{ of: DE, stored_in: DE }')

  expect(synth(good, 'eu-central-1')).toThrow(
    'error[personal-data-abroad] Personal data is to be kept in RU, and the region eu-central-1 is in DE.',
  )
  expect(synth(withData('{ of: [KZ, RU] }'), 'eu-central-1')).not.toThrow()
  expect(synth(german, 'eu-west-1')).toThrow('the region eu-west-1 is in IE')
  expect(synth(german, 'xx-moon-1')).toThrow('nobody knows in which country the region xx-moon-1 is')
  expect(synth(german, 'eu-central-1')).not.toThrow()
  expect(synth(good)).not.toThrow()
  expect(regionFault(modelOf(good), 'us-east-1', 'ru')).toContain('регион us-east-1 находится в US')
  expect(regionFault(modelOf(readFileSync('pipelines.yaml', 'utf8')), 'us-east-1')).toBeUndefined()
})

test('the plan of a publishing says what becomes otherwise of personal data, roles and consents', () => {
  const [before, after] = [modelOf(good), modelOf(withData(said))]
  const consents = 'consents:\n  news: { text: I agree., version: 1 }\n'
  const asked = modelOf(good.replace('stages:', () => `${consents}stages:`))
  const between = (was: Model, is: Model) =>
    companyDifferences(was, is, renamingOf(was, is, 2)).map(({ code, key, from, to }) => [code, key, from, to])

  expect(between(before, after)).toEqual([
    ['client-changed', 'clients.personal_data.of', 'RU', 'RU, KZ'],
    [
      'client-changed',
      'clients.personal_data.keep',
      null,
      'kinds: company, person, lost: 24 calendar months, no_consent: 30 calendar days',
    ],
    ['client-changed', 'clients.personal_data.requests', null, 'by: accountant, due: access: 5 working days'],
  ])
  expect(between(before, asked).map(([code, key]) => [code, key])).toEqual([['client-added', 'consents.news']])
})

test('the playbook says how long clients are kept and how soon it is answered what they ask, in both languages', () => {
  const page = (language: 'en' | 'ru') =>
    playbook(modelOf(withData(said)), language).pages.find(({ slug }) => slug === 'answers')?.markdown ?? ''

  for (const line of [
    'We keep data of citizens of RU, KZ; it lies in RU.',
    'People and companies are erased by themselves when their time is over.',
    'is kept for 24 calendar months after the last contact.',
    'answered by: [Accountant](role-accountant.md).',
    '“What do you keep about me?”: within 5 working days.',
  ])
    expect(page('en')).toContain(line)
  for (const line of ['## Персональные данные', '«Удалите мои данные» – в течение 30 календарных дней.'])
    expect(page('ru')).toContain(line)
})
