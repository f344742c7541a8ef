import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readWaiting } from '#exchange/usecases/read-files'
import { readSessions } from '#exchange/usecases/read-bases'
import { readPayments } from '#money/usecases/read-payments'
import type { PaymentState } from '#schemas/money/money'
import { realData } from '#test/support/real-data'
import { aDealWorth } from '#test/money/money-world'
import { aWorldInMemory, type World } from '#test/support/world'
import { anIssued, exchangeRules, exchanging, saidOf, sample } from './exchange-world'

const status = '12-orders-status-answer-from-1c-utf8.xml'
const container = '15-documents-container-cml3.1.xml'
const believing = 'believes: one_c, status: { P: paid, N: issued }'

/** A world with the two issued invoices that the samples tell of, and a base of 1C. */
async function withSamples(more?: string) {
  const world = await aWorldInMemory({ text: exchangeRules(more) })
  const deal = await aDealWorth(world)
  const invoices = [anIssued('inv-123', deal.id), anIssued('inv-124', deal.id, { kopecks: 3_550_050 })]
  await world.ports.money.save({ invoices: invoices.map((invoice) => ({ invoice })) }, 'mark')
  const exchange = await exchanging(world)
  await exchange.base.checkAuth()
  await exchange.base.init()
  const send = async (name: string, bytes: Uint8Array, pieceBytes?: number) => {
    const taken = await exchange.base.file(name, bytes, pieceBytes)
    await exchange.read()
    return taken.startsWith('success') ? exchange.base.importFile(name) : taken
  }
  return { world, dealId: deal.id, ...exchange, send }
}

async function paymentsIn(world: World, state: PaymentState) {
  const { caller } = await world.as('alex')
  return (await readPayments(world.ports, caller, { state, limit: 100 })).items
}

async function tasksOf({ ports }: World, dealId: string): Promise<readonly string[]> {
  return (await ports.deals.tasksOf(dealId)).map((task) => task.do)
}

async function notesOf({ world, given }: { readonly world: World; readonly given: { base: { id: string } } }) {
  const { caller } = await world.as('alex')
  const sessions = await readSessions(world.ports, caller, { id: given.base.id, language: 'ru' })
  return sessions.flatMap(({ notes }) => notes.map(({ text }) => text))
}

