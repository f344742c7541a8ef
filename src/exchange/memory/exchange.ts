import { fileEvent } from '#exchange/domain/file-event'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'
import type { ExchangeStore } from '#ports/exchange'
import type {
  FilePlace,
  KeptBase,
  KeptBatch,
  KeptFile,
  KeptSession,
  SaidOfInvoice,
  SentInvoice,
  WaitingFile,
} from '#schemas/exchange/kept-exchange'
import type { DomainEvent } from '#schemas/event'

/** The exchange with 1C in memory, by the rules of the one table. */
export function memoryExchange(heard: (event: DomainEvent) => void): ExchangeStore {
  const bases = shelf<KeptBase>()
  const sessions = shelf<KeptSession>()
  const batches = shelf<KeptBatch>()
  const sent = shelf<SentInvoice>()
  const said = new Map<string, SaidOfInvoice>()
  return {
    bases: async () => bases.all(''),
    findBase: async (id) => bases.get('', id),
    saveBase: async (base) => {
      const isNext = (bases.get('', base.id)?.rev ?? 0) === base.rev - 1
      if (isNext) bases.put('', base.id, kept(base))
      return isNext
    },
    findSession: async (base, id) => sessions.get(base, id),
    saveSession: async (session) => {
      const isNext = (sessions.get(session.base, session.id)?.rev ?? 0) === session.rev - 1
      if (isNext) sessions.put(session.base, session.id, kept(session))
      return isNext
    },
    sessions: async (base, limit) => sessions.page(base, { newestFirst: true, limit }).items,
    batch: async (base, session) => batches.get(base, session),
    keepBatch: async (base, session, batch) => batches.put(base, session, kept(batch)),
    sentTo: async (base) => sent.all(base),
    noteSent: async (base, one) => {
      if (one.version > (sent.get(base, one.invoice)?.version ?? 0)) sent.put(base, one.invoice, kept(one))
    },
    ...filesIn(heard),
    ...counterpartiesIn(),
    saidOf: async (invoices) => invoices.flatMap((id) => said.get(id) ?? []),
    keepSaid: async (one) => {
      said.set(one.invoice, kept(one))
    },
  }
}

type Counterparties = Pick<
  ExchangeStore,
  'counterparties' | 'counterparty' | 'counterpartiesOf' | 'dropCounterparty' | 'keepCounterparties'
>

function counterpartiesIn(): Counterparties {
  const known = shelf<{ readonly seller: string; readonly id: string }>()
  const knownAs = (who: string, seller: string, otherwise: string): string => {
    if (known.get(who, seller) === undefined) known.put(who, seller, { seller, id: otherwise })
    return known.get(who, seller)?.id ?? otherwise
  }
  return {
    counterparty: async (who, seller, otherwise) => knownAs(who, seller, otherwise),
    keepCounterparties: async (news) =>
      new Map(news.map(({ who, seller, otherwise }) => [`${who}#${seller}`, knownAs(who, seller, otherwise)] as const)),
    counterparties: async (asked) =>
      new Map(
        asked.flatMap(({ who, seller }) => {
          const id = known.get(who, seller)?.id
          return id === undefined ? [] : [[`${who}#${seller}`, id] as const]
        }),
      ),
    counterpartiesOf: async (who) => known.all(who),
    dropCounterparty: async (who, seller) => known.take(who, seller),
  }
}

type OfFiles = Pick<ExchangeStore, 'findFile' | 'files' | 'saveFile' | 'putPart' | 'part' | 'toRead' | 'wasRead'>

function filesIn(heard: (event: DomainEvent) => void): OfFiles {
  const files = shelf<KeptFile>()
  const parts = shelf<Uint8Array>()
  const waiting = shelf<WaitingFile>()
  const keyOf = ({ session, name }: FilePlace) => `${session}#${name}`
  const whereOf = (place: FilePlace) => `${place.base}#${keyOf(place)}`
  return {
    findFile: async (place) => files.get(place.base, keyOf(place)),
    files: async (base, session) => files.all(base, { from: session }),
    saveFile: async (file, at, tell = false) => {
      if ((files.get(file.base, keyOf(file))?.rev ?? 0) !== file.rev - 1) return false
      files.put(file.base, keyOf(file), kept(file))
      if (tell) {
        const { base, session, name, upload } = file
        waiting.put('', `${whereOf(file)}#${upload}`, { base, session, name, upload })
        heard(fileEvent(file, at))
      }
      return true
    },
    putPart: async (place, part, bytes) => parts.put(whereOf(place), part, bytes.slice()),
    part: async (place, part) => parts.get(whereOf(place), part),
    toRead: async (limit) => waiting.page('', { limit }).items,
    wasRead: async (file) => waiting.take('', `${whereOf(file)}#${file.upload}`),
  }
}
