import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { readMapping } from '#import/read-mapping'
import { runImport, type InputReport } from '#import/run-import'
import type { SourceFile } from '#import/source-file'
import { toldImport, type ToldReport } from './company'
import { useEngine } from '#test/support/engine'
import { reasonText } from '#test/support/told'
import type { Deal } from '#schemas/deal'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import type { Ports } from '#ports/ports'
import { changeOwner } from '#usecases/deals/change-owner'
import { sweepDue } from '#usecases/tasks/sweep-due'

const engine = useEngine()

const mapping = `
version: 1
inputs:
  - kind: deals
    file: deals.csv
    format: { encoding: cp1251, delimiter: ";", decimal: ",", thousands: " ", dates: DD.MM.YYYY }
    external_id: "old:{Номер}"
    title: Название
    owner: { column: Менеджер, map: { Анна: anna, Кирилл: cyril } }
    pipeline: { value: b2b_new }
    client: { name: Название, phone: Телефон }
    amount: Сумма
    fields:
      decision_maker: ЛПР
    created: Создана
    closed: Закрыта
    outcome:
      column: Итог
      map:
        Успех: { won: yes }
        Отказ: { lost: price, stage: feedback }
        Работа: { stage: general_offer }
`

const heading = 'Номер;Название;Менеджер;Телефон;Сумма;ЛПР;Создана;Закрыта;Итог'
const rows = [
  '1;Аврора;Анна;+7 495 111-22-33;1 250,50;Ольга;03.02.2025;31.03.2025;Успех',
  '2;Бриз;Кирилл;;900;;04.02.2025;05.03.2025;Отказ',
  '3;Вега;Анна;;40 000;;10.02.2025;;Работа',
]

const bytesOf = (lines: readonly string[]) => iconv.encode([heading, ...lines].join('\r\n'), 'win1251')

function importRows(ports: Ports, lines: readonly string[], isDryRun = false): Promise<ToldReport> {
  return toldImport(ports, {
    mapping,
    read: (_, file) => (file === 'deals.csv' ? bytesOf(lines) : undefined),
    isDryRun,
  })
}

/** The lines of an input that were left out, each with why, in English. */
function leftOutOf({ inputs }: ToldReport, input = 0): readonly (readonly [number, string])[] {
  return (inputs[input]?.leftOut ?? []).map(({ line, reasons }) => [line, reasonText(reasons)])
}

async function cardOf(world: World, deal: Deal | undefined) {
  return world.ports.clients.find(deal?.links?.[0]?.client ?? '')
}

async function dealOf(world: World, externalId: string) {
  const id = await world.ports.deals.byExternalId(externalId)
  return id === undefined ? undefined : world.ports.deals.find(id)
}

test('digits that a spreadsheet has squeezed are refused, each row by name, and what our own files put around them is taken away', async () => {
  const world = await aWorldInMemory()
  const report = await importRows(world.ports, [
    '7,70E+09;Аврора;Анна;;900;;03.02.2025;;Работа',
    '2;Бриз;Анна;7,91612E+10;900;;03.02.2025;;Работа',
    '3;Вега;Анна;;900;1.2e+15;03.02.2025;;Работа',
    `"=""0004""";'-Гамма;Анна;"=""0000000000""";900;'90-е;03.02.2025;;Работа`,
  ])
  const sentence = (text: string) =>
    `“${text}” is what a spreadsheet has left of a long number: its other digits are gone. Give the column the format of text, write the numbers again and save the file anew.`

  expect(leftOutOf(report)).toEqual([
    [2, sentence('7,70E+09')],
    [3, sentence('7,91612E+10')],
    [4, sentence('1.2e+15')],
  ])
  expect(await dealOf(world, 'old:0004')).toMatchObject({ title: '-Гамма', fields: { decision_maker: "'90-е" } })
})

