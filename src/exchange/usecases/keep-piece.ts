import {
  beginsAnew,
  isArchive,
  isWhole,
  mostFileBytes,
  mostParts,
  partBytes,
  pieceBytes,
  safeName,
  tailAfter,
} from '#exchange/domain/file-pieces'
import { exchangeSaying } from '#exchange/words/exchange-refusal'
import type { FilePlace, KeptFile } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { Saying } from '#schemas/saying'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { OpenSession } from './open-session'
import { bytesMark, hexOf } from './secrets'

type Needs = Pick<Ports, 'clock' | 'exchange' | 'outlet'>

/**
 * Keeps a piece of a file behind those that came before; undefined where it is kept, otherwise why it is not. What is whole
 * by it is told to whoever reads files. A piece that begins a file begins it anew, and the last piece of a whole file that
 * comes once more changes nothing: its answer was lost.
 */
export async function keepPiece(
  ports: Needs,
  { base, session }: OpenSession,
  { written, bytes }: { readonly written: string; readonly bytes: Uint8Array },
): Promise<Saying | undefined> {
  const name = safeName(written)
  if (name === undefined) return exchangeSaying('no_name', { name: written.slice(0, 100) })
  if (bytes.length === 0) return exchangeSaying('no_bytes')
  if (bytes.length > 2 * pieceBytes) return exchangeSaying('piece_too_large', { bytes: bytes.length, most: pieceBytes })
  const place = { base: base.id, session: session.id, name }
  const at = ports.clock.now()
  const part = await putPiece(ports, place, bytes, at)
  return whileOthersWrite(`The file ${name} was written`, async () => {
    const was = await ports.exchange.findFile(place)
    if (was !== undefined && isLastAgain(was, part)) return undefined
    const begun = was === undefined || isBegun(was, part, bytes) ? newFile(place, was) : was
    const next = withPiece(begun, { part, bytes, at })
    const saved = await ports.exchange.saveFile({ ...next, rev: (was?.rev ?? 0) + 1 }, at, next.state === 'whole')
    if (!saved) return again
    return next.why
  })
}

/** Writes the bytes first, under a name that nobody else has: what is not listed in a file was never there. */
async function putPiece({ exchange, outlet }: Needs, place: FilePlace, bytes: Uint8Array, at: string): Promise<string> {
  const id = hexOf(outlet.randomBytes(5))
  const count = Math.ceil(bytes.length / partBytes)
  const items = Array.from({ length: count }, (_, no) => bytes.subarray(no * partBytes, (no + 1) * partBytes))
  await Promise.all(items.map((item, no) => exchange.putPart(place, `${id}.${no}`, item, at)))
  return `${id}:${count}:${bytesMark(bytes)}`
}

const markOf = (part: string | undefined): string | undefined => part?.slice(part.lastIndexOf(':') + 1)

function isLastAgain({ state, parts }: KeptFile, part: string): boolean {
  return (state === 'whole' || state === 'read') && markOf(parts.at(-1)) === markOf(part)
}

function isBegun({ state, parts }: KeptFile, part: string, bytes: Uint8Array): boolean {
  if (state !== 'open' || beginsAnew(bytes)) return true
  return isArchive(bytes) && parts.length > 1 && markOf(parts[0]) === markOf(part)
}

function newFile(place: FilePlace, was: KeptFile | undefined): KeptFile {
  return {
    ...place,
    rev: 0,
    upload: (was?.upload ?? 0) + 1,
    state: 'open',
    bytes: 0,
    parts: [],
    tail: '',
    done: 0,
    inside: [],
    received: 0,
    booked: 0,
    refused: 0,
    notes: [],
    notesLeftOut: 0,
  }
}

type Piece = { readonly part: string; readonly bytes: Uint8Array; readonly at: string }

function withPiece(file: KeptFile, { part, bytes, at }: Piece): KeptFile {
  const tail = tailAfter(Buffer.from(file.tail, 'base64'), bytes)
  const next = {
    ...file,
    bytes: file.bytes + bytes.length,
    parts: [...file.parts, part],
    tail: Buffer.from(tail).toString('base64'),
  }
  if (next.bytes > mostFileBytes)
    return { ...next, state: 'failed', why: exchangeSaying('file_too_large', { most: mostFileBytes }) }
  if (next.parts.length > mostParts)
    return { ...next, state: 'failed', why: exchangeSaying('too_many_parts', { most: mostParts }) }
  return isWhole(tail) ? { ...next, state: 'whole', wholeAt: at } : next
}
