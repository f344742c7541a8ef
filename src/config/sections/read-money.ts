import { originAt, remember, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveName } from '#config/names/resolve-name'
import { parseNumber, parsePercent } from '#config/values/parse-value'
import { mapOf, scalarOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode } from '#config/yaml/tree'
import { oneCMeanings, type OneC, type OneCMeaning } from '#schemas/exchange/one-c-rules'
import type { Bank, InvoiceKind, Model, Seller, Series } from '#schemas/model'
import { readDuration } from './read-tasks'

type Read = Pick<Model, 'sellers' | 'numbers' | 'invoices' | 'bank' | 'oneC'>

/** Reads our legal entities, series of numbers, kinds of invoices, what becomes of money that comes in, and what 1C gets. */
export function readMoney(context: Context, root: MapNode): Read {
  const sellers = tableOf(root, 'sellers', (entry, map) => readSeller(context, entry, map))
  const numbers = tableOf(root, 'numbers', (entry, map) => readSeries(context, entry, map))
  const invoices = tableOf(root, 'invoices', (entry, map) => readInvoice(context, entry, map))
  const bank = mapOf(root, 'bank')
  const oneC = mapOf(root, 'one_c')
  return {
    ...(sellers === undefined ? {} : { sellers }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(invoices === undefined ? {} : { invoices }),
    ...(bank === undefined ? {} : { bank: readBank(context, bank) }),
    ...(oneC === undefined ? {} : { oneC: readOneC(context, oneC) }),
  }
}

function tableOf<T extends object>(
  root: MapNode,
  key: string,
  read: (entry: Entry, map: MapNode) => T,
): Readonly<Record<string, T>> | undefined {
  const entries = mapOf(root, key)?.entries
  if (entries === undefined) return undefined
  return Object.fromEntries(
    entries.flatMap((entry) => (entry.value.kind === 'map' ? [[entry.key, read(entry, entry.value)] as const] : [])),
  )
}

function readSeller(context: Context, entry: Entry, map: MapNode): Seller {
  const bare = (key: string): string => (textOf(map, key) ?? '').replaceAll(/\s/g, '')
  const optional = ['kpp', 'ogrn'].flatMap((key) => (bare(key) === '' ? [] : [[key, bare(key)] as const]))
  const texts = ['address', 'bank'].flatMap((key) => {
    const text = textOf(map, key)
    return text === undefined ? [] : [[key, text] as const]
  })
  const signer = mapOf(map, 'signer')
  const vat = readVat(context, map)
  const seller: Seller = {
    id: entry.key,
    name: textOf(map, 'name') ?? entry.key,
    inn: bare('inn'),
    account: bare('account'),
    bik: bare('bik'),
    ...(bare('corr_account') === '' ? {} : { corrAccount: bare('corr_account') }),
    ...Object.fromEntries([...optional, ...texts]),
    ...(vat === undefined ? {} : { vat }),
    ...(signer === undefined
      ? {}
      : {
          signer: {
            name: textOf(signer, 'name') ?? '',
            post: textOf(signer, 'post') ?? '',
            ...(textOf(signer, 'acts_on') === undefined ? {} : { actsOn: textOf(signer, 'acts_on') ?? '' }),
          },
        }),
    origin: originAt(context, entry.keyAt, entry.path),
  }
  return remember(context, seller, map)
}

/** The rate of VAT in percent; undefined where none is inside prices. */
function readVat(context: Context, map: MapNode): number | undefined {
  const node = scalarOf(map, 'vat')
  if (node === undefined || node.text.trim() === 'none') return undefined
  const rate = parsePercent(node.text)
  if (rate !== undefined && rate >= 0 && rate < 100) return rate
  const message = say('not-a-vat', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: 'vat: 22%' }) })
  return undefined
}

function readSeries(context: Context, entry: Entry, map: MapNode): Series {
  const start = scalarOf(map, 'start_at')
  const first = start === undefined ? undefined : parseNumber(start.text)
  if (start !== undefined && (first === undefined || !Number.isInteger(first) || first < 1)) {
    const message = say('not-a-first-number', { text: start.text })
    reportIn(context, start, { code: 'unknown-value', message, help: say('write', { text: 'start_at: 1' }) })
  }
  const series: Series = {
    id: entry.key,
    like: textOf(map, 'like') ?? '',
    startsAgain: textOf(map, 'starts_again') === 'never' ? 'never' : 'every_year',
    startAt: first !== undefined && Number.isInteger(first) && first >= 1 ? first : 1,
    origin: originAt(context, entry.keyAt, entry.path),
  }
  return remember(context, series, map)
}

function readInvoice(context: Context, entry: Entry, map: MapNode): InvoiceKind {
  const number = scalarOf(map, 'number')
  const by = scalarOf(map, 'by')
  const payIn = readDuration(context, map, 'pay_in')
  const invoice: InvoiceKind = {
    id: entry.key,
    name: textOf(map, 'name') ?? entry.key,
    number: (number === undefined ? undefined : resolveName(context, number, 'series')) ?? '',
    share: readShare(context, map),
    ...(payIn === undefined ? {} : { payIn }),
    by: (by === undefined ? undefined : resolveName(context, by, 'role', ['owner_manager'])) ?? '',
    origin: originAt(context, entry.keyAt, entry.path),
  }
  return remember(context, invoice, map)
}

function readShare(context: Context, map: MapNode): number {
  const node = scalarOf(map, 'share')
  if (node === undefined) return 100
  const share = parsePercent(node.text)
  if (share !== undefined && share > 0 && share <= 100) return share
  const message = say('not-a-share', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: 'share: 50%' }) })
  return 100
}

function readBank(context: Context, map: MapNode): Bank {
  const by = scalarOf(map, 'by')
  const unmatched = readDuration(context, map, 'unmatched')
  const alone = textOf(map, 'match_alone')
  const bank: Bank = {
    matchAlone: alone === 'nothing' || alone === 'inn_and_amount' ? alone : 'number_and_inn',
    by: (by === undefined ? undefined : resolveName(context, by, 'role', ['owner_manager'])) ?? '',
    ...(unmatched === undefined ? {} : { unmatched }),
    origin: originAt(context, map, map.path),
  }
  return remember(context, bank, map)
}

function readOneC(context: Context, map: MapNode): OneC {
  const codes = (mapOf(map, 'status')?.entries ?? []).flatMap(({ key, value }) => {
    const meaning = value.kind === 'scalar' ? meaningOf(value.text) : undefined
    return meaning === undefined ? [] : [[key, meaning] as const]
  })
  const oneC: OneC = {
    sends: textOf(map, 'sends') === 'nothing' ? 'nothing' : 'invoices',
    believes: textOf(map, 'believes') === 'one_c' ? 'one_c' : 'bank',
    items: textOf(map, 'items') === 'goods' ? 'goods' : 'services',
    status: Object.fromEntries(codes),
    origin: originAt(context, map, map.path),
  }
  return remember(context, oneC, map)
}

function meaningOf(text: string): OneCMeaning | undefined {
  return oneCMeanings.find((one) => one === text)
}
