import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let door: Door

beforeAll(async () => {
  door = await aDoor(await aWorld(engine))
})

const inRussian = { headers: { 'accept-language': 'ru-RU, ru;q=0.9, en;q=0.5' } }
const inNone = {}

const post = (path: string, body: unknown, asked: object): Promise<Reply> => door.post(path, body, asked)

describe('a refused answer', () => {
  test.each([
    [inRussian, 'ru', 'Такого направления нет', /^Направления «nowhere» нет\. Есть: b2b_new/],
    [inNone, 'en', 'No such direction', /^There is no direction “nowhere”\. There are: b2b_new/],
  ])('is worded by %j and says so', async (asked, language, title, detail) => {
    const { headers, body } = await post('/deals', { title: 'Oak', pipeline: 'nowhere' }, asked)

    expect([headers.get('content-language'), headers.get('vary')]).toEqual([language, 'accept-language'])
    expect(body.title).toBe(title)
    expect(body.detail).toMatch(detail)
  })

  test('keeps what programs read the same in both languages', async () => {
    const words = new Set(['title', 'detail', 'correlationId'])
    const machine = ({ body }: Reply): unknown =>
      JSON.parse(JSON.stringify(body, (name, value: unknown) => (words.has(name) ? undefined : value)))
    const faulty = { title: 12, pipeline: 'b2b_new', fields: {} }

    const [ru, en] = [await post('/deals', faulty, inRussian), await post('/deals', faulty, inNone)]

    expect(machine(ru)).toEqual(machine(en))
    expect(ru.body.errors[0].detail).not.toBe(en.body.errors[0].detail)
  })
})

test.each([
  [
    inRussian,
    [
      ['/fields/amount', 'В поле «Сумма» – не больше 100 000 000 000 ₽, а прислано: 100 000 000 000,01 ₽.'],
      ['/fields/discount', 'В поле «Discount» – не больше 100 %, а прислано: 15 000 050 %.'],
      ['/fields/nps', 'В поле «Answer to the recommendation question» – не больше 10, а прислано: 10 000,5.'],
      ['/fields/paid', 'В поле «Оплачено» – не меньше 0 ₽, а прислано: −0,50 ₽.'],
    ],
  ],
  [
    inNone,
    [
      ['/fields/amount', '“Amount” takes a value of RUB 100,000,000,000 or less, you sent RUB 100,000,000,000.01.'],
      ['/fields/discount', '“Discount” takes a value of 100% or less, you sent 15,000,050%.'],
      ['/fields/nps', '“Answer to the recommendation question” takes a value of 10 or less, you sent 10,000.5.'],
      ['/fields/paid', '“Paid” takes a value of RUB 0 or more, you sent −RUB 0.50.'],
    ],
  ],
])('bounds and what was sent are told with their units (%j)', async (asked, told) => {
  const fields = { amount: 10_000_000_000_001, discount: 15_000_050, nps: 10_000.5, paid: -50 }
  const { status, body } = await post('/deals', { title: 'Oak', pipeline: 'b2b_new', owner: 'anna', fields }, asked)
  const errors = body.errors as readonly { readonly pointer: string; readonly detail: string }[]

  expect(status).toBe(422)
  expect(errors.map(({ pointer, detail }) => [pointer, detail.replaceAll(/\s/g, ' ')])).toEqual(told)
})

test('a title with quotes of its own has the inner ones of Russian within a Russian sentence, and stays as it is in English', async () => {
  const title = 'Посуда: «Тихая гавань», школа'
  const { body } = await post('/deals', { title, pipeline: 'b2b_new', owner: 'anna' }, inNone)
  const losing = (asked: object) => post(`/deals/${body.id}/moves`, { toStage: 'general_offer' }, asked)
  await post(`/deals/${body.id}/loss`, { reason: 'price' }, inNone)
  const [ru, en] = [await losing(inRussian), await losing(inNone)]

  expect(ru.body.detail).toContain('«Посуда: „Тихая гавань“, школа»')
  expect(en.body.detail).toContain('“Посуда: «Тихая гавань», школа”')
})

