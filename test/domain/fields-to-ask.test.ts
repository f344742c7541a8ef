import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { prepareFormulas } from '#domain/formula/formula'
import { fieldsToAsk } from '#domain/deals/gate'
import type { StageRules } from '#domain/rules/stage-rules'
import type { Deal, FieldValue } from '#schemas/deal'

const { model } = check(readFileSync('pipelines.yaml', 'utf8'))

beforeAll(async () => {
  if (model !== undefined) await prepareFormulas(model)
})

describe('whoever completes a task is asked for', () => {
  test('what the gate of its stage will want and nobody has filled in', () => {
    expect(asked({})).toEqual(['contract_file', 'invoice_number'])
    expect(asked({ invoice_number: '17', contract_file: '  ' })).toEqual(['contract_file'])
    expect(asked({ invoice_number: '17', contract_file: 'c.docx' })).toEqual([])
  })

  test('what a condition that does not hold waits for somebody named to write', () => {
    expect(asked({ amount: 100 }, {}, 'payment')).toEqual(['paid'])
    expect(asked({ amount: 100, paid: 50 }, {}, 'payment')).toEqual(['paid'])
    expect(asked({ amount: 100, paid: 100 }, {}, 'payment')).toEqual([])
  })

  test('nothing once the deal has left the stage', () => {
    expect(asked({}, { stage: 'offer' })).toEqual([])
  })
})

function asked(
  fields: Record<string, FieldValue>,
  task: { readonly stage?: string } = {},
  at = 'contract',
): readonly string[] {
  const pipeline = model?.pipelines['b2b_new']
  const stage = pipeline?.stages.find(({ id }) => id === at)
  if (model === undefined || pipeline === undefined || stage === undefined) throw new Error('The shipped file changed.')
  const rules: StageRules = { configVersion: 1, model, pipeline, stage }
  const deal = { pipeline: 'b2b_new', stage: at, fields } as unknown as Deal
  return fieldsToAsk({ pipeline: 'b2b_new', stage: at, ...task }, deal, rules).map(({ id }) => id)
}
