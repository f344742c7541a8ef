import type { SAXOptions, SAXParser } from 'sax'

import {
  toldBuyers,
  toldDocuments,
  type DocumentFault,
  type ToldBuyer,
  type ToldDocument,
} from '#exchange/domain/told-document'
import type { XmlNode } from '#exchange/domain/xml-node'
import { exchangeSaying } from '#exchange/words/exchange-refusal'
import type { Saying } from '#schemas/saying'

/** What a file of 1C says, as far as it is used here. */
export type CommerceFile = {
  readonly documents: readonly ToldDocument[]
  readonly faults: readonly DocumentFault[]
  readonly buyers: readonly ToldBuyer[]
}

/** Why a file cannot be read at all: nothing of it is taken then. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly about: Saying
  constructor(about: Saying) {
    super(about.say)
    this.about = about
  }
}

/** So many documents a file has at most. */
const mostDocuments = 20_000
const mostDepth = 40
const mostText = 200_000
const mostNodes = 100_000

const root = 'КоммерческаяИнформация'

/**
 * Reads a file of CommerceML as it comes, piece after piece, with one document in memory at a time; a piece may end within
 * a letter. Throws `UnreadableFile` for what is no such file: entities are neither declared nor looked up.
 */
export async function readCommerce(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<CommerceFile> {
  const { default: sax } = await import('sax')
  const reader = commerceReader(sax.parser(true, strictly))
  let decode: Decode | undefined
  for await (const piece of pieces) {
    decode ??= decoderOf(piece)
    reader.write(decode(piece, false))
  }
  if (decode === undefined) throw new UnreadableFile(exchangeSaying('file_cut'))
  reader.write(decode(new Uint8Array(), true))
  return reader.end()
}

/** Only what XML itself explains is an entity. (The types of the parser do not know the option.) */
const strictly: SAXOptions = Object.assign({ position: true }, { strictEntities: true })

type Decode = (piece: Uint8Array, isLast: boolean) => string

/** How the bytes are read, by the mark they begin with or else by what the file says of itself. */
function decoderOf(first: Uint8Array): Decode {
  const [a = 0, b = 0] = first
  const head = Buffer.from(first.subarray(0, 200)).toString('latin1')
  const said = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\bencoding=["']([^"']{1,40})["']/.exec(head)?.[1]?.toLowerCase()
  const byMark = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined
  const encoding = byMark ?? said ?? 'utf-8'
  if (!['utf-8', 'utf8', 'windows-1251', 'cp1251', 'utf-16le', 'utf-16be', 'utf-16'].includes(encoding))
    throw new UnreadableFile(exchangeSaying('bad_encoding', { encoding }))
  const decoder = new TextDecoder(encoding === 'cp1251' ? 'windows-1251' : encoding, { fatal: true })
  return (piece, isLast) => {
    try {
      return decoder.decode(piece, { stream: !isLast })
    } catch {
      const isUtf8 = encoding === 'utf-8' || encoding === 'utf8'
      throw new UnreadableFile(exchangeSaying(isUtf8 ? 'not_utf8' : 'bad_letters', { encoding }))
    }
  }
}

type Growing = { readonly name: string; text: string; readonly children: XmlNode[] }

/** What has been read so far: the documents that are whole, and the elements that are open. */
type Reading = {
  readonly documents: ToldDocument[]
  readonly faults: DocumentFault[]
  readonly buyers: ToldBuyer[]
  readonly open: Growing[]
  depth: number
  nodes: number
  roots: number
}

function commerceReader(parser: SAXParser) {
  const reading: Reading = { documents: [], faults: [], buyers: [], open: [], depth: 0, nodes: 0, roots: 0 }
  const brokenAs = (what: string) => exchangeSaying('bad_xml', { line: parser.line + 1, what })
  parser.onerror = (error) => refuse(brokenAs(faultOf(error.message)))
  parser.ondoctype = () => refuse(exchangeSaying('has_doctype'))
  parser.onopentag = ({ name }) => {
    if (reading.depth === 0 && reading.roots > 0) refuse(brokenAs('root'))
    opened(reading, name.slice(name.indexOf(':') + 1))
  }
  parser.ontext = (text) => said(reading, text)
  parser.oncdata = (text) => said(reading, text)
  parser.onclosetag = () => closed(reading)
  return {
    write: (text: string): void => {
      parser.write(text)
    },
    end: (): CommerceFile => {
      if (reading.roots === 0) refuse(exchangeSaying('not_commerce', { root: '' }))
      if (reading.depth > 0) refuse(exchangeSaying('file_cut'))
      parser.close()
      return reading
    },
  }
}

function refuse(about: Saying): never {
  throw new UnreadableFile(about)
}

function opened(reading: Reading, name: string): void {
  const { open } = reading
  reading.depth += 1
  if (reading.depth > mostDepth) refuse(exchangeSaying('too_deep'))
  if (reading.depth === 1) {
    reading.roots += 1
    if (name !== root) refuse(exchangeSaying('not_commerce', { root: name.slice(0, 40) }))
  }
  if (open.length === 0 && name !== 'Документ' && name !== 'Контрагент') return
  reading.nodes = open.length === 0 ? 1 : reading.nodes + 1
  if (reading.nodes > mostNodes) refuse(exchangeSaying('too_deep'))
  open.push({ name, text: '', children: [] })
}

function said({ open }: Reading, text: string): void {
  const now = open.at(-1)
  if (now === undefined) return
  if (now.text.length + text.length > mostText) refuse(exchangeSaying('too_deep'))
  now.text += text
}

function closed(reading: Reading): void {
  reading.depth -= 1
  const done = reading.open.pop()
  if (done === undefined) return
  const parent = reading.open.at(-1)
  if (parent !== undefined) {
    parent.children.push(done)
    return
  }
  if (done.name === 'Контрагент') {
    reading.buyers.push(...toldBuyers(done))
    return
  }
  const told = toldDocuments(done, exchangeSaying)
  reading.documents.push(...told.documents)
  reading.faults.push(...told.faults)
  if (reading.documents.length + reading.faults.length > mostDocuments)
    refuse(exchangeSaying('too_many_documents', { most: mostDocuments }))
}

/** What the parser means, by the beginning of its sentence. */
function faultOf(message: string): string {
  if (message.startsWith('Invalid character in entity name')) return 'ampersand'
  if (message.startsWith('Invalid character entity')) return 'entity'
  if (/^(?:Unexpected close tag|Unmatched closing tag|Unclosed root tag)/.test(message)) return 'tag'
  if (/^(?:Non-whitespace before first tag|Text data outside of root node)/.test(message)) return 'root'
  return 'other'
}