describe('what 1C says of invoices', () => {
  test('is kept beside them: number, day, whether it is posted, when it was paid; a deletion mark is a task, once', async () => {
    const scene = await withSamples()
    const { world, send, dealId } = scene

    expect(await send('orders.xml', sample(status))).toBe('success')
    expect(await send('orders-again.xml', sample(status))).toBe('success')

    expect(await saidOf(world, 'inv-123')).toMatchObject({
      number: '0000-000045',
      on: '2026-02-02',
      isPosted: true,
      isDeleted: false,
      paidNumber: '0000-000012',
      paidOn: '2026-02-05',
      status: 'Оплачен',
    })
    expect(await saidOf(world, 'inv-124')).toMatchObject({
      isDeleted: true,
      isPosted: false,
      isCancelled: true,
    })
    expect((await tasksOf(world, dealId)).filter((text) => text.includes('124'))).toHaveLength(1)
    // The word of the bank is believed here.
    expect(await paymentsIn(world, 'booked')).toEqual([])
    expect((await world.ports.money.findInvoice('inv-124'))?.cancelled).toBeUndefined()
  })

  test('books what is left of an invoice that is said to be paid, where 1C is believed, and once', async () => {
    const { world, send } = await withSamples(believing)

    await send('one.xml', sample(status))
    await send('other.xml', sample(status))
    const booked = await paymentsIn(world, 'booked')

    expect(booked).toMatchObject([
      { kopecks: 12_000_000, number: '0000-000012', bookedOn: '2026-02-05', restKopecks: 0 },
    ])
    expect(booked[0]?.shares).toMatchObject([{ invoice: 'inv-123', by: 'one_c' }])
  })

  test('books the payments of a container one by one, each once, and knows a shipment', async () => {
    const { world, send } = await withSamples(believing)

    expect(await send('orders.xml', sample(container))).toBe('success')
    expect(await send('orders-2.xml', sample(container))).toBe('success')

    expect((await paymentsIn(world, 'booked')).map(({ kopecks }) => kopecks).toSorted()).toEqual([5_000_000, 7_000_000])
    expect(await saidOf(world, 'inv-123')).toMatchObject({ shippedOn: '2026-02-01' })
  })

  test('takes a payment back that does not hold any more, and books it again when it does', async () => {
    const { world, send } = await withSamples(believing)
    const text = Buffer.from(sample(container)).toString()
    const unpaid = Buffer.from(text.replace(/(pay-1<\/Номер>.*?Оплачен<\/Наименование><Значение>)true/s, '$1false'))

    await send('a.xml', sample(container))
    await send('b.xml', unpaid)
    const left = await paymentsIn(world, 'booked')
    await send('c.xml', sample(container))

    expect(left.map(({ kopecks }) => kopecks)).toEqual([5_000_000])
    expect((await paymentsIn(world, 'booked')).map(({ kopecks }) => kopecks).toSorted()).toEqual([5_000_000, 7_000_000])
  })

  test('an order that says “paid” gives way to its payments, in one file or in the next, so that no money is booked twice', async () => {
    const paid = Buffer.from(sample(status)).toString()
    const text = Buffer.from(sample(container)).toString()
    const order = /<Документ>.*?<\/Документ>/s.exec(paid)?.[0] ?? ''
    const both = Buffer.from(text.replace('<Контейнер>', `<Контейнер>${order}`))
    const [inOne, inTwo] = [await withSamples(believing), await withSamples(believing)]

    await inOne.send('a.xml', both)
    await inOne.send('b.xml', both)
    await inTwo.send('a.xml', sample(status))
    await inTwo.send('b.xml', sample(container))
    await inTwo.send('c.xml', sample(status))

    for (const { world } of [inOne, inTwo])
      expect((await paymentsIn(world, 'booked')).map(({ kopecks }) => kopecks).toSorted()).toEqual([
        5_000_000, 7_000_000,
      ])
  })

  test('an order that is not paid after all gives back what was booked, whatever number its payment had meanwhile', async () => {
    const scene = await withSamples(believing)
    const { world, send } = scene
    const text = Buffer.from(sample(status)).toString()
    const named = (number: string) => Buffer.from(text.replace('0000-000012', number))
    const unpaid = text
      .replace(/<ЗначениеРеквизита><Наименование>Номер оплаты по 1С.*?<\/ЗначениеРеквизита>/s, '')
      .replace(/<ЗначениеРеквизита><Наименование>Дата оплаты по 1С.*?<\/ЗначениеРеквизита>/s, '')
      .replace(
        '<ЗначенияРеквизитов>',
        '<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Заказ оплачен</Наименование><Значение>false</Значение></ЗначениеРеквизита>',
      )

    await send('a.xml', named('0000-000012'))
    await send('b.xml', named('0000-000099'))
    const before = await saidOf(world, 'inv-123')
    await send('c.xml', Buffer.from(unpaid))
    const after = await saidOf(world, 'inv-123')

    expect(await paymentsIn(world, 'booked')).toEqual([])
    expect(before).toMatchObject({ paidNumber: '0000-000099', paidOn: '2026-02-05' })
    expect([after?.paidNumber, after?.paidOn, after?.number]).toEqual([undefined, undefined, '0000-000045'])
  })

  test('says no longer that an invoice is paid or shipped when the payment or the shipment does not hold any more', async () => {
    const { world, send } = await withSamples()
    const text = Buffer.from(sample(container)).toString()
    const deleted =
      '<ЗначениеРеквизита><Наименование>ПометкаУдаления</Наименование><Значение>true</Значение></ЗначениеРеквизита>'
    await send('a.xml', sample(container))
    const held = await saidOf(world, 'inv-123')
    await send('b.xml', Buffer.from(text.replaceAll('<ЗначенияРеквизитов>', `<ЗначенияРеквизитов>${deleted}`)))
    const said = await saidOf(world, 'inv-123')

    expect(held).toMatchObject({ paidNumber: 'pay-2', paidOn: '2026-02-01', shippedOn: '2026-02-01' })
    expect([said?.paidNumber, said?.paidOn, said?.shippedOn]).toEqual([undefined, undefined, undefined])
  })

  test('tells of documents that Norma does not read as such, not as of an invoice that is none', async () => {
    const scene = await withSamples()
    const text = Buffer.from(sample(container)).toString().replace('Отпуск товара', 'Корректировка реализации')
    await scene.send('a.xml', Buffer.from(text))

    expect(await notesOf(scene)).toEqual([
      'Корректировка реализации ship-1: такие документы Norma не читает, документ пропущен.',
    ])
  })

  test('tells of a status that the rules do not know, of another sum, and of what is no invoice of ours, and goes on', async () => {
    const scene = await withSamples('believes: bank')
    const other = Buffer.from(
      Buffer.from(sample(status))
        .toString()
        .replace('<Сумма>35500.50</Сумма>', '<Сумма>35000.50</Сумма>')
        .replace('<Ид>inv-124</Ид>', '<Ид>inv-124</Ид>'),
    )

    expect(await scene.send('orders.xml', other)).toBe('success')
    expect(await scene.send('buyers.xml', sample('16-contragents-cml2.09.xml'))).toBe('success')
    const notes = await notesOf(scene)

    expect(notes).toContainEqual(expect.stringContaining('статуса 1С «P» нет в правилах'))
    expect(notes).toContainEqual(expect.stringMatching(/Счёт 124: в 1С 35.000,50\s₽, в Norma 35.500,50\s₽/))
  })

  test('makes a buyer whom 1C knows already whom they are there', async () => {
    const scene = await withSamples()
    await scene.send('buyers.xml', sample('16-contragents-cml2.09.xml'))
    await scene.base.query()

    expect(scene.base.loaded.get('inv-123')?.xml).toContain('<Контрагент><Ид>8d7f0a10-0000-11ee-0000-000000000001</Ид>')
  })
})

