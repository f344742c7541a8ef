import { beforeAll, describe, expect, test } from 'vitest'

import { prepareFormulas } from '#domain/formula/formula'
import { missingToLeave } from '#domain/deals/gate'
import type { GateStop } from '#domain/deals/gate-refusal'
import { valuesOf, type StageRules } from '#domain/rules/stage-rules'
import { fieldName } from '#playbook/playbook-scene'
import { sayings } from '#playbook/rule-sentences'
import { stoppedMove } from '#playbook/stopped-move'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { baseFile } from '#test/config/base-file'
import { books, everyStage, rulesOf } from '#test/playbook/rules'

/** What keeps a deal with these fields in a stage, nothing being done yet. */
function stopIn(model: Model, at: { pipeline: string; stage: string }, fields: Record<string, FieldValue>): GateStop {
  const pipeline = model.pipelines[at.pipeline]
  const stage = pipeline?.stages.find(({ id }) => id === at.stage)
  if (pipeline === undefined || stage === undefined) throw new Error(`No stage ${at.pipeline}.${at.stage}.`)
  const rules: StageRules = { configVersion: 1, model, pipeline, stage }
  const deal = {
    id: 'deal_1',
    pipeline: at.pipeline,
    stage: at.stage,
    status: 'open',
    owner: 'anna',
    fields,
    updatedAt: '2026-11-23T09:00:00.000Z',
    visit: { no: 1, enteredAt: '2026-11-23T09:00:00.000Z', configVersion: 1 },
  } as unknown as Deal
  return { rules, values: valuesOf(deal, model), missing: missingToLeave(deal, rules, []) }
}

