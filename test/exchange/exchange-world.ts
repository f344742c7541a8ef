import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { exchangeDoor } from '#exchange/http/exchange-door'
import { readWaiting } from '#exchange/usecases/read-files'
import { createBase } from '#exchange/usecases/save-base'
import type { OneCBaseWithPassword } from '#schemas/exchange/exchange'
import type { SaidOfInvoice } from '#schemas/exchange/kept-exchange'
import type { KeptInvoice } from '#schemas/money/money'
import { oneC, type OneCBase } from '#test/stand-ins/one-c'
import { alpha, moneyRules } from '#test/money/money-world'
import type { World } from '#test/support/world'

/** The rules of the tests of money, with an exchange. */
export function exchangeRules(more = 'believes: bank, status: { P: paid, N: issued, C: cancelled }'): string {
  return `${moneyRules()}\none_c: { ${more} }\n`
}

/** A base of 1C that is let in, and what it says to Norma. */
export type Exchanging = {
  readonly base: OneCBase
  readonly given: OneCBaseWithPassword
  /** Reads what came and waits, as the clock does. */
  readonly read: () => Promise<void>
}

/** Lets a base of 1C in and puts a stand-in behind it. */
export async function exchanging(world: World, from = '2026-01-01', seller?: string): Promise<Exchanging> {
  const input = { name: 'УТ 11', from, ...(seller === undefined ? {} : { seller }) }
  const given = await createBase(world.ports, await world.as('alex'), input)
  const { ports } = world
  const door = exchangeDoor({ ports, log: (entry) => console.error(entry), waitMs: 0 })
  const account = { login: given.base.id, password: given.password }
  return {
    given,
    base: oneC((request) => door.fetch(request), account),
    read: async () => readWaiting(world.ports),
  }
}

/** What 1C has said of an invoice. */
export async function saidOf({ ports }: World, invoice: string): Promise<SaidOfInvoice | undefined> {
  return (await ports.exchange.saidOf([invoice]))[0]
}

/** A file of the samples. */
export function sample(name: string): Uint8Array {
  return readFileSync(join('test/exchange/fixtures', name))
}

/** An issued invoice as it is kept, with the id that the samples name. */
export function anIssued(id: string, dealId: string, more: Partial<KeptInvoice> = {}): KeptInvoice {
  const kopecks = more.kopecks ?? 12_000_000
  return {
    id,
    version: 2,
    isIssued: true,
    dealId,
    kind: 'whole',
    name: 'Invoice',
    seller: 'main',
    number: id.slice(4),
    on: '2026-11-20',
    dueOn: null,
    buyer: { ...alpha, kpp: '500101001' },
    lines: [{ name: 'Настройка CRM "под ключ" & обучение', quantity: 1, unit: 'шт.', priceKopecks: kopecks }],
    kopecks,
    vatPercent: 22,
    vatKopecks: Math.round((kopecks * 22) / 122),
    shares: [],
    createdAt: '2026-11-20T07:00:00.000Z',
    createdBy: 'alex',
    ...more,
  }
}