describe('files that cannot be read', () => {
  test.each([
    ['x1-says-utf8-is-cp1251.xml', 'UTF-8'],
    ['x3-ampersand-not-escaped.xml', '&amp;'],
    ['x4-entity-bomb.xml', 'DOCTYPE'],
    ['x6-date-only-datetime-and-russian-date.xml', '02.02.2026 9:10:00'],
  ])('%s is a failure whose reason is on the first two lines', async (name, reason) => {
    const scene = await withSamples(believing)
    const answer = await scene.send('orders.xml', sample(name))

    expect(answer.split('\n')).toEqual(['failure', expect.stringContaining(reason)])
    expect(await notesOf(scene)).toContainEqual(expect.stringContaining(reason))
    const booked = await paymentsIn(scene.world, 'booked')
    expect(booked).toEqual([])
  })

  test('a document in another currency is not taken', async () => {
    const { send, world } = await withSamples(believing)
    const text = Buffer.from(sample(container)).toString().replaceAll('<Валюта>руб</Валюта>', '<Валюта>USD</Валюта>')

    expect(await send('orders.xml', Buffer.from(text))).toMatch(/^failure\n.*USD/)
    expect(await paymentsIn(world, 'booked')).toEqual([])
  })

  test('of a file in which one document is wrong the others are taken', async () => {
    const { send, world } = await withSamples()
    await send('orders.xml', sample('x6-date-only-datetime-and-russian-date.xml'))

    expect(await saidOf(world, 'inv-123')).toBeUndefined()
    expect(await saidOf(world, 'inv-124')).toMatchObject({ number: '0000-000046' })
  })

  test('what is cut off, no file of this kind, too large or broken says so', async () => {
    const { base, read } = await withSamples()
    const whole = sample(status)
    const tries: readonly (readonly [string, Uint8Array, string])[] = [
      ['cut.xml', whole.subarray(0, 3000), 'неполный'],
      ['html.xml', Buffer.from('<html></КоммерческаяИнформация>'), 'КоммерческаяИнформация'],
      ['two.xml', Buffer.concat([whole, whole.subarray(40)]), 'XML'],
      ['koi.xml', Buffer.from('<?xml version="1.0" encoding="koi8-r"?><a></КоммерческаяИнформация>'), 'koi8-r'],
      ['bomb.zip', await zipBomb(), 'Архив'],
    ]
    for (const [name, bytes, reason] of tries) {
      await base.file(name, bytes)
      await read()
      expect((await base.importFile(name)).split('\n')).toEqual(['failure', expect.stringContaining(reason)])
    }
    expect(await base.piece('big.xml', new Uint8Array(2_000_001))).toMatch(/^failure\n/)
  })
})

