import { describe, expect, test } from 'vitest'

import { readRegister } from '#documents/usecases/read-register'
import { readLoad, startLoad } from '#loads/usecases/loads'
import { runAsked, runWaiting } from '#loads/usecases/run-loads'
import { readStatements } from '#money/usecases/read-payments'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { Load, StartLoad } from '#schemas/loads/loads'
import { createDeal } from '#usecases/deals/create-deal'
import { announceUpload } from '#usecases/files/uploads'
import { documentRules, publishWith } from '#test/documents/document-world'
import { alpha, aDealWorth, anInvoice, moneyRules, statementOf } from '#test/money/money-world'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', async () => aWorldInMemory()],
] as const

const head = 'Документ;Номер;Дата;Клиент;ИНН;Сумма;НДС;Оплачено;Сделка'

function registerOf(deal: string, count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, no) =>
    ['Счёт', no + 1, '03.11.2026', 'ООО «Альфа Пример»', '', '1220,00', '220,00', '100,00', deal].join(';'),
  )
  return Buffer.from([head, ...rows].join('\n'))
}

async function sent(world: World, who: string, bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes.slice())
  const sha256 = Buffer.from(hash).toString('hex')
  const { id, url } = await announceUpload(world.ports, await world.as(who), { size: bytes.length, sha256 })
  expect(await world.bytes.send(url, bytes)).toBe(true)
  return id
}

async function ask(world: World, who: string, wish: StartLoad): Promise<Load> {
  return startLoad(world.ports, { ...(await world.as(who)), language: 'en' }, wish)
}

async function now({ ports, as }: World, who: string, id: string): Promise<Load> {
  return readLoad(ports, (await as(who)).caller, { id, language: 'en' })
}

async function aDeal(world: World): Promise<string> {
  await publishWith(world, documentRules())
  const given = { title: 'Machine', pipeline: 'b2b_new', owner: 'anna', fields: { amount: 12_000_000 } }
  return (await createDeal(world.ports, await world.asAnybody('helen'), given)).id
}

/** The time after which nobody else has a load for themselves. */
function later(world: World): void {
  world.setNow(new Date(Date.parse(world.now()) + 180_000).toISOString())
}

const told = (id: string): DomainEvent =>
  ({ detail: { dealId: '', subject: { kind: 'load', id } } }) as unknown as DomainEvent