test('lines with texts that nobody could show are left out, each by name; blanks around values are not kept', async () => {
  const world = await aWorld(engine)
  const lines = [
    '1;"Две\nстроки";Анна;;900;;03.02.2025;;Работа',
    '2;Нуль\u0000;Анна;;900;;03.02.2025;;Работа',
    '3;Звонок;Анна;;900;Ольга\u0007;03.02.2025;;Работа',
    '4; Аврора \u00a0;Анна; +7 495 ;900;;03.02.2025;;Работа',
  ]

  const report = await importRows(world.ports, lines)

  expect(leftOutOf(report).map(([line, why]) => [line, why.replaceAll(/ which.*| a control.*| Write.*/g, '')])).toEqual(
    [
      [2, '“title” must be one line, it has a line break (U+000A).'],
      [4, '“Название” holds U+0000,'],
      [5, '“ЛПР” holds U+0007,'],
    ],
  )
  const deal = await dealOf(world, 'old:4')
  expect(deal).toMatchObject({ title: 'Аврора', client: { name: 'Аврора' } })
  expect((await cardOf(world, deal))?.personal.unread).toEqual(['+7 495'])
})

describe('history', () => {
  test('a won deal is won on its day in the file, past the gates, and its timeline says how', async () => {
    const world = await aWorld(engine)

    const report = await importRows(world.ports, rows)

    const deal = await dealOf(world, 'old:1')
    expect(report.inputs[0]).toMatchObject({ rows: 3, made: 3, leftOut: [] })
    expect(deal).toMatchObject({
      status: 'completed',
      owner: 'anna',
      createdAt: '2025-02-03T09:00:00.000Z',
      client: { name: 'Аврора' },
      fields: { amount: 125050, decision_maker: 'Ольга' },
      won: { month: '2025-03', baseMinor: 125050, at: '2025-03-31T09:00:00.000Z' },
    })
    expect((await cardOf(world, deal))?.personal.ways).toMatchObject([{ kind: 'phone', text: '+74951112233' }])
    const events = await world.eventsOf(deal?.id ?? '')
    expect(events.map(({ name, actor }) => [name, actor.kind, actor.id])).toEqual([
      ['deal.created', 'import', 'deals.csv'],
      ['deal.moved', 'import', 'deals.csv'],
    ])
    expect(events[1]?.detail.override).toMatchObject({ role: 'import', reason: 'import deals.csv:2' })
    expect(events[1]?.detail.override?.missing).toContain('skip:feedback')
  })

  test('a lost deal is lost in its stage with its reason, an open one waits in its stage with a task', async () => {
    const world = await aWorld(engine)

    await importRows(world.ports, rows)

    const open = await dealOf(world, 'old:3')
    expect(await dealOf(world, 'old:2')).toMatchObject({
      status: 'lost',
      stage: 'feedback',
      closed: { at: '2025-03-05T09:00:00.000Z', reason: 'price', comment: 'import deals.csv:3' },
    })
    expect(open).toMatchObject({
      status: 'open',
      stage: 'general_offer',
      visit: { enteredAt: '2025-02-10T09:00:00.000Z' },
    })
    await world.run(consumers, open?.id ?? '')
    expect(await world.ports.deals.tasksOf(open?.id ?? '')).toMatchObject([{ template: 'send_general_offer' }])
  })
})

describe('running it again', () => {
  test.each([1, 2, 3, 4, 5, 6])('an import cut off at its write number %i goes on where it was', async (cut) => {
    const world = await aWorld(engine)
    const whole = await aWorld(engine)
    await importRows(whole.ports, rows)
    let writes = 0
    const cutting: Ports = {
      ...world.ports,
      deals: {
        ...world.ports.deals,
        save: async (change) => {
          writes += 1
          if (writes >= cut) throw new Error('The power is gone.')
          await world.ports.deals.save(change)
        },
      },
    }

    await expect(importRows(cutting, rows)).rejects.toThrow('The power is gone.')
    // Before it is begun again, what follows from it follows, and the clock looks at deals that have lain for months.
    for (const id of ['old:1', 'old:2', 'old:3']) {
      const deal = await dealOf(world, id)
      if (deal !== undefined) await world.run(consumers, deal.id)
    }
    await sweepDue(world.ports, '2026-12-01T08:00:00.000Z')
    const report = await importRows(world.ports, rows)
    const again = await importRows(world.ports, rows)

    expect(report.inputs[0]?.leftOut).toEqual([])
    expect(again.inputs[0]).toMatchObject({ made: 0, continued: 0, there: 3 })
    for (const id of ['old:1', 'old:2', 'old:3']) {
      const [one, other] = [await dealOf(world, id), await dealOf(whole, id)]
      expect({ ...one, id: '' }).toEqual({ ...other, id: '' })
    }
  })

  test('a deal that a person has taken up since is left alone', async () => {
    const world = await aWorld(engine)
    await importRows(world.ports, rows)
    const open = await dealOf(world, 'old:3')
    await changeOwner(world.ports, await world.as('boris'), open?.id ?? '', { owner: 'andrew' })

    const closed = rows.map((row) => row.replace('10.02.2025;;Работа', '10.02.2025;11.02.2025;Успех'))
    const report = await importRows(world.ports, closed)

    expect(report.inputs[0]).toMatchObject({ made: 0, continued: 0, there: 3 })
    expect(await dealOf(world, 'old:3')).toMatchObject({ status: 'open', owner: 'andrew' })
  })

  test('a deal that nobody has touched follows a newer file', async () => {
    const world = await aWorld(engine)
    await importRows(world.ports, rows)

    const closed = rows.map((row) => row.replace('10.02.2025;;Работа', '10.02.2025;11.02.2025;Успех'))
    const report = await importRows(world.ports, closed)

    expect(report.inputs[0]).toMatchObject({ continued: 1, there: 2 })
    expect(await dealOf(world, 'old:3')).toMatchObject({ status: 'completed', won: { month: '2025-02' } })
  })
})

