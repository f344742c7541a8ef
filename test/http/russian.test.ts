import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import type { Caller } from '#domain/kernel/access'
import { applyFields } from '#domain/deals/fields'
import type { Company } from '#domain/plan/plan-scope'
import { checkTargets } from '#domain/plan/targets'
import { Refusal, refusalCodes } from '#domain/kernel/refusal'
import { faultSentences } from '#http/fault-sentences'
import { faultWords } from '#http/fault-words'
import { faultWordsRu } from '#http/fault-words-ru'
import { doorProblems, type DoorCode } from '#http/problem'
import { keptSentenceInRussian, problemInRussian, sayingOf, sentenceInRussian } from '#http/problem-ru'
import { codeSentencesRu } from '#http/sentences-ru'
import type { RefusalCode } from '#domain/kernel/refusal'
import type { Model } from '#schemas/model'
import { beyondReach } from '#usecases/plan/set-targets'

const codes = [...refusalCodes, ...(Object.keys(doorProblems) as DoorCode[])]

/** Whether a sentence is Russian: names and things to type may be Latin, but it begins and goes on in Russian words. */
function expectRussian(sentence: string): void {
  const outside = sentence.replaceAll(/«[^»]*»|“[^”]*”/g, '')
  expect(outside).toMatch(/[а-яё]{2}/i)
  expect(sentence).not.toMatch(/\b(?:There|must|cannot|Write|you sent|may not|Send)\b/)
}

/** Whether nothing of the English sentence is left in the Russian one. */
function expectNoEnglish(sentence: string): void {
  expect(sentence).not.toMatch(/\b(?:there|what|lists|is|the|are|you|not|write|ask|read|look|take|choose)\b/i)
}

test.each(codes)('the problem %s has a title in Russian', (code) => {
  const { title } = problemInRussian({ code, title: 'No such thing', detail: 'Another one.' })

  expectRussian(title)
})

test.each(codes)('the refusal %s has a sentence in Russian, whatever was said in English', (code) => {
  expectRussian(codeSentencesRu[code])
  expectRussian(sentenceInRussian(code, 'A sentence that nobody has written yet.'))
  expectRussian(
    problemInRussian({ code, detail: 'Another one.' }).detail + (code === 'invalid_input' ? ' (по-русски)' : ''),
  )
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
      'Здесь нужно другое: a – три заглавные латинские буквы, например RUB, а прислано “rub”.',
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

  test.each(wrong)('is told at its field in Russian: %s %j', (id, value) => {
    const refusal = refusalOf(() => applyFields({}, { [id]: value as never }, model))
    const errors = refusal.extra['errors'] as { detail: string }[]

    const problem = problemInRussian({ code: refusal.code, detail: refusal.message, errors })

    expect(sayingOf(refusal.code, errors[0]?.detail ?? '')).toBeDefined()
    expect(problem.errors).toHaveLength(1)
    expectRussian(problem.errors?.[0]?.detail ?? '')
    expect(problem.detail).toBe(problem.errors?.[0]?.detail)
  })
})

test('what every deal has is called as on the pages', () => {
  expect(sentenceInRussian('field_value', '“Amount” takes a number, you sent "x".')).toBe(
    'В поле «Сумма» пишут число, а прислано "x".',
  )
})

test('the sentences that name values name them in Russian, too', () => {
  expect(sentenceInRussian('deal_closed', 'The deal “Oak (new)” is lost already.')).toBe(
    'Сделка «Oak (new)» уже проиграна.',
  )
  expect(sentenceInRussian('rule_unknown', 'There is no rule “x” in “automation”. There are: a.', ['a'])).toBe(
    'В «automation» нет правила «x». Есть: a.',
  )
  expect(sentenceInRussian('version_conflict', 'Version 3 is not the one in force any more. Look.')).toMatch(
    /^Версия 3/,
  )
})

/** What stands where a sentence names something. */
const gap = '⟦something⟧'

/** Sentences with a part that is made elsewhere, each of which is tried below or where it is made. */
const composed = [
  'target_scope: ⟦something⟧ cannot be a target.',
  'target_scope: “⟦something⟧” is not a value of an axis.',
  'department_unknown: There is no department “⟦something⟧”. ⟦something⟧',
  'pipeline_unknown: There is no direction “⟦something⟧”. ⟦something⟧',
  'forbidden: You may not set the plan of ⟦something⟧.',
  'forbidden: You may not see the plan of ${row.id',
]

test('a sentence that was kept without its code is found by itself, and an unknown one stays as it is', () => {
  expect(keptSentenceInRussian('The deal “Oak” is lost. Reopen it first.')).toBe(
    'Сделка «Oak» проиграна. Сначала откройте её снова.',
  )
  expect(keptSentenceInRussian('Nobody has written this.')).toBe('Nobody has written this.')
})

test('whatever the code refuses in a sentence of its own is in the catalogue', () => {
  const said = sentencesOfTheCode()
  const unknown = said
    .filter(({ code, text }) => sayingOf(code, text) === undefined)
    .map(({ code, text }) => `${code}: ${text}`)

  expect(said.length).toBeGreaterThan(120)
  for (const { code, text } of said) expectNoEnglish(sayingOf(code, text) ?? '')
  expect(unknown.filter((one) => !composed.some((start) => one.startsWith(start)))).toEqual([])
})

const company: Company = {
  model: { pipelines: { b2b: {} }, axes: { segment: ['big'] } } as unknown as Company['model'],
  org: { employees: { anna: {} }, departments: { sales: {} } } as unknown as Company['org'],
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
] as const)('a target that cannot be set is refused in Russian: %#', (known, wrong, said) => {
  const refusal = refusalOf(() => checkTargets([wrong as never], known))

  expect(sentenceInRussian(refusal.code, refusal.message)).toMatch(said)
})

test.each(['company', 'department', 'employee', 'pipeline', 'axis', 'employee_pipeline'] as const)(
  'whose plan is beyond the right of whoever asks is said in Russian: %s',
  (scope) => {
    const id = scope === 'company' ? '' : 'x'
    const caller = { employee: 'anna', reach: { plan_edit: 'none' } } as unknown as Caller

    const beyond = beyondReach(caller, [{ scope, id, metric: 'sum' } as never], company.org)

    expect(sentenceInRussian('forbidden', beyond?.detail ?? '')).toMatch(
      /^Вы не можете ставить план [а-я ]+(?:«x»)?\.$/,
    )
    expect(sentenceInRussian('forbidden', `${beyond?.detail} Nothing was set.`)).toMatch(/\. Ничего не поставлено\.$/)
  },
)

/** Every sentence that is written out where something is refused, with something in the place of what it names. */
function sentencesOfTheCode(): readonly { readonly code: RefusalCode | DoorCode; readonly text: string }[] {
  const head = /(?:new (?:Refusal|DoorFault)\(\s*'([a-z_]+)',\s*|code: '([a-z_]+)',\s*detail: )/.source
  const call = new RegExp(`${head}(?:'((?:[^'\\\\]|\\\\.)*)'|\`((?:[^\`\\\\]|\\\\.)*)\`)`, 'g')
  return ['domain', 'usecases', 'http', 'store', 'memory', 'pages'].flatMap((room) =>
    filesIn(join('src', room)).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(call)].map(([, refused, told, plain, template]) => ({
        code: (refused ?? told) as RefusalCode,
        text: (plain ?? template ?? '').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, gap).replaceAll(/\\(.)/g, '$1'),
      })),
    ),
  )
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
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