describe.each(stores)('a file that is loaded in the background in %s', (_, open) => {
  test('is one load under one Idempotency-Key, however often and how closely it is asked for', async () => {
    const world = await open()
    const upload = await sent(world, 'alex', registerOf(await aDeal(world), 1))
    const once = { key: 'k1', requestHash: 'h', status: 201 }
    const ask = async (name: string, requestHash = 'h') => {
      const command = { ...(await world.as('alex')), language: 'en', once: { ...once, requestHash } } as const
      return startLoad(world.ports, command, { what: 'register', name, upload })
    }

    const both = await Promise.all([ask('r.csv'), ask('r.csv')])
    await runWaiting(world.ports)
    const again = await ask('r.csv')

    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1)
    const mine = { what: 'register', actor: (await world.as('alex')).caller.actor, limit: 10 } as const
    expect((await world.ports.loads.own(mine)).map(({ id }) => id)).toEqual([again.id])
    expect(await world.ports.loads.own({ ...mine, what: 'statement' })).toEqual([])
    expect(await world.ports.loads.own({ ...mine, actor: (await world.as('anna')).caller.actor })).toEqual([])
    await expect(ask('s.csv', 'other')).rejects.toMatchObject({ code: 'idempotency_key_reused' })
  })

  test('is looked at, then kept with its VAT, by whoever asked, and says what came of it', async () => {
    const world = await open()
    const upload = await sent(world, 'alex', registerOf(await aDeal(world), 3))
    const wish = { what: 'register', name: 'r.csv', upload } as const

    const dry = await ask(world, 'alex', { ...wish, dryRun: true })
    await runAsked(world.ports, told(dry.id))
    const looked = await now(world, 'alex', dry.id)
    const before = await readRegister(world.ports, (await world.as('alex')).caller, {})
    const load = await ask(world, 'alex', wish)
    await runWaiting(world.ports)
    const done = await now(world, 'alex', load.id)
    const { rows } = await readRegister(world.ports, (await world.as('alex')).caller, {})

    expect(looked.register?.faults).toEqual([])
    expect([dry.state, looked.state, looked.register?.added]).toEqual(['waiting', 'done', 3])
    expect(before.rows).toEqual([])
    expect(done).toMatchObject({
      state: 'done',
      found: 3,
      known: 0,
      done: 3,
      register: { added: 3, known: 0, left: 0 },
    })
    expect(rows.map(({ number, vatKopecks, paidKopecks }) => [number, vatKopecks, paidKopecks])).toEqual([
      ['3', 22_000, 10_000],
      ['2', 22_000, 10_000],
      ['1', 22_000, 10_000],
    ])
    expect(await world.ports.loads.waiting(10)).toEqual([])
    await expect(now(world, 'lena', load.id)).rejects.toThrow('not yours')
  })

  test('goes on where a process was killed, and keeps and counts nothing twice', async () => {
    const world = await open()
    const upload = await sent(world, 'alex', registerOf(await aDeal(world), 6))
    const load = await ask(world, 'alex', { what: 'register', name: 'r.csv', upload })
    let left = 2
    const dying: Ports = {
      ...world.ports,
      toldPayments: {
        takeBack: world.ports.toldPayments.takeBack,
        takeInvoice: world.ports.toldPayments.takeInvoice,
        take: async (...given) => {
          left -= 1
          if (left < 0) throw new Error('killed')
          return world.ports.toldPayments.take(...given)
        },
      },
    }

    await expect(runAsked(dying, told(load.id))).rejects.toThrow('killed')
    await runWaiting(world.ports)
    const leased = await now(world, 'alex', load.id)
    later(world)
    await runWaiting(world.ports)
    const done = await now(world, 'alex', load.id)
    const { rows } = await readRegister(world.ports, (await world.as('alex')).caller, {})

    expect(leased.state).toBe('running')
    expect(done).toMatchObject({ state: 'done', found: 6, known: 0, register: { added: 6, known: 0, refused: 0 } })
    expect(rows.map(({ paidKopecks }) => paidKopecks)).toEqual([10_000, 10_000, 10_000, 10_000, 10_000, 10_000])
  })

  test('is given up where it breaks off every time, and says so', async () => {
    const world = await open()
    const load = await ask(world, 'alex', {
      what: 'register',
      name: 'r.csv',
      upload: await sent(world, 'alex', registerOf(await aDeal(world), 1)),
    })
    const broken: Ports = {
      ...world.ports,
      files: { ...world.ports.files, sent: () => Promise.reject(new Error('out of memory')) },
    }

    for (let no = 0; no < 7; no += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
      await runWaiting(broken).catch(() => undefined)
      later(world)
    }
    const given = await now(world, 'alex', load.id)

    expect(given.state).toBe('failed')
    expect(given.problem).toContain('broke off 5 times')
    expect(await world.ports.loads.waiting(10)).toEqual([])
  })

  test('leaves its statement where it is given up midway, and goes on when the file is loaded again', async () => {
    const world = await open()
    await publishWith(world, moneyRules(), {})
    const { content, name } = statementOf(
      Array.from({ length: 4 }, (_each, no) => ({ kopecks: 100 + no, purpose: 'Прочее', number: String(no + 1) })),
    )
    const bytes = Buffer.from(content, 'base64')
    const load = await ask(world, 'alex', { what: 'statement', name, upload: await sent(world, 'alex', bytes) })
    let taken = 0
    const save: Ports['money']['save'] = (change, mark) => {
      taken += change.payments?.length ?? 0
      return taken > 2 ? Promise.reject(new Error('out of memory')) : world.ports.money.save(change, mark)
    }
    const money = new Proxy(world.ports.money, {
      get: (all, name) => (name === 'save' ? save : Reflect.get(all, name)),
    })
    const broken: Ports = { ...world.ports, money }
    const statements = async () =>
      (await readStatements(world.ports, (await world.as('alex')).caller, { language: 'en', limit: 5 })).items

    for (let no = 0; no < 8; no += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
      await runWaiting(broken).catch(() => undefined)
      later(world)
    }
    const [given] = await statements()
    const of = (await world.ports.money.payments({ state: 'unmatched', limit: 9 })).items.map((one) => one.statement)
    const again = await ask(world, 'alex', { what: 'statement', name, upload: await sent(world, 'alex', bytes) })
    await runWaiting(world.ports)

    expect(await now(world, 'alex', load.id)).toMatchObject({ state: 'failed' })
    expect(given).toMatchObject({ found: 4, unmatched: 2, left: 2 })
    expect(of).toEqual([given?.id, given?.id])
    expect(await now(world, 'alex', again.id)).toMatchObject({ state: 'done', found: 4, known: 2, done: 2 })
    expect(await statements()).toMatchObject([{ known: 2, unmatched: 2, left: 0 }, { left: 2 }])
  })

  test('is a statement of the bank, too; whoever may not load it is refused before it is', async () => {
    const world = await open()
    await publishWith(world, moneyRules(), {})
    const deal = await aDealWorth(world)
    const { number } = await anInvoice(world, deal.id, 'whole', alpha)
    const { content, name } = statementOf([
      { kopecks: 7_000_000, purpose: `Оплата по счету № ${number}` },
      { kopecks: 100, purpose: 'Прочее', number: '2' },
    ])
    const upload = await sent(world, 'alex', Buffer.from(content, 'base64'))

    await expect(ask(world, 'anna', { what: 'statement', name, upload })).rejects.toThrow('Accountant')
    const load = await ask(world, 'alex', { what: 'statement', name, upload })
    await runAsked(world.ports, told(load.id))
    await runAsked(world.ports, told(load.id))
    const done = await now(world, 'alex', load.id)
    const { items } = await readStatements(world.ports, (await world.as('alex')).caller, { language: 'en', limit: 5 })

    expect(done).toMatchObject({ state: 'done', found: 2, known: 0, done: 2, statement: items[0]?.id })
    expect(items).toMatchObject([{ found: 2, booked: 1, unmatched: 1, known: 0, left: 0 }])
    const inbox = await world.ports.notices.inbox('alex', { limit: 10 })
    expect(inbox.items.filter(({ kind }) => kind === 'file_loaded').map((one) => one.load)).toEqual([
      { what: 'statement', name, added: 2, known: 0, refused: 0, asks: 1 },
    ])
  })
})