describe('a move that the gate stops', () => {
  const stuck = async (): Promise<string> => {
    const { body } = await post('/deals', { title: 'Oak', pipeline: 'b2b_new', owner: 'anna' }, inNone)
    return `/deals/${body.id}/moves`
  }

  test('names in Russian the stage, the gate’s own message, tasks by their texts, fields by their labels', async () => {
    const { body } = await post(await stuck(), { toStage: 'general_offer' }, inRussian)

    expect(body.detail).toBe(
      'Сделку пока нельзя перевести дальше с этапа «Presentation». Write down who decides and what the client needs; ' +
        'the offer is built on it. Осталось: выполнить задачи «Send the presentation together with the three examples» ' +
        'и «Ring and find out what they thought of the presentation»; заполнить поля «Person who decides» и «What the ' +
        'client is trying to solve».',
    )
  })

  test('names the same in English, in the same order', async () => {
    const { body } = await post(await stuck(), { toStage: 'general_offer' }, inNone)

    expect(body.detail).toBe(
      'The deal cannot leave the stage “Presentation” yet. Write down who decides and what the client needs; the offer ' +
        'is built on it. What is left: do “Send the presentation together with the three examples” and “Ring and find ' +
        'out what they thought of the presentation”; fill in “Person who decides” and “What the client is trying to solve”.',
    )
  })

  test('names the stages it may not skip as people call them', async () => {
    const path = await stuck()

    const said = [
      await post(path, { toStage: 'contract' }, inRussian),
      await post(path, { toStage: 'contract' }, inNone),
    ].map(({ body }) => body.detail)

    expect(said).toEqual([
      expect.stringMatching(
        /^В направлении «.+» нельзя пропускать: General offer, .+ Сначала переведите на этап «General offer»\.$/,
      ),
      expect.stringMatching(/^“.+” does not let deals skip: General offer, .+ Move to “General offer” first\.$/),
    ])
  })
})

test('faulty rules are told with their faults in the language of whoever asks', async () => {
  const text = readFileSync('pipelines.yaml', 'utf8').replace(
    'may_override: head_of_sales',
    'may_override: nobody_knows',
  )

  const [ru, en] = [await post('/rules/plan', { text }, inRussian), await post('/rules/plan', { text }, inNone)]

  expect(ru.body.detail).toMatch(
    /^Правила не опубликованы, ошибок в них: \d+\. Первая – в строке \d+: [^A-Za-z]*роли «nobody_knows»/i,
  )
  expect(en.body.detail).toMatch(
    /^The rules have (?:one fault|\d+ faults) and were not published\. The first: line \d+, .*“nobody_knows”/,
  )
  const places = ({ body }: Reply) =>
    body.diagnostics.map(({ code, line }: { code: string; line: number }) => [code, line])
  expect(places(ru)).toEqual(places(en))
})

test('a due date that cannot be read is told in the language of whoever asks', async () => {
  const { body } = await post('/deals', { title: 'Oak', pipeline: 'b2b_new', owner: 'anna' }, inNone)
  const task = { do: 'Ring', by: 'owner', due: 'some day soon' }

  const [ru, en] = [
    await post(`/deals/${body.id}/tasks`, task, inRussian),
    await post(`/deals/${body.id}/tasks`, task, inNone),
  ]

  expect([ru.status, en.status]).toEqual([422, 422])
  expect(ru.body.detail).toMatch(/^«due»: .*[а-яё]{3}/)
  expect(en.body.detail).toMatch(/^“due”: [^а-яё]*$/)
})

test('a sheet of targets tells of every cell that was not set in the language of whoever asks', async () => {
  const cell = { period: '2026-11', metric: 'sum', scope: 'employee', id: 'nobody', value: 1, was: null }
  const set = (headers: object) => door.ask('PUT', '/plans/cells', { body: { cells: [cell] }, ...headers })

  const [ru, en] = [await set(inRussian), await set(inNone)]

  expect([ru.headers.get('content-language'), en.headers.get('content-language')]).toEqual(['ru', 'en'])
  expect(ru.body.cells[0].detail).toMatch(/^Сотрудника «nobody» нет/)
  expect(en.body.cells[0].detail).toMatch(/^There is no employee “nobody”/)
})

test('a report says which language it speaks, and that of its address comes first', async () => {
  const language = async (path: string, asked: object) => (await door.get(path, asked)).headers.get('content-language')

  expect(await language('/reports', inRussian)).toBe('ru')
  expect(await language('/reports?lang=en', inRussian)).toBe('en')
  expect(await language('/reports', inNone)).toBe('en')
})
