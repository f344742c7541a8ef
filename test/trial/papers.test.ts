import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { readTests } from '#trial/read-tests'
import { simulateDeal } from '#trial/simulation/simulate-deal'
import { simulationRu } from '#trial/simulation/simulation-ru'
import { rulesOf, tryRules } from './tried'

const text = readFileSync('examples/documents/pipelines.yaml', 'utf8').replace(
  '    gate:\n      filled: [contract_file, invoice_number]\n',
  '    make: [contract, { whole: after document_signed }]\n    gate:\n      signed: contract\n      invoiced: whole\n      paid: at least 50%\n      may_override: head_of_sales\n',
)

const deal = '{ pipeline: b2b_new, stage: contract, amount: 120 000 }'
const asText = (steps: string): string =>
  `version: 1\ntests:\n  - name: Papers\n    deal: ${deal}\n    steps:\n${steps}\n`

async function failures(steps: string): Promise<readonly string[]> {
  const { outcomes } = await tryRules(await rulesOf(text), asText(steps))
  return outcomes.flatMap(({ failure }) =>
    (failure?.mismatches ?? []).map(({ key, expected, happened }) => `${key}: ${expected} / ${happened}`),
  )
}

describe('papers in tests of the rules', () => {
  test('what a stage makes, what is issued, signed and paid, and what the gate waits for meanwhile', async () => {
    const failed = await failures(`
      - expect: { papers: { contract: draft, whole: none, act: none } }
      - issue: contract
        as: lawyer
        expect: { papers: { contract: issued }, done: draft_contract }
      - move_to: payment
        override: not yet
        as: lawyer
        expect: { refused: yes }
      - sign: contract
        who: client
        expect: { papers: { contract: signed_client } }
      - sign: contract
        who: us
        expect: { papers: { contract: signed, whole: draft }, done: get_signature }
      - issue: whole
        as: accountant
        expect: { papers: { whole: issued }, done: send_invoice }
      - move_to: payment
        expect: { stopped_by: paid }
      - pay: 70 000
        expect: { papers: { whole: part_paid }, fields: { paid: 70 000 } }
      - move_to: payment
        expect: { stage: payment }
      - pay: 50 000.00
        expect: { papers: { whole: paid } }`)

    expect(failed).toEqual([])
  })

  test('what is not so is told by the kind of the paper', async () => {
    const failed = await failures('      - make: act\n        expect: { papers: { act: issued, contract: signed } }')

    expect(failed).toEqual(['papers: act: issued / act: draft', 'papers: contract: signed / contract: draft'])
  })

  test.each([
    ['- issue: contrakt', 'contract'],
    ['- sign: whole', 'There is no document “whole”'],
    ['- send: whole', 'There is no document “whole”'],
    ['- pay: much', 'pay: 70 000'],
    ['- make: act\n        expect: { papers: { act: finished } }', 'part_paid'],
    ['- make: act\n        who: us', 'sign'],
  ])('%s is told with what to write', async (step, told) => {
    const { diagnostics } = readTests(asText(`      ${step}`), (await rulesOf(text)).model)

    expect(diagnostics.map(({ message, help }) => `${message} ${help ?? ''}`).join('\n')).toContain(told)
  })
})

describe('papers of a deal that is only thought of', () => {
  const imagined = { client: {}, fields: { amount: 120_000_00 }, pipeline: 'b2b_new' }

  test('are issued, signed and paid where a gate asks for them, and the deal goes on', async () => {
    const lines = await simulateDeal(await rulesOf(text), imagined, simulationRu)
    const told = lines.map(({ text: one }) => one)

    expect(told).toContain('документы и оплата: whole issued, contract issued, contract signed, whole paid')
    expect(told).toContain('★ Сделка выиграна')
  })

  test('and what a rule asks for once they are paid is done before the deal goes on', async () => {
    const rule = `  thanks:
    on: field_changed
    field: paid
    when: { stage: contract }
    do: [{ add_task: { do: Thank for the payment, by: owner, due: 1 working day } }]
`
    const rules = await rulesOf(text.replace('automation:\n', `automation:\n${rule}`))
    const told = (await simulateDeal(rules, imagined, simulationRu)).map(({ text: one }) => one)

    expect(told).toContain('✓ thanks: Thank for the payment')
    expect(told).toContain('★ Сделка выиграна')
  })
})
