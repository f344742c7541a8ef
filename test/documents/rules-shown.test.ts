import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { keyPlaces } from '#config/sections/key-places'
import { resolvedLines } from '#config/sections/resolved-lines'
import { renamingOf } from '#domain/rules/renaming'
import { playbookPage } from '#playbook/playbook'
import { blockedBy } from '#release/domain/blocked'
import { aliveOf } from '#release/domain/live-facts'
import { differencesOf } from '#release/domain/differences'
import { rulesOf } from '#test/playbook/rules'
import { parsed } from '#test/playbook/html'

const plain = readFileSync('examples/documents/pipelines.yaml', 'utf8')
const gate = '    gate:\n      filled: [decision_maker, need]\n'
const text = plain.replace(
  gate,
  `    make: [offer, { contract: after contract_signed }, { act: after invoice_paid }]\n${gate}      paid: at least 50%\n      invoiced: [whole]\n      signed: [contract]\n`,
)
const [before, model] = [rulesOf(plain), rulesOf(text)]

test('what a stage makes and what a gate waits for of papers and money stands where it stands in the file', () => {
  const [pipeline] = Object.values(model.pipelines)
  if (pipeline === undefined) throw new Error('There is no direction.')

  const lines = resolvedLines({ model, places: keyPlaces(text), text }, pipeline, pipeline.stages.slice(0, 1))

  const source = text.split('\n')
  const said = lines.flatMap(({ key, value, line }) =>
    ['make', 'paid', 'invoiced', 'signed'].includes(key) ? [[key, value, source[(line ?? 0) - 1]?.trim()]] : [],
  )
  expect(said).toEqual([
    [
      'make',
      'offer, contract: after contract_signed, act: after invoice_paid',
      'make: [offer, { contract: after contract_signed }, { act: after invoice_paid }]',
    ],
    ['paid', 'at least 50%', 'paid: at least 50%'],
    ['invoiced', 'whole', 'invoiced: [whole]'],
    ['signed', 'contract', 'signed: [contract]'],
  ])
})

test('a plan says that a stage makes something else, at once, and that its gate waits for something else', () => {
  const differences = differencesOf(before, model, renamingOf(before, model, 2))
  const told = differences.map(({ group, code, key, from, to }) => [group, code, key, from, to])

  expect(told).toEqual([
    ['atOnce', 'make', 'presentation.make', null, 'offer, contract: after contract_signed, act: after invoice_paid'],
    [
      'nextEntry',
      'gate',
      'presentation.gate',
      'filled: decision_maker, need',
      'filled: decision_maker, need, paid: at least 50%, invoiced: whole, signed: contract',
    ],
  ])
  expect(differencesOf(model, model, renamingOf(model, model, 2))).toEqual([])
})

test('a plan says what else is made, numbered and booked, for what is issued from now on', () => {
  const other = rulesOf(
    plain
      .replace('like: "C-{year}-{n:3}"', 'like: "K-{year}-{n:4}", starts_again: never')
      .replace('share: 50%, pay_in: 5 working days', 'share: 30%, pay_in: 3 working days')
      .replace('needs: [amount], signed_by: both, by: lawyer', 'needs: [amount, need], signed_by: client, by: lawyer')
      .replace(/ {2}offer: .*\n/, '')
      .replace('        done_when: offer issued\n', '')
      .replace('done_when: contract issued', 'done_when: contract sent')
      .replace('bank: { by: accountant, unmatched: 4 working hours }', 'bank: { by: head_of_sales }'),
  )

  const told = differencesOf(before, other, renamingOf(before, other, 2)).map(
    ({ code, key, from = '', to = '' }) => `${code} ${key}: ${from ?? '–'} → ${to ?? '–'}`,
  )

  expect(told).toEqual([
    'task-asked individual_offer.prepare_offer.asked: required, done_when: offer issued → required',
    'task-asked contract.draft_contract.asked: required, done_when: contract issued → required, done_when: contract sent',
    'paper-changed numbers.contracts.like: C-{year}-{n:3} → K-{year}-{n:4}',
    'paper-changed numbers.contracts.starts_again: every year → never',
    'paper-changed invoices.advance.share: 50% → 30%',
    'paper-changed invoices.advance.pay_in: 5 working days → 3 working days',
    'paper-removed documents.offer:  → ',
    'paper-changed documents.contract.needs: amount → amount, need',
    'paper-changed documents.contract.signed_by: both → client',
    'paper-changed bank.by: accountant → head_of_sales',
    'paper-changed bank.unmatched: 4 working hours → –',
  ])
})

test.each([
  [
    'en',
    [
      'As soon as a deal comes here, the draft of “Offer” is made.',
      'the draft of “Act of acceptance” is made.',
      'at least 50% of what was invoiced is paid',
      'is issued',
      '“Contract” is signed by all who sign it',
    ],
  ],
  [
    'ru',
    [
      'Как только сделка пришла на этап, готовится черновик «Offer».',
      'готовится черновик «Act of acceptance».',
      'оплачено не меньше 50 % от выставленного',
      'выставлен счёт',
      'документ «Contract» подписан всеми, кто его подписывает',
    ],
  ],
] as const)('the playbook tells it (%s)', (language, said) => {
  const [pipeline] = Object.values(model.pipelines)
  const found = playbookPage(model, language, { slug: `direction-${pipeline?.id}`, address: ({ page }) => page })
  const told = parsed(found?.html ?? '').text.replaceAll('\u00A0', ' ')

  for (const one of said) expect(told).toContain(one)
})

test('a series that numbers were given by is never taken away', () => {
  const other = rulesOf(plain.replace(/ {2}acts: .*\n/, '').replace('number: acts, ', ''))
  const org = { employees: {}, departments: {} }
  const facts = { at: '2026-12-01T07:00:00.000Z', deals: [], tasks: [], holding: {}, org, models: new Map() }
  const renamed = renamingOf(before, other, 2)

  const blocked = blockedBy(before, other, renamed, aliveOf(facts))

  expect(blocked.map(({ code, key }) => [code, key])).toEqual([['series-removed', 'numbers.acts']])
})
