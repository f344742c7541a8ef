import type { Language } from '#schemas/language-names'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { readBitrixExport } from '#import/bitrix-export'
import { pipelinesOfBitrix, type ImportedPipelines } from '#import/bitrix-pipelines'
import { ImportError, inEnglish } from '#import/say'
import { uniqueIds } from '#import/unique-ids'
import { categoriesAnswer, statusesAnswer, statusRow } from '#test/import/bitrix-answers'
import { runs } from '#test/support/runs'

function imported(parts: readonly unknown[], language: Language = 'ru'): ImportedPipelines {
  const read = readBitrixExport(parts)
  if ('fault' in read) throw new ImportError(read.fault)
  const made = pipelinesOfBitrix(read.found, { zone: 'Europe/Moscow', language })
  if ('fault' in made) throw new ImportError(made.fault)
  return made
}

function faultOf(parts: readonly unknown[]): string {
  const read = readBitrixExport(parts)
  return 'fault' in read ? inEnglish(read.fault) : ''
}

const real = [categoriesAnswer, statusesAnswer]

describe('an export of Bitrix24', () => {
  test('becomes a file that the check accepts', () => {
    expect(check(imported(real).text).diagnostics).toEqual([])
  })

  test('keeps directions and stages in the order in which Bitrix24 shows them, not in the one of the rows', () => {
    const { model } = check(imported(real).text)

    const pipelines = Object.values(model?.pipelines ?? {})
    expect(pipelines.map(({ name }) => name)).toEqual(['Сервис и ремонт', 'Продажи новым клиентам'])
    expect(pipelines[1]?.stages.map(({ name }) => name)).toEqual([
      'Новая заявка',
      '1. Коммерческое предложение',
      'Договор и счёт',
      'Ожидание оплаты: 100%',
    ])
  })

  test('of the older answers says the same: by direction, in a batch, without entity or meaning', () => {
    const older = (category: number) =>
      statusesAnswer.result
        .filter(({ ENTITY_ID }) => ENTITY_ID === (category === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${category}`))
        .map(({ NAME, SORT, STATUS_ID }) => ({ NAME, SORT, STATUS_ID }))
    const batch = { result: { result: [older(0), older(4), older(7)] } }

    expect(imported([categoriesAnswer, batch]).text).toBe(imported(real).text)
  })

  test('writes names in Latin letters as ids, no two alike', () => {
    const { model } = check(imported(real).text)

    const ids = model?.pipelines['prodazhi_novym_klientam']?.stages.map(({ id }) => id)
    expect(ids).toEqual(['novaya_zayavka', 'kommercheskoe_predlozhenie', 'dogovor_i_schet', 'ozhidanie_oplaty_100'])
    expect(model?.pipelines['servis_i_remont']?.stages.map(({ id }) => id)).toEqual([
      'novaya_zayavka',
      'remont',
      'remont_2',
    ])
  })

  test('has one stage in the library where several directions call it alike, and says where each came from', () => {
    const { text, stages } = imported(real)

    expect(stages).toBe(6)
    expect(text).toContain('  novaya_zayavka:  # Bitrix24: C4:NEW, NEW\n')
  })

  test('makes a reason of every stage in which deals are lost, and of none in which they are won', () => {
    const { model } = check(imported(real).text)

    expect(Object.values(model?.outcomes.lost.reasons ?? {})).toEqual([
      'Отказ клиента',
      'Сделка провалена',
      'Выбрали конкурента',
    ])
    expect(imported(real).text).not.toContain('Сделка успешна')
  })

  test('marks what it cannot say: who, until when, what must be true, when it is won', () => {
    const { text } = imported(real)

    const marks = text.match(/TO DO: [^\n]*/g) ?? []
    // One at each stage, two directions that say when they are won, one left out, and eight of the whole file.
    expect(marks.length).toBe(6 + 2 + 1 + 8)
    expect(text).toContain('do: Завершить этап «Ремонт»  # TO DO: что именно')
  })

  test('has a line of new deals for every direction, by a field that says which it is', () => {
    const { text } = imported(real)
    const { model } = check(text)

    const ids = Object.keys(model?.pipelines ?? {})
    expect(ids.length).toBeGreaterThan(1)
    expect(Object.keys(model?.fields['direction']?.options ?? {})).toEqual(ids)
    expect(model?.newDeals.map(({ pipeline }) => pipeline)).toEqual([...ids, ids[0]])
  })

  test('leaves out, and names, a direction in which no deal can be under way', () => {
    const { leftOut, text } = imported(real)

    expect(leftOut).toEqual(['Продажи новым клиентам'])
    expect(text).toContain('# TO DO: направление «Продажи новым клиентам» пропущено')
  })

  test('may be one answer of a batch, several files, or several pages in a list', () => {
    const batch = {
      result: { result: { categories: categoriesAnswer.result, stages: statusesAnswer.result }, result_error: [] },
    }
    const pages = [
      categoriesAnswer,
      { result: statusesAnswer.result.slice(0, 9), next: 9, total: 15 },
      { result: statusesAnswer.result.slice(9), total: 15 },
    ]

    expect(imported([batch])).toEqual(imported(real))
    expect(imported([pages])).toEqual(imported(real))
  })

  test('may come from the older methods, which know no name of the first direction', () => {
    const older = { result: [{ ID: '4', NAME: 'Сервис', SORT: '100', IS_LOCKED: 'N', CREATED_DATE: '2020-01-01' }] }

    const { model } = check(imported([older, statusesAnswer]).text)

    expect(Object.values(model?.pipelines ?? {}).map(({ name }) => name)).toEqual(['Общее', 'Сервис'])
  })

  test('may have a stage without a place in the order: it comes last', () => {
    const rows = [{ ...statusRow(0, 'LOST_PLACE', 'Без места', 5), SORT: null }, statusRow(0, 'NEW', 'Новая', 500)]
    const sorted = rows.map((row) => (row['SORT'] === null ? { ...row, SORT: 'x' } : row))

    const { model } = check(imported([sorted]).text)

    expect(model?.pipelines['obshchee']?.stages.map(({ name }) => name)).toEqual(['Новая', 'Без места'])
  })

  test('is refused with a sentence where there is nothing in it', () => {
    expect(faultOf([categoriesAnswer])).toContain('There are no deal stages in this export.')
    expect(faultOf([[]])).toContain('crm.status.list')
    expect(faultOf([{ error: 'expired_token', error_description: 'The access token provided has expired.' }])).toBe(
      'Bitrix24 refused to answer: The access token provided has expired. Export it again.',
    )
  })

  test('is refused where a page of it is missing, because half of a process is none', () => {
    const half = { result: statusesAnswer.result.slice(0, 9), next: 50, total: 15 }

    expect(faultOf([categoriesAnswer, half])).toContain('6 rows are missing')
  })
})

test('whatever the names, their order and their meaning, the check accepts what comes out', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'Договор',
      'ДОГОВОР',
      'Dogovor',
      '1',
      '???',
      '合同',
      'completed',
      'roles',
      'a: b # c',
      '- x',
      'constructor',
      '«»',
      ' ',
    ),
    fc.string({ unit: 'binary', maxLength: 100 }),
  )
  const row = fc.record({
    category: fc.nat(3),
    status: fc.string({ minLength: 1, maxLength: 8 }),
    name,
    sort: fc.integer({ min: -10, max: 100 }),
    semantics: fc.constantFrom(null, null, null, 'S' as const, 'F' as const),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), fc.array(name, { maxLength: 4 }), (rows, names) => {
      const stages = [{ ...rows[0], semantics: null }, ...rows.slice(1)] as typeof rows
      const statuses = stages.map((one) => statusRow(one.category, one.status, one.name, one.sort, one.semantics))
      const categories = names.map((text, id) => ({ id, name: text, sort: 1, entityTypeId: 2 }))

      const { text } = imported([{ categories }, { result: statuses }])

      // Names are brought in as they are: those that are equal or show nothing are told.
      const told = ['same-name', 'unreadable-name']
      expect(check(text).diagnostics.filter(({ code }) => !told.includes(code))).toEqual([])
    }),
    { numRuns: runs(300) },
  )
})

test('an id is at most sixty signs long, begins with a letter, is not reserved and is given once', () => {
  const idFor = uniqueIds(['completed'], 'stage')

  expect(['Completed', '2 этап', '!!!', '!!!', 'Договор', 'договор'].map(idFor)).toEqual([
    'completed_2',
    'etap',
    'stage_1',
    'stage_2',
    'dogovor',
    'dogovor_2',
  ])
  expect(idFor('Очень длинное название этапа, которое никто никогда не прочитает до конца').length).toBeLessThanOrEqual(
    60,
  )
})
