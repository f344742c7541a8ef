import { fileOf } from '#exchange/domain/file-event'
import { isArchive, mostFileBytes, withoutRepeats } from '#exchange/domain/file-pieces'
import { invoiceIn, type DocumentFault, type ToldDocument } from '#exchange/domain/told-document'
import { exchangeSaying } from '#exchange/words/exchange-refusal'
import type { ExchangeNote, KeptFile, KeptSession, WaitingFile } from '#schemas/exchange/kept-exchange'
import type { DomainEvent } from '#schemas/event'
import type { Saying } from '#schemas/saying'
import { inTurns } from '#usecases/in-groups'
import { isZipFault, unpackZip } from '#usecases/files/unpack-zip'
import { applyDocument, knownOf, openApplying, type Applying, type ApplyNeeds } from './apply-document'
import { changeSession } from './open-session'
import { readCommerce, UnreadableFile, type CommerceFile } from './read-commerce'

type Needs = ApplyNeeds

/** So many documents are done before it is noted how far a file is. */
const sliceSize = 100
/** So many documents of a file are done when it comes; the clock goes on with the others. */
const mostAtOnce = 2_000
/** So many files are looked for by the clock. */
const mostFiles = 50
const mostNotes = 100
/** So many invoices are looked at side by side. */
const invoicesAtOnce = 10

/** Reads the file that an event tells of. Twice or late is as good as once: what a document says is done once. */
export async function readReceived(ports: Needs, event: DomainEvent): Promise<void> {
  const place = fileOf(event)
  if (place !== undefined) await readFile(ports, place, mostAtOnce)
}

/** Reads what is whole and was not read to its end, because a process ended before it could, or there was too much of it. */
export async function readWaiting(ports: Needs): Promise<void> {
  for (const place of await ports.exchange.toRead(mostFiles)) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    await readFile(ports, place, Number.POSITIVE_INFINITY)
  }
}

/** Does so many of its documents that were not done yet. */
async function readFile(ports: Needs, place: WaitingFile, most: number): Promise<void> {
  const file = await ports.exchange.findFile(place)
  if (file === undefined) return
  // Begun anew: the upload that is asked for is none any more, and the new one waits by itself.
  if (file.upload !== place.upload) return ports.exchange.wasRead(place)
  if (file.state === 'read' || file.state === 'failed') return endLate(ports, file, file.state)
  const base = await ports.exchange.findBase(place.base)
  if (file.state === 'open' || base === undefined) return
  try {
    const { commerce, inside } = await contentsOf(ports, file)
    const applying = await openApplying(ports, { base, source: place.session })
    await applyAll(ports, { ...file, inside }, { commerce, applying, most })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    await finish(ports, file, { state: 'failed', why: error.about })
  }
}

/** What a file says; pieces that came twice in a row are left out where it makes no sense with them. */
async function contentsOf(ports: Needs, file: KeptFile) {
  try {
    return await readParts(ports, file, file.parts)
  } catch (error) {
    const once = error instanceof UnreadableFile ? withoutRepeats(file.parts) : undefined
    if (once === undefined) throw error
    return readParts(ports, file, once)
  }
}

type Contents = { readonly commerce: CommerceFile; readonly inside: readonly string[] }

async function readParts(ports: Needs, file: KeptFile, parts: readonly string[]): Promise<Contents> {
  const [first] = parts
  const head = first === undefined ? undefined : await ports.exchange.part(file, `${first.split(':')[0]}.0`)
  if (head === undefined) throw new UnreadableFile(exchangeSaying('file_cut'))
  if (!isArchive(head)) return { commerce: await readCommerce(bytesOf(ports, file, parts)), inside: [] }
  const pieces: Uint8Array[] = []
  for await (const piece of bytesOf(ports, file, parts)) pieces.push(piece)
  return unpacked(Buffer.concat(pieces))
}

async function unpacked(bytes: Uint8Array): Promise<Contents> {
  const limits = { packed: mostFileBytes, unpacked: mostFileBytes, entries: 100 }
  const found = unpackZip(bytes, { limits, wanted: (name) => name.toLowerCase().endsWith('.xml') })
  if (isZipFault(found)) throw new UnreadableFile(exchangeSaying('bad_archive', { why: found.is }))
  if (found.size === 0) throw new UnreadableFile(exchangeSaying('no_xml_inside'))
  const read: CommerceFile[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other, so that one is in memory
  for (const one of found.values()) read.push(await readCommerce([one]))
  const commerce = {
    documents: read.flatMap(({ documents }) => documents),
    faults: read.flatMap(({ faults }) => faults),
    buyers: read.flatMap(({ buyers }) => buyers),
  }
  return { commerce, inside: [...found.keys()].map((name) => name.split('/').at(-1) ?? name) }
}

async function* bytesOf({ exchange }: Needs, file: KeptFile, parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    const [id = '', count = '0'] = part.split(':')
    for (let no = 0; no < Number(count); no += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one piece is in memory at a time
      const bytes = await exchange.part(file, `${id}.${no}`)
      if (bytes === undefined) throw new UnreadableFile(exchangeSaying('file_cut'))
      yield bytes
    }
  }
}