describe('lines that cannot be taken', () => {
  const faulty: readonly (readonly [string, string])[] = [
    [
      '4;Гамма;Зоя;;1;;01.02.2025;02.02.2025;Успех',
      '“Зоя” is not in the mapping. It has: Анна, Кирилл. Add it, or write “otherwise: keep”.',
    ],
    ['4;Гамма;Анна;;1.5;;01.02.2025;02.02.2025;Успех', '“1.5” is not an amount written such as 1 250,50.'],
    ['4;Гамма;Анна;;1;;2025-02-01;02.02.2025;Успех', '“2025-02-01” is not a date written as DD.MM.YYYY.'],
    ['4;Гамма;Анна;;1;;31.02.2025;02.02.2025;Успех', '“31.02.2025” is not a date written as DD.MM.YYYY.'],
    [
      '4;Гамма;Анна;;1;;03.02.2025;02.02.2025;Успех',
      'The deal was made on 2025-02-03, after it was closed on 2025-02-02.',
    ],
    ['4;Гамма;Анна;;1;;03.02.2025;;Успех', '“closed” is empty.'],
    ['4;Гамма;Анна;;1;;03.02.2025;01.01.2030;Успех', '2030-01-01 is in the future; history ends today.'],
    [
      '4;Гамма;Анна;;1;;03.02.2025;04.02.2025;Может',
      '“Может” is not in the map of outcome. It has: Успех, Отказ, Работа.',
    ],
    [';Гамма;Анна;;1;;03.02.2025;04.02.2025;Успех', '“old:” stands alone'],
    [
      '1;Гамма;Анна;;1;;03.02.2025;04.02.2025;Успех',
      'The external id “old:1” stands at deals.csv:2 already. Give every deal its own, or group the lines by it.',
    ],
    ['4;Гамма', 'has 2 values, the heading has 9. Put values that hold the delimiter in quotes.'],
    [
      '4;Гамма;Анна;;1,005;;03.02.2025;04.02.2025;Успех',
      '“1,005” is more exact than money or counts are: at most 2 decimals.',
    ],
  ]

  test.each(faulty)('%s', async (line, reason) => {
    const world = await aWorld(engine)

    const report = await importRows(world.ports, [...rows, line])

    const told = reason === '“old:” stands alone' ? '“external_id” is empty.' : reason
    expect(report.inputs[0]).toMatchObject({ made: 3, leftOut: [{ line: 5 }] })
    expect(leftOutOf(report)).toEqual([[5, told]])
  })

  test('a dry run says the same and writes nothing', async () => {
    const world = await aWorld(engine)

    const report = await importRows(world.ports, [...rows, ...faulty.map(([line]) => line)], true)

    expect(report.inputs[0]).toMatchObject({ made: 3 })
    expect(report.inputs[0]?.leftOut).toHaveLength(faulty.length)
    expect(await dealOf(world, 'old:1')).toBeUndefined()
  })

  test('lines of one deal that disagree leave the whole deal out, the others are taken', async () => {
    const world = await aWorld(engine)
    const grouped = mapping
      .replace('external_id:', 'group_by: Номер\n    external_id:')
      .replace('amount: Сумма', 'amount: { column: Сумма, sum: yes }')
    const lines = [
      '1;Аврора;Анна;;1,10;;03.02.2025;31.03.2025;Успех',
      '1;Аврора;Анна;;2,20;;03.02.2025;31.03.2025;Успех',
      '2;Бриз;Анна;;1;;03.02.2025;31.03.2025;Успех',
      '2;Бриз;Кирилл;;1;;03.02.2025;31.03.2025;Успех',
    ]

    const report = await toldImport(world.ports, { mapping: grouped, read: () => bytesOf(lines) })

    expect((await dealOf(world, 'old:1'))?.fields['amount']).toBe(330)
    expect(report.inputs[0]).toMatchObject({ made: 1 })
    expect(leftOutOf(report)).toEqual([
      [5, '“owner” is “cyril”, but “anna” in line 4 of the same deal. The whole deal of 2 lines is left out.'],
    ])
  })
})

