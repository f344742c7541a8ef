import { languagePort } from '#config/language-port'
import { systemCaller } from '#domain/kernel/access'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import { storePorts } from '#product/store-ports'
import type { WordRecord } from '#schemas/search-names'
import { wordItems } from '#search/store/word-store'
import { tellingWords } from '#search/domain/spelling'
import { wordsOfAddress, wordsOfNumber, wordsOfPhones } from '#search/domain/words-of'
import { search } from '#search/usecases/search'
import { wordsTableOf } from '#store/table'

import { heading, printTable, short, spreadOf } from './print'
import { table } from './product'
import { putAll } from './report-seed'
import { wireMeter } from './wire-meter'
import { proveSearch, tellProof } from './search-proof'
import { yardstickMs } from './yardstick'

const times = 200
const owners = Array.from({ length: 20 }, (_, no) => `seller_${no}`)

/** What a search takes over so many clients and as many deals: time, requests and read units, by what is typed. */
export async function measureSearch(count = 100_000): Promise<void> {
  heading(`Search over ${count} clients and ${count} deals`)
  const store = await openStore()
  await ensureTable(store, table)
  const document = localDynamo(store.line)
  try {
    const from = performance.now()
    const records = Array.from({ length: count * 2 }, (_, no) => aRecord(no))
    let items = 0
    for (let first = 0; first < records.length; first += 1000) {
      const batch = records.slice(first, first + 1000).flatMap(wordItems)
      items += batch.length
      // oxlint-disable-next-line no-await-in-loop -- so that they are not all in memory at once
      await putAll({ document, table: wordsTableOf(table) }, batch)
    }
    console.log(
      `${items} words of ${records.length} things, written in ${short((performance.now() - from) / 1000)} s.\n`,
    )
    const kept = storePorts({ document, table, contactSecret: 'contacts of the benchmark' }, languagePort)
    // No rules are published here, and none say who is told whose a client is.
    const ports = { ...kept, rules: { ...kept.rules, current: async () => ({ model: {} }) as never } }
    const cost = wireMeter(document)
    const everybody = { caller: systemCaller('system', 'bench'), people: { employees: {}, departments: {} } }
    const one = { kind: 'employee', id: owners[0] ?? '' } as const
    const own = {
      ...everybody,
      caller: {
        ...everybody.caller,
        actor: one,
        employee: one.id,
        reach: { ...everybody.caller.reach, deals_read: 'own', clients_read: 'own' },
      },
    } as const
    const rows = []
    for (const { name, typed, asker } of questions(records, { everybody, own })) {
      const tookMs: number[] = []
      const [requests, units]: [number[], number[]] = [[], []]
      for (let no = 0; no < times; no += 1) {
        const q = typed(records[(no * 7919) % records.length] ?? aRecord(no))
        const began = performance.now()
        await search(ports, asker, { q })
        tookMs.push(performance.now() - began)
        const used = cost()
        requests.push(used.requests)
        units.push(used.readUnits)
      }
      const [ms, asked, read] = [spreadOf(tookMs), spreadOf(requests), spreadOf(units)]
      rows.push([name, ms.p50, ms.p95, asked.p50, asked.p95, asked.max, read.p50, read.p95, read.max, yardstickMs()])
    }
    const heads = ['requests', 'p95', 'most', 'read units', 'p95', 'most']
    printTable(['typed', 'p50, ms', 'p95, ms', ...heads, 'yardstick, ms'], rows)
    tellProof(await proveSearch(ports, records, { asker: own, phoneOf: ({ id }) => phoneOf(Number(id.slice(2))) }))
  } finally {
    document.destroy()
    await store.stop()
  }
}

type Asker = Parameters<typeof search>[1]

function questions(records: readonly WordRecord[], { everybody, own }: Readonly<Record<'everybody' | 'own', Asker>>) {
  const anybody = records[0] ?? aRecord(0)
  const wordOf = ({ title }: WordRecord, at: number) => title.split(' ').at(at) ?? anybody.title
  const ask = (name: string, typed: (record: WordRecord) => string, asker = everybody) => ({ name, typed, asker })
  return [
    ask('four letters', (record) => wordOf(record, 0).slice(0, 4)),
    ask('a surname', (record) => wordOf(record, 0)),
    ask('surname and the start of the first name', (record) => `${wordOf(record, 0)} ${wordOf(record, 1).slice(0, 2)}`),
    ask('four last digits of a phone', (record) => phoneOf(Number(record.id.slice(2))).slice(-4)),
    ask('a phone', (record) => phoneOf(Number(record.id.slice(2)))),
    ask('an INN', (record) => innOf(Number(record.id.slice(2)))),
    ask('an e-mail address', (record) => emailOf(Number(record.id.slice(2)))),
    ask('the number of a contract', (record) => contractOf(Number(record.id.slice(2)))),
    ask('nothing that is there', (record) => `ъ${record.id}`),
    ask('two frequent words', () => 'поставка монтаж'),
    ask('four letters, by who sees one of twenty', (record) => wordOf(record, 0).slice(0, 4), own),
  ]
}

/** Deals, companies and people in turn; each says what it would say. */
function aRecord(no: number): WordRecord {
  const kind = no % 2 === 0 ? 'deal' : no % 4 === 1 ? 'company' : 'person'
  const [surname, first, father] = [wordFor(no, 3), wordFor(no * 31 + 7, 2), wordFor(no * 17 + 3, 2)]
  const title =
    kind === 'deal'
      ? `${works[no % works.length]} ${works[(no * 3) % works.length]} ${surname}`
      : `${surname} ${first} ${father}`
  const numbers = [...wordsOfPhones(phoneOf(no)), ...wordsOfAddress(emailOf(no)), ...wordsOfNumber(innOf(no))]
  return {
    kind,
    id: `x_${no}`,
    at: new Date(Date.UTC(2020, 0, 1) + no * 900_000).toISOString(),
    owner: owners[(no * 13) % owners.length] ?? '',
    title,
    about: kind === 'deal' ? `ООО «${first}»` : '',
    words: [
      ...new Set([
        ...tellingWords(`${title} ${first}`),
        ...numbers,
        ...(kind === 'deal' ? wordsOfNumber(contractOf(no)) : []),
      ]),
    ],
  }
}

const works = 'поставка,монтаж,ремонт,обслуживание,проект,аренда,поставщик,модернизация'.split(',')
const syllables = 'ба,ве,го,ди,жу,за,ко,ла,ме,но,пу,ри,со,та,фе,хо,ца,че,шу,ян'.split(',')

/** A word of so many syllables, the same for the same number; some hundreds of people bear one. */
function wordFor(no: number, length: number): string {
  let rest = (no * 2_654_435_761) % 2 ** 31
  return Array.from({ length: length + 1 }, () => {
    const syllable = syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length) + no
    return syllable
  })
    .slice(0, length)
    .join('')
}

const phoneOf = (no: number): string => `+7945${String((no * 7919) % 10_000_000).padStart(7, '0')}`
const innOf = (no: number): string => `00${String((no * 104_729) % 100_000_000).padStart(8, '0')}`
const emailOf = (no: number): string => `client${no}@box${no % 20_000}.example`
const contractOf = (no: number): string => `Д-2026/${no}`
