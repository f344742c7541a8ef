import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { check } from '#config/check'

const file = (more: Readonly<Record<string, string>> = {}): string => `version: 1
calendar: { timezone: Europe/Moscow, work_week: mon-fri, hours: 09:00-18:00 }
roles: { sellers: Sellers, accountant: Accountant, head: Head of sales, partners: Partners }
fields:
  paid: { written_by: accountant }
  discount: { type: percent, written_by: head }
  doctor: { type: person, name: Doctor }
${more['fields'] ?? ''}
${more['events'] ?? ''}
stages:
  offer:
    name: Offer
    tasks:
      send_offer: { do: Send the offer, by: owner, due: 2 working days }
    gate: { filled: [amount] }
  payment:
    name: Payment
    tasks:
      check_money: { do: Check that the money has arrived, by: ${more['by'] ?? 'accountant'}, due: 3 working days${more['task'] ?? ''} }
    gate: ${more['gate'] ?? '{ must: { paid: at least 1 } }'}
  delivery:
    name: Delivery
    tasks:
      deliver: { do: Hand it over, by: owner, due: 3 working days }
pipelines:
  sales:
    name: Sales
    stages: ${more['stages'] ?? '[offer, payment, delivery]'}
    won_after: payment
${more['pipeline'] ?? ''}
outcomes:
  lost: { reasons: { price: Too expensive } }
  cancelled: { reasons: { refund: Money returned }, who: head }
new_deals:
${more['lines'] ?? '  - { pipeline: sales, give_to: sellers }'}
${more['ladder'] ?? ''}
${more['rules'] ?? ''}
`

function told(more: Readonly<Record<string, string>>): readonly string[] {
  const { diagnostics } = check(file(more))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return diagnostics.filter(({ code }) => code === 'one-pair-of-hands').map(({ message }) => message)
}

const events = 'events: { money_came: The bank says so }'

describe('one seller who wins a deal alone is told', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'where the stage of another’s word may be skipped',
      { pipeline: '    may_skip: [payment]' },
      'payment (paid; may_skip: payment)',
    ],
    [
      'where the seller overrides the gate',
      { gate: '{ must: { paid: at least 1 }, may_override: sellers }' },
      'payment (paid; may_override: sellers)',
    ],
    [
      'where one of the alternatives is nobody’s word',
      { by: 'owner', gate: '{ must: { any: [{ paid: at least 1 }, { amount: less than 5 }] } }' },
      'payment (paid, amount)',
    ],
    [
      'where what another writes may stay empty',
      { by: 'owner', gate: '{ filled: [amount], must: { discount: not 5% } }' },
      'payment (amount, discount)',
    ],
    [
      'where a ladder gives the task to the sellers',
      {
        gate: '{ filled: [amount] }',
        ladder: 'escalations: { late_task: [{ after: 1 working day, give_to: sellers }] }',
      },
      'payment (amount; give_to: sellers)',
    ],
    [
      'where the seller names who does it',
      { by: 'field.doctor', gate: '{ filled: [amount] }' },
      'payment (amount; by: field.doctor)',
    ],
    [
      'where a rule does the task after what the seller has done',
      {
        gate: '{ filled: [amount] }',
        rules:
          'automation: { done: { on: field_changed, field: amount, when: { stage: payment }, do: [{ complete_task: check_money }] } }',
      },
      'payment (amount; complete_task: check_money)',
    ],
    [
      'where a rule writes the field when the seller has done something',
      {
        by: 'owner',
        rules: 'automation: { done: { on: task_done, task: check_money, do: [{ set: { paid: 100 } }] } }',
      },
      'payment (paid)',
    ],
    ['where may_also opens it', { task: ', may_also: [owner]', gate: '{ filled: [amount] }' }, 'payment (amount)'],
    [
      'in a direction of one stage',
      { stages: '[payment, delivery]', by: 'sellers', gate: '{ filled: [amount] }' },
      'payment (amount)',
    ],
    [
      'where somebody who sells in another direction may',
      {
        by: 'partners',
        gate: '{ filled: [amount] }',
        pipeline: '  other:\n    name: Other\n    stages: [offer, delivery]\n    won_after: offer',
        lines:
          '  - { when: { client_type: company }, pipeline: other, give_to: partners }\n  - { pipeline: sales, give_to: sellers }',
      },
      'payment (amount)',
    ],
  ])('%s', (_, more, gates) => {
    const messages = told(more)

    expect(messages.join('\n')).toContain(gates)
  })
})

describe('nothing is told', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['where another has the word', {}],
    ['where skipping leads past a stage of one’s own alone', { pipeline: '    may_skip: [offer]' }],
    ['where another overrides', { gate: '{ must: { paid: at least 1 }, may_override: head }' }],
    [
      'where a deal with no client known goes to the head, who overrides',
      {
        gate: '{ must: { paid: at least 1 }, may_override: head }',
        lines:
          '  - { when: { client_type: company }, pipeline: sales, give_to: sellers }\n  - { pipeline: sales, give_to: head }',
      },
    ],
    [
      'where every alternative is another’s word',
      { by: 'owner', gate: '{ must: { any: [{ paid: at least 1 }, { discount: at most 5% }] } }' },
    ],
    [
      'where a ladder gives the task to the head',
      {
        gate: '{ filled: [amount] }',
        ladder: 'escalations: { late_task: [{ after: 1 working day, give_to: owner_manager }] }',
      },
    ],
    [
      'where a rule does the task once another has written',
      {
        rules:
          'automation: { done: { on: field_changed, field: amount, when: { paid: at least 1 }, do: [{ complete_task: check_money }] } }',
      },
    ],
    [
      'where a rule does the task when the bank says so',
      { events, rules: 'automation: { done: { on: money_came, do: [{ complete_task: check_money }] } }' },
    ],
    [
      'where a rule writes after what another has done',
      { rules: 'automation: { done: { on: task_done, task: check_money, do: [{ set: { paid: 100 } }] } }' },
    ],
    ['where it must be compared with what another writes', { by: 'owner', gate: '{ must: { amount: at most paid } }' }],
  ])('%s', (_, more) => {
    expect(told(more)).toEqual([])
  })

  test.each(['pipelines.yaml', 'examples/pipelines.ru.yaml'])('of %s', (path) => {
    const { diagnostics } = check(readFileSync(path, 'utf8'))

    expect(diagnostics.filter(({ code }) => code === 'one-pair-of-hands')).toEqual([])
  })
})