describe('people and targets', () => {
  test('people come with departments and heads; targets of every kind are set, faulty ones told', async () => {
    const world = await aWorld(engine)
    const text = `
version: 1
inputs:
  - kind: employees
    file: people.csv
    id: { column: Name, as: id }
    name: Name
    department: { id: { column: Team, as: id }, name: Team, head: { id: { column: Head, as: id }, name: Head } }
  - kind: targets
    file: plan.csv
    metric: count
    scope: employee
    id: { column: Who, as: id }
    period: Period
    value: Deals
`
    const files: Readonly<Record<string, string>> = {
      'people.csv': 'Name,Team,Head\nПётр Юрьев,Север,Жанна Цой\nInés Núñez,Север,Жанна Цой\n',
      'plan.csv':
        'Who,Period,Deals\nПётр Юрьев,2025-Q1,12\nInés Núñez,2025,7\nInés Núñez,2025-13,7\nNobody Known,2025,1\nПётр Юрьев,2025-Q1,3\n',
    }

    const report = await toldImport(world.ports, { mapping: text, read: (_, file) => Buffer.from(files[file] ?? '') })

    const { employees, departments } = await world.ports.people.load()
    expect(departments['sever']).toMatchObject({ name: 'Север', head: 'zhanna.tsoy' })
    expect(employees['petr.yurev']).toMatchObject({ name: 'Пётр Юрьев', department: 'sever', active: true })
    expect(employees['ines.nunez']).toMatchObject({ name: 'Inés Núñez' })
    expect(await world.ports.plans.targets('2025-Q1')).toEqual([
      { metric: 'count', scope: 'employee', id: 'petr.yurev', value: 12 },
    ])
    expect(leftOutOf(report, 1).map(([line, reason]) => [line, reason.split(/[.] |[.]$/)[0]])).toEqual([
      [4, '“2025-13” is not a period'],
      [5, 'There is no employee “nobody.known”'],
      [6, 'The target of 2025-Q1 for “petr.yurev” stands in line 2 already'],
    ])
  })
})

test('nobody is hired into a department that was closed: the line says so', async () => {
  const world = await aWorldInMemory()
  await world.ports.people.saveDepartment({ id: 'sever', name: 'Север', parent: null, head: null, active: false })
  const text = `
version: 1
inputs:
  - kind: employees
    file: people.csv
    id: { column: Name, as: id }
    name: Name
    department: { id: { column: Team, as: id }, name: Team }
`
  const read = () => Buffer.from('Name,Team\nПётр Юрьев,Север\nИнна Юрьева,Восток\n')

  const report = await toldImport(world.ports, { mapping: text, read })

  const { employees } = await world.ports.people.load()
  expect([employees['petr.yurev'], employees['inna.yureva']?.department]).toEqual([undefined, 'vostok'])
  expect(leftOutOf(report, 0)).toEqual([[2, expect.stringContaining('“Север” is closed')]])
})

