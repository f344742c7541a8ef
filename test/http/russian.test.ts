import { describe, expect, test } from 'vitest'

import type { Caller } from '#domain/kernel/access'
import { applyFields } from '#domain/deals/fields'
import type { Company } from '#domain/plan/plan-scope'
import { checkTargets } from '#domain/plan/targets'
import { Refusal, refusalCodes } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { faultSentences } from '#http/fault-sentences'
import { faultWords } from '#http/fault-words'
import { faultWordsRu } from '#http/fault-words-ru'
import { doorCodes } from '#http/door-codes'
import { problemResponse } from '#http/problem'
import { titlesRu } from '#http/titles-ru'
import { codeSentencesRu } from '#http/sentences-ru'
import type { Model } from '#schemas/model'
import { refuseOthers } from '#usecases/plan/set-targets'

const codes = [...refusalCodes, ...doorCodes]

/** Whether a sentence is Russian: names and things to type may be Latin, but it begins and goes on in Russian words. */
function expectRussian(sentence: string): void {
  const outside = sentence.replaceAll(/«[^»]*»|“[^”]*”/g, '')
  expect(outside).toMatch(/[а-яё]{2}/i)
  expect(sentence).not.toMatch(/\b(?:There|must|cannot|Write|you sent|may not|Send)\b/)
}

test.each(codes)('the problem %s has a title in Russian', (code) => {
  expectRussian(titlesRu[code])
})

test.each(codes)('the refusal %s has a sentence of its own in Russian, where nothing more is known', (code) => {
  expectRussian(codeSentencesRu[code])
})

describe('a faulty body', () => {
  const kinds: readonly (readonly [keyword: string, params: object, value: unknown])[] = [
    ['required', { missingProperty: 'title' }, {}],
    ['additionalProperties', { additionalProperty: 'titel' }, {}],
    ['type', { type: 'string' }, { a: 12 }],
    ['type', { type: ['number', 'null'] }, { a: 'x' }],
    ['enum', { allowedValues: ['won', 'lost'] }, { a: 'x' }],
    ['const', { allowedValue: 'x' }, { a: 'y' }],
    ['minLength', { limit: 1 }, { a: '' }],
    ['minLength', { limit: 3 }, { a: 'b' }],
    ['maxLength', { limit: 3 }, { a: 'bbbb' }],
    ['minimum', { limit: 1 }, { a: 0 }],
    ['maximum', { limit: 1 }, { a: 2 }],
    ['pattern', { pattern: '^[A-Z]{3}$' }, { a: 'rub' }],
    ['pattern', { pattern: 'of another day' }, { a: 'rub' }],
    ['format', { format: 'date' }, { a: 'now' }],
    ['format', { format: 'date-time' }, { a: 'now' }],
    ['minItems', { limit: 1 }, { a: [] }],
    ['maxItems', { limit: 1 }, { a: [1, 2] }],
    ['maxProperties', { limit: 1 }, { a: {} }],
    ['not', {}, { a: 1 }],
  ]
  const told = (kind: (typeof kinds)[number], words: typeof faultWords): string => {
    const [keyword, params, value] = kind
    const isOfWhole = keyword === 'required' || keyword === 'additionalProperties'
    const error = { keyword, params, instancePath: isOfWhole ? '' : '/a', message: '' } as never
    const known = { CreateDeal: ['title', 'owner'] } as never
    return faultSentences([error], { shape: 'CreateDeal', value, where: 'body', known, words })[0]?.detail ?? ''
  }

  test.each(kinds)('is told in Russian: %s %j', (...kind) => {
    expectRussian(told(kind, faultWordsRu))
    expect(told(kind, faultWords)).not.toMatch(/[а-яё]/i)
  })

  test('names what is wrong, what was sent and what to write instead', () => {
    expect(told(['pattern', { pattern: '^[A-Z]{3}$' }, { a: 'rub' }], faultWordsRu)).toBe(
      'Здесь нужно другое: a – три заглавные латинские буквы, например RUB, а прислано: «rub».',
    )
  })
})