describe('files in pieces', () => {
  test('are the same as at once, however small the pieces and wherever a letter is cut', async () => {
    const parts = ['x2-chunk-1-cut-inside-a-letter.bin', 'x2-chunk-2.bin'].map(sample)
    const said = async (act: (scene: Awaited<ReturnType<typeof withSamples>>) => Promise<unknown>) => {
      const scene = await withSamples()
      await act(scene)
      const { base: _base, ...what } = (await saidOf(scene.world, 'inv-123')) ?? { base: '' }
      return what
    }
    const atOnce = await said(({ send }) => send('x.xml', sample(status)))
    const cut = await said(async ({ base, read }) => {
      for (const part of parts) await base.piece('x.xml', part)
      await read()
    })
    const small = await said(({ send }) => send('x.xml', sample(status), 1024))
    const odd = await said(({ send }) => send('x.xml', sample(status), 333))

    expect(atOnce).toMatchObject({ number: '0000-000045' })
    expect([cut, small, odd]).toEqual([atOnce, atOnce, atOnce])
  })

  test('stay within their session, whatever folders their names pretend', async () => {
    const { base, read, world, given } = await withSamples()
    const [session] = await world.ports.exchange.sessions(given.base.id, 1)

    const upwards = ['..', '..', '..', 'c.xml'].join('/')
    for (const name of ['..\\..\\x.xml', 'C:\\v8\\a.xml', `/${['etc', 'b.xml'].join('/')}`, upwards]) {
      expect(await base.file(name, sample(status))).toBe('success')
      await read()
      expect(await base.importFile(name)).toBe('success')
    }
    const files = await world.ports.exchange.files(given.base.id, session?.id ?? '')

    expect(files.map(({ name }) => name)).toEqual(['a.xml', 'b.xml', 'c.xml', 'x.xml'])
    expect(files.every((file) => file.session === session?.id)).toBe(true)
  })

  test('are read when they are whole, for a 1C that never asks for it, and the last piece may come twice', async () => {
    const { base, read, world } = await withSamples()
    const bytes = sample(status)

    await base.piece('a.xml', bytes.subarray(0, 3000))
    await base.piece('a.xml', bytes.subarray(3000))
    await base.piece('a.xml', bytes.subarray(3000))
    await read()
    await base.piece('a.xml', bytes.subarray(3000))

    expect(await base.importFile('a.xml')).toBe('success')
    expect(await saidOf(world, 'inv-123')).toMatchObject({ number: '0000-000045' })
  })

  test('begin anew where 1C gave up in the middle, and bear a piece that came twice', async () => {
    const { base, read, world } = await withSamples()
    const bytes = sample(status)
    const [head, middle, end] = [bytes.subarray(0, 2000), bytes.subarray(2000, 4000), bytes.subarray(4000)]

    for (const piece of [head, middle, head, middle, middle, end]) await base.piece('a.xml', piece)
    await read()

    expect(await base.importFile('a.xml')).toBe('success')
    expect(await saidOf(world, 'inv-124')).toMatchObject({ number: '0000-000046' })
  })

  test('in any other order are a failure, and the whole file sent again is read', async () => {
    const { base, send } = await withSamples()
    const bytes = sample(status)

    for (const piece of [bytes.subarray(3000), bytes.subarray(0, 3000)]) await base.piece('a.xml', piece)
    const wrong = await base.importFile('a.xml')

    expect(wrong).toMatch(/^failure\nФайл неполный/)
    expect(await send('a.xml', bytes)).toBe('success')
  })

  test('may be an archive, asked for by its own name or by that of the file within', async () => {
    const PizZip = (await import('pizzip')).default
    const zip = new PizZip()
    zip.file('orders-1.xml', sample(status))
    const bytes = zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
    const { base, read } = await withSamples()

    await base.file('v8_1.zip', bytes, 700)
    expect(await base.importFile('orders-1.xml', read)).toBe('success')
    expect(await base.importFile('v8_1.zip', read)).toBe('success')
  })

  test('a file that is begun anew while another reads it still waits to be read when it is whole', async () => {
    const { base, read, world } = await withSamples()
    const { exchange } = world.ports
    const bytes = sample(status)
    await base.file('a.xml', bytes)
    await base.piece('a.xml', bytes.subarray(0, 3000))
    const { findFile } = exchange
    let isFirst = true
    const late = {
      ...exchange,
      findFile: async (place: Parameters<typeof findFile>[0]) => {
        const found = await findFile(place)
        // The last piece comes between reading how far a file is and what follows from it.
        if (isFirst) await base.piece('a.xml', bytes.subarray(3000))
        isFirst = false
        return found
      },
    }
    await readWaiting({ ...world.ports, exchange: late })
    await read()

    expect(await base.importFile('a.xml')).toBe('success')
    expect(await exchange.toRead(10)).toEqual([])
  })

  test('are answered with progress while they are being read', async () => {
    const { base } = await withSamples()
    await base.file('a.xml', sample(status))

    expect(await (await base.raw('mode=import&filename=a.xml')).text()).toMatch(/^progress\nФайл читается/)
  })
})