test('people are read once for all lines: twice as many lines are twice as many requests, and no more', async () => {
  const world = await aWorldInMemory()
  const text = `
version: 1
inputs:
  - kind: employees
    file: people.csv
    id: Id
    name: Name
`
  const requestsFor = async (first: number, count: number): Promise<number> => {
    let requests = 0
    const counted = <T extends object>(store: T): T =>
      new Proxy(store, {
        get: (target, name, receiver) => {
          const found: unknown = Reflect.get(target, name, receiver)
          if (typeof found !== 'function') return found
          return (...given: readonly unknown[]): unknown => {
            requests += 1
            return Reflect.apply(found, target, given)
          }
        },
      })
    const lines = Array.from({ length: count }, (_, no) => `p${first + no},Person ${first + no}`)
    const ports = { ...world.ports, people: counted(world.ports.people), settings: counted(world.ports.settings) }
    const { inputs } = await toldImport(ports, {
      mapping: text,
      read: () => Buffer.from(`Id,Name\n${lines.join('\n')}\n`),
    })
    expect(inputs[0]?.made).toBe(count)
    return requests
  }

  const few = await requestsFor(0, 20)
  const many = await requestsFor(100, 200)

  expect(few).toBeLessThanOrEqual(20 + 4)
  expect(many).toBeLessThanOrEqual(200 + 4)
})

describe('files that do not fit their mapping', () => {
  const text = `
version: 1
inputs:
  - kind: deals
    file: deals.csv
    external_id: No
    title: Title
    owner: { value: anna }
    pipeline: { value: b2b_new }
    created: Made
`
  const asked = (file: Uint8Array | SourceFile) => ({ mapping: text, read: () => file })

  test('a column that stands there twice is refused, and so is one that is not there', async () => {
    const { ports } = await aWorld(engine)

    await expect(toldImport(ports, asked(Buffer.from('No,Title,Title,made\n1,A,B,2025-01-01\n')))).rejects.toThrow(
      /7:12: deals\.csv has several columns “Title”[^]*10:14: deals\.csv has no column “Made”\. Did you mean “made”/,
    )
  })

  test('a file above the stated size is refused before a byte of it is read', async () => {
    const { ports } = await aWorld(engine)
    const file = (size: number): SourceFile => ({
      size,
      chunks: () => {
        throw new Error('It was read.')
      },
    })

    await expect(toldImport(ports, asked(file(2 * 1024 ** 3)))).rejects.toThrow(
      'has 2048 MB, and a file may have at most 1024 MB',
    )
    const grouped = text.replace('external_id', 'group_by: No\n    external_id')
    await expect(toldImport(ports, { ...asked(file(65 * 1024 ** 2)), mapping: grouped })).rejects.toThrow(
      'has 65 MB, and a file of this kind, which is read as a whole, may have at most 64 MB',
    )
  })

  test('progress counts what has been done: that all is done is told once', async () => {
    const { ports } = await aWorld(engine)
    const lines = Array.from({ length: 100 }, (_, no) => `${no},A,2025-01-01`)
    const told: number[] = []

    await runImport(ports, {
      ...asked(Buffer.from(['No,Title,Made', ...lines].join('\n'))),
      mapping: readMapping(text),
      tell: ({ done }) => void told.push(done),
    })

    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.filter((done) => done === 100)).toHaveLength(1)
  })

  test('an import that is asked to end does so between two lines, tells how far it came, and goes on when run again', async () => {
    const { ports } = await aWorld(engine)
    const ending = new AbortController()
    const lines = Array.from({ length: 100 }, (_, no) => `${no},A,2025-01-01`)
    const ask = asked(Buffer.from(['No,Title,Made', ...lines].join('\n')))
    const sums: InputReport[] = []

    const cut = runImport(ports, {
      ...ask,
      mapping: readMapping(text),
      signal: ending.signal,
      tell: ({ done }) => done >= 30 && ending.abort(new Error('Enough.')),
      finish: (sum) => void sums.push(sum),
    })

    await expect(cut).rejects.toThrow('Enough.')
    const made = sums[0]?.made ?? 0
    expect(sums).toMatchObject([{ file: 'deals.csv', isWhole: false }])
    expect(made).toBeGreaterThan(0)
    expect(made).toBeLessThan(100)
    expect((await toldImport(ports, ask)).inputs).toMatchObject([{ made: 100 - made, there: made, isWhole: true }])
  })
})