describe('a value that a field cannot hold', () => {
  const field = { builtIn: false, origin: { line: 1 }, reads: ['amount'] }
  const model = {
    fields: {
      note: { ...field, id: 'note', name: 'Note', type: 'text' },
      sum: { ...field, id: 'sum', name: 'Sum', type: 'money' },
      count: { ...field, id: 'count', name: 'Count', type: 'number', min: 1, max: 5 },
      day: { ...field, id: 'day', name: 'Day', type: 'date' },
      sure: { ...field, id: 'sure', name: 'Sure', type: 'yes_no' },
      kind: { ...field, id: 'kind', name: 'Kind', type: 'choice', options: { a: { name: 'A' } } },
      half: { ...field, id: 'half', name: 'Half', type: 'number', formula: 'amount / 2' },
    },
  } as unknown as Model
  const wrong: readonly (readonly [string, unknown])[] = [
    ['note', 1],
    ['sum', 1.5],
    ['count', 'x'],
    ['count', 0],
    ['count', 6],
    ['day', 'soon'],
    ['sure', 'yes'],
    ['kind', 'b'],
    ['half', 1],
    ['notes', 'x'],
    ['zzzzzz', 'x'],
  ]

  test.each(wrong)('is told at its field in Russian: %s %j', async (id, value) => {
    const refusal = refusalOf(() => applyFields({}, { [id]: value as never }, { model }))

    const problem = await inRussian(refusal)

    expect(problem.errors).toHaveLength(1)
    expectRussian(problem.detail)
    expect(problem.errors?.[0]).toEqual({ in: 'body', pointer: `/fields/${id}`, detail: problem.detail })
  })

  test('is told of all fields at once, each at its own', async () => {
    const refusal = refusalOf(() => applyFields({}, { note: 1, count: 6 }, { model }))

    const { detail, errors } = await inRussian(refusal)

    expect(errors?.map((one) => one.detail)).toEqual([
      'В поле «Note» пишут текст, а прислано: 1.',
      'В поле «Count» – не больше 5, а прислано: 6.',
    ])
    expect(detail).toBe(errors?.map((one) => one.detail).join(' '))
  })

  test('names what every deal has as the pages do', async () => {
    const amount = { ...field, id: 'amount', name: 'Amount', type: 'money', builtIn: true }
    const refusal = refusalOf(() =>
      applyFields({}, { amount: 'x' }, { model: { fields: { amount } } as unknown as Model }),
    )

    expect(await sentenceIn('ru', refusal)).toMatch(/^В поле «Сумма» пишут сумму целым числом копеек/)
    expect(await sentenceIn('en', refusal)).toMatch(/^“Amount” takes a whole number/)
  })
})

const company: Company = {
  model: { pipelines: { b2b: {} }, axes: { segment: ['big'] } } as unknown as Company['model'],
  org: { employees: { anna: {} }, departments: { sales: { id: 'sales' } } } as unknown as Company['org'],
}
const nothing: Company = {
  model: { pipelines: {}, axes: {} } as unknown as Company['model'],
  org: { employees: {}, departments: {} },
}
const target = { metric: 'sum', scope: 'employee', id: 'anna', value: 1 } as const

test.each([
  [company, { ...target, value: 1.5 }, 'Поставить план 1.5 нельзя. Напишите целое число копеек, 0 или больше.'],
  [
    company,
    { ...target, metric: 'count', value: -1 },
    'Поставить план -1 нельзя. Напишите целое число сделок или задач, 0 или больше.',
  ],
  [company, { ...target, scope: 'company' }, 'У плана компании id пустой, а прислано «anna».'],
  [company, { ...target, scope: 'department' }, 'Отдела «anna» нет. Есть: sales.'],
  [nothing, { ...target, scope: 'department' }, 'Отдела «anna» нет: пока нет ни одного.'],
  [nothing, target, 'Сотрудника «anna» нет. Напишите идентификатор из списка сотрудников.'],
  [company, { ...target, scope: 'pipeline' }, 'Направления «anna» нет. Есть: b2b.'],
  [nothing, { ...target, scope: 'pipeline' }, 'Направления «anna» нет: пока нет ни одного.'],
  [company, { ...target, scope: 'axis' }, /^Такого разреза нет: «anna»\. Есть: .+\.$/],
  [nothing, { ...target, scope: 'axis' }, 'Такого разреза нет: «anna». Пока нет ни одного.'],
] as const)('a target that cannot be set is refused in Russian: %#', async (known, wrong, said) => {
  const refusal = refusalOf(() => checkTargets([wrong as never], known))

  expect(await sentenceIn('ru', refusal)).toMatch(said)
})

test('every fault of several targets is told in Russian', async () => {
  const wrong = [
    { ...target, value: 1.5 },
    { ...target, scope: 'company' },
  ] as never
  const refusal = refusalOf(() => checkTargets(wrong, company))

  expect((await inRussian(refusal)).faults).toEqual([
    'Поставить план 1.5 нельзя. Напишите целое число копеек, 0 или больше.',
    'У плана компании id пустой, а прислано «anna».',
  ])
})

test.each(['company', 'department', 'employee', 'pipeline', 'axis', 'employee_pipeline'] as const)(
  'whose plan is beyond the right of whoever asks is said in Russian: %s',
  async (scope) => {
    const id = scope === 'company' ? '' : 'x'
    const caller = { employee: 'anna', reach: { plan_edit: 'none' } } as unknown as Caller
    const refusal = refusalOf(() => refuseOthers(caller, [{ scope, id, metric: 'sum' } as never], company.org))

    expect(refusal.message).toMatch(/^You may not set the plan of .+\. Nothing was set\.$/)
    expect(await sentenceIn('ru', refusal)).toMatch(
      /^Вы не можете ставить план [а-я ]+(?:«x»)?\. Ничего не поставлено\.$/,
    )
  },
)

test('a refusal that came worded from elsewhere stays as it is', async () => {
  expect(await sentenceIn('ru', new Refusal('forbidden', 'Так сказали там.'))).toBe('Так сказали там.')
})

type Problem = {
  readonly detail: string
  readonly errors?: readonly { readonly detail: string }[]
  readonly faults?: readonly string[]
}

/** The answer of the door to a refusal in Russian. */
async function inRussian(refusal: Refusal): Promise<Problem> {
  const words = await refusal.told?.book.russian()
  const at = { path: '/', correlationId: 'cor_1', language: 'ru', ...(words === undefined ? {} : { words }) } as const
  return (await problemResponse(refusal, at).json()) as Problem
}

function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}