test('a process that ends between what came of a file and saying so finds the file again, and takes it away at the end', async () => {
  const world = await aWorldInMemory()
  const upload = await sent(world, 'alex', registerOf(await aDeal(world), 2))
  const load = await ask(world, 'alex', { what: 'register', name: 'r.csv', upload })
  const dying: Ports = {
    ...world.ports,
    loads: {
      ...world.ports.loads,
      save: async (next) => {
        if (next.state === 'done') throw new Error('killed')
        return world.ports.loads.save(next)
      },
    },
  }

  await expect(runAsked(dying, told(load.id))).rejects.toThrow('killed')
  later(world)
  await runWaiting(world.ports)
  const done = await now(world, 'alex', load.id)
  const second = await ask(world, 'alex', { what: 'register', name: 'r.csv', upload })
  await runAsked(world.ports, told(second.id))

  expect(done).toMatchObject({ state: 'done', register: { added: 2, known: 0, refused: 0 } })
  expect((await now(world, 'alex', second.id)).problem).toContain(upload)
})

test('a program has no file loaded: it would have more rights than its key', async () => {
  const world = await aWorldInMemory()
  await aDeal(world)
  const { caller } = await world.as('alex')
  const program = { ...caller, actor: { kind: 'integration' as const, id: 'key_1' } }
  const wish = { what: 'register', name: 'r.csv', upload: 'up_000000' } as const

  const asked = startLoad(world.ports, { ...(await world.as('alex')), caller: program, language: 'en' }, wish)

  await expect(asked).rejects.toThrow('does not work here')
})

test('a file that has not come is a load that says so', async () => {
  const world = await aWorldInMemory()
  await aDeal(world)
  const load = await ask(world, 'alex', { what: 'register', name: 'r.csv', upload: 'up_000000' })
  await runAsked(world.ports, told(load.id))

  const { state, problem } = await now(world, 'alex', load.id)

  expect(state).toBe('failed')
  expect(problem).toContain('up_000000')
})