type Reading = { readonly commerce: CommerceFile; readonly applying: Applying; readonly most: number }

async function applyAll(ports: Needs, begun: KeptFile, { commerce, applying, most }: Reading): Promise<void> {
  let file = begun.done === 0 ? withFaults(begun, commerce.faults) : begun
  const { documents } = commerce
  if (file.done === 0) await applying.adopt(commerce.buyers)
  const stop = Math.min(documents.length, file.done + most)
  while (file.done < stop) {
    let next = file
    const slice = documents.slice(file.done, Math.min(stop, file.done + sliceSize))
    // oxlint-disable-next-line no-await-in-loop -- how far it is has to be noted before it goes on
    for (const applied of await applySlice(ports, applying, slice)) next = withApplied(next, applied)
    next = { ...next, done: Math.min(stop, file.done + sliceSize), rev: file.rev + 1 }
    // oxlint-disable-next-line no-await-in-loop
    if (!(await ports.exchange.saveFile(next, ports.clock.now()))) return
    file = next
  }
  if (file.done < documents.length) return
  await finish(ports, file, { state: file.refused > 0 ? 'failed' : 'read' })
}

/**
 * Invoices side by side, what is said of one of them one after the other: an order behind its payments, so that what it says
 * of being paid is not booked first and taken back for them.
 */
async function applySlice(
  ports: Needs,
  applying: Applying,
  slice: readonly ToldDocument[],
): Promise<readonly Applied[]> {
  const known = await knownOf(ports, slice)
  const byInvoice = new Map<string, ToldDocument[]>()
  for (const told of slice) {
    const id = invoiceIn(told) ?? told.id
    byInvoice.set(id, [...(byInvoice.get(id) ?? []), told])
  }
  const applied = await inTurns([...byInvoice.values()], invoicesAtOnce, async (own) => {
    const done: Applied[] = []
    // oxlint-disable-next-line no-await-in-loop
    for (const told of own.toSorted(ordersLast)) done.push(await applyDocument(ports, applying, { told, known }))
    return done
  })
  return applied.flat()
}

function ordersLast(one: ToldDocument, other: ToldDocument): number {
  return Number(one.kind === 'order') - Number(other.kind === 'order')
}

function withFaults(file: KeptFile, faults: readonly DocumentFault[]): KeptFile {
  const notes = faults.map(({ about }): ExchangeNote => ({ weight: 'fault', about }))
  return withApplied(file, { received: faults.length, booked: 0, refused: faults.length, notes })
}

type Applied = Pick<KeptFile, 'received' | 'booked' | 'refused' | 'notes'>

function withApplied(file: KeptFile, { received, booked, refused, notes }: Applied): KeptFile {
  const all = [...file.notes, ...notes]
  return {
    ...file,
    received: file.received + received,
    booked: file.booked + booked,
    refused: file.refused + refused,
    notes: all.slice(0, mostNotes),
    notesLeftOut: file.notesLeftOut + Math.max(0, all.length - mostNotes),
  }
}

/** Says that a file was read to its end, or cannot be; where it was begun anew meanwhile, nothing is said of it. */
async function finish(
  ports: Needs,
  file: KeptFile,
  became: { readonly state: Ended; readonly why?: Saying },
): Promise<void> {
  const { exchange, clock } = ports
  if (!(await exchange.saveFile({ ...file, ...became, rev: file.rev + 1 }, clock.now()))) return
  await endSession(ports, file, became.state)
}

/** A session ends as its file did. */
async function endSession(ports: Needs, file: KeptFile, became: Ended): Promise<void> {
  await changeSession(ports, { base: file.base, id: file.session }, ({ state }) => ({ state: endedAs(state, became) }))
  await ports.exchange.wasRead(file)
}

/** The same for a file that was read before, where a process died before it could say so of the session. */
async function endLate(ports: Needs, file: KeptFile, became: Ended): Promise<void> {
  const session = await ports.exchange.findSession(file.base, file.session)
  const isSaid = session === undefined || endedAs(session.state, became) === session.state
  return isSaid ? ports.exchange.wasRead(file) : endSession(ports, file, became)
}

type Ended = 'read' | 'failed'

function endedAs(state: KeptSession['state'], became: Ended): KeptSession['state'] {
  if (became === 'failed') return 'failed'
  return state === 'open' ? 'done' : state
}