const real = realData('documents')
describe.skipIf(real.missing !== undefined)('files of others', () => {
  test.each([
    '09-orders-cml2.03-cp1251.xml',
    '10-orders-bitrix-cml2.05-cp1251.xml',
    '11-orders-empty-answer-cml2.05.xml',
    '14-pricelist-cml2.03-utf16le-bom.xml',
  ])('%s is read', async (name) => {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(join(real.folder, name))
    } catch {
      return
    }
    const scene = await withSamples()
    expect(await scene.send('orders.xml', bytes)).toBe('success')
  })
})

test('whatever order, repeats and cuts: each payment is booked once and each invoice arrives', async () => {
  const step = fc.constantFrom('query', 'cut_off', 'success', 'session', 'file', 'pieces', 'cut_file', 'import', 'read')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { world, base, read } = await withSamples(believing)
      const bytes = sample(container)
      let hasLoaded = true
      const acts: Readonly<Record<(typeof steps)[number], () => Promise<unknown>>> = {
        query: async () => {
          await base.query()
          hasLoaded = true
        },
        cut_off: async () => {
          await base.queryCutOff()
          hasLoaded = false
        },
        // 1C says so of what it has loaded, and says it as often as it likes.
        success: async () => (hasLoaded ? base.success() : undefined),
        session: () => base.checkAuth(),
        file: () => base.file('a.xml', bytes),
        pieces: () => base.file('a.xml', bytes, 1024),
        cut_file: () => base.piece('a.xml', bytes.subarray(0, 2000)),
        import: () => base.importFile('a.xml', read),
        read,
      }
      for (const one of steps) await acts[one]()
      await base.checkAuth()
      await base.query()
      await base.success()
      await base.file('last.xml', bytes)
      await read()

      const booked = await paymentsIn(world, 'booked')
      expect(booked.map(({ kopecks }) => kopecks).toSorted()).toEqual([5_000_000, 7_000_000])
      expect([...base.loaded.keys()].toSorted()).toEqual(['inv-123', 'inv-124'])
      expect(base.answers.filter((text) => text.startsWith('failure')).every((text) => text.includes('\n'))).toBe(true)
    }),
    { numRuns: 40 },
  )
})

/** An archive whose file would become a thousand times larger. */
async function zipBomb(): Promise<Uint8Array> {
  const { default: PizZip } = await import('pizzip')
  const zip = new PizZip()
  zip.file('orders.xml', ' '.repeat(5_000_000))
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