test.each([
  [
    'en',
    '“Paid percent” is at least 100% (“paid / amount * 100” cannot be computed: “Amount” is 0)',
    '“Surplus” is at least 0 (“paid / (amount - amount)” cannot be computed: “amount - amount” is 0)',
  ],
  [
    'ru',
    '«Paid percent» – не меньше 100% (формула «paid / amount * 100» не вычисляется: «Сумма» – 0)',
    '«Surplus» – не меньше 0 (формула «paid / (amount - amount)» не вычисляется: «amount - amount» – 0)',
  ],
] as const)('a formula over zero says so, in %s', async (language, paid, surplus) => {
  const model = rulesOf(
    baseFile
      .replace(paidAsked, '      must: { paid_percent: at least 100%, surplus: at least 0 }')
      .replace('fields:\n', 'fields:\n  surplus: { type: number, name: Surplus, formula: paid / (amount - amount) }\n')
      .replace('      - move_to: delivery\n', ''),
  )
  await prepareFormulas(model)

  const said = stoppedMove(stopIn(model, payment, { amount: 0, paid: 0 }), language)
  const empty = stoppedMove(stopIn(model, payment, { paid: 0 }), language)

  expect(said.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(' %', '%')).toContain(paid)
  expect(said.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(surplus)
  expect(empty).not.toMatch(/cannot be computed|не вычисляется/)
})

const payment = { pipeline: 'companies', stage: 'payment' }
const paidAsked = '      must: { paid_percent: at least 100% }'
const withGate = (must: string, more = ''): Model =>
  rulesOf(baseFile.replace(paidAsked, `      must: ${must}\n${more}`).replace('      - move_to: delivery\n', ''))

beforeAll(async () => {
  await Promise.all([rulesOf(baseFile), ...books.map(([, model]) => model)].map(prepareFormulas))
})

describe('a stopped move', () => {
  test('says in English which stage, what the gate says itself, then everything that is left', () => {
    const model = withGate('{ discount: at most 20%, score: between 3 and 5 }', '      message: Ask Helen first\n')

    expect(stoppedMove(stopIn(model, payment, { discount: 25, objection: 'price' }), 'en')).toBe(
      'The deal cannot leave the stage “Payment” yet. Ask Helen first. What is left: do “Check” and “Thank”; ' +
        'fill in “Amount”; see that “Discount” is at most 20% (now 25%) and “Score” is between 3 and 5 (now empty).',
    )
  })

  test('says the same in Russian, with the gate’s message as it is', () => {
    const model = withGate('{ discount: at most 20%, score: between 3 and 5 }', '      message: Ask Helen first!\n')

    expect(stoppedMove(stopIn(model, payment, { discount: 25, objection: 'price' }), 'ru')).toBe(
      'Сделку пока нельзя перевести дальше с этапа «Payment». Ask Helen first! Осталось: выполнить задачи «Check» и ' +
        '«Thank»; заполнить поле «Сумма»; соблюсти условия: «Discount» – не больше 20\u00a0% (сейчас 25\u00a0%) и «Score» – ' +
        'от 3 до 5 (сейчас пусто).',
    )
  })

  test('speaks of one task, one field and one condition in the singular', () => {
    const model = withGate('{ objection: not price }')

    expect(stoppedMove(stopIn(model, payment, { objection: 'price' }), 'ru')).toMatch(
      /соблюсти условие: в поле «Objection» не стоит «Price» \(сейчас «Price»\)\.$/,
    )
    expect(stoppedMove(stopIn(model, payment, { objection: 'none' }), 'ru')).toBe(
      'Сделку пока нельзя перевести дальше с этапа «Payment». Осталось: выполнить задачу «Thank»; заполнить поле «Сумма».',
    )
  })

  test('names alternatives as such: one of them is enough', () => {
    const model = withGate('{ any: [{ discount: at most 20% }, { need: filled, score: at least 5 }] }')
    const at = stopIn(model, payment, { discount: 25, amount: 1, objection: 'none' })

    expect(stoppedMove(at, 'en')).toMatch(
      /see that at least one of these holds: “Discount” is at most 20%; “Need” is filled in and “Score” is at least 5\.$/,
    )
    expect(stoppedMove(at, 'ru')).toMatch(
      /соблюсти условие: верно хотя бы одно: «Discount» – не больше 20\u00a0%; поле «Need» заполнено и «Score» – не меньше 5\.$/,
    )
  })

  test('leaves alternatives out where one of them holds', () => {
    const model = withGate('{ score: at least 5, any: [{ discount: at most 20% }, { need: filled }] }')
    const at = stopIn(model, payment, { discount: 10, objection: 'none', amount: 1 })

    expect(stoppedMove(at, 'en')).toMatch(/do “Thank”; see that “Score” is at least 5 \(now empty\)\.$/)
  })
})

describe.each(books)('every gate of %s', (_, model) => {
  test.each(['en', 'ru'] as const)(
    'names its stage, its message, then all tasks, fields and no line as typed: %s',
    (language) => {
      for (const { pipeline, stage } of everyStage(model)) {
        const stop = stopIn(model, { pipeline: pipeline.id, stage: stage.id }, {})
        const { tasks, fields, must } = stop.missing
        if (tasks.length + fields.length + must.length === 0) continue

        const said = stoppedMove(stop, language)

        const inOrder = [
          stage.name,
          ...(stage.gate?.message === undefined ? [] : [stage.gate.message.trim()]),
          ...tasks.map((task) => task.do),
          ...fields.map(({ id }) => fieldName({ model, words: sayings[language] }, id)),
        ]
        const places = inOrder.map((part, index) =>
          said.indexOf(part, index === 0 ? 0 : said.indexOf(inOrder[index - 1] ?? '')),
        )
        expect(places).not.toContain(-1)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        for (const { text } of must) expect(said).not.toContain(text)
      }
    },
  )
})

test('what a gate says of its lines is not told where all they ask for is there', () => {
  const model = rulesOf(
    baseFile
      .replace(paidAsked, `${paidAsked}\n      message: The money comes first.`)
      .replace('      - move_to: delivery\n', ''),
  )

  expect(stoppedMove(stopIn(model, payment, { amount: 100, paid: 0 }), 'en')).toContain('The money comes first.')
  expect(stoppedMove(stopIn(model, payment, { amount: 100, paid: 100 }), 'en')).not.toContain('The money comes first.')
})
