import type { Context } from 'hono'

import type * as validators from '#generated/validators'
import type { Validator } from '#generated/validators'
import type { ShapeName } from '#schemas/shapes'

import type { FaultWords } from './fault-words'
import { languageOf } from './asked-language'
import { DoorFault } from './door-fault'
import { doorFault } from './words/door-refusal'

type Validators = typeof validators & Partial<Record<string, Validator>>

/** Loaded with the first body or query: many requests have neither, and a start should not pay for them. */
const loadValidators = async () => (await import('#generated/validators')) as unknown as Validators

/** The checked body of a request, or a problem with all its faults at once. An empty body counts as `{}`. */
export async function readBody(context: Context, shape: ShapeName): Promise<unknown> {
  refuseEncoded(context.req.header('content-encoding'))
  const text = await readText(context.req.raw)
  if (text !== '') refuseOtherType(context.req.header('content-type'))
  const body = text === '' ? {} : await parsed(text)
  await check(context, { shape, value: body, where: 'body', empty: text === '' })
  return body
}

/** The checked query of a request with numbers as numbers and defaults filled in. */
export async function readQuery(context: Context, shape: ShapeName | undefined): Promise<unknown> {
  const given = context.req.queries()
  const query = Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
  if (shape !== undefined) return check(context, { shape, value: query, where: 'query', empty: false })
  const [name] = Object.keys(query)
  if (name === undefined) return undefined
  const { noParameters, noParameter } = await wordsFor(context)
  const errors = [{ in: 'query', pointer: name, detail: noParameter(name) }] as const
  throw new DoorFault('invalid_input', noParameters, { errors })
}

async function readText(request: Request): Promise<string> {
  const bytes = await request.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw doorFault('malformed_json.not_utf8')
  }
}

function refuseOtherType(type: string | undefined): void {
  const sent = (type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^application\/(?:[\w.-]+\+)?json$/.test(sent)) return
  throw doorFault('media_type', { type: sent }, { headers: { accept: 'application/json' } })
}

/** Nothing is unpacked here: what is read is what was sent, and no small body becomes a large one. */
function refuseEncoded(encoding: string | undefined): void {
  const sent = (encoding ?? 'identity').trim().toLowerCase()
  if (sent === 'identity' || sent === '') return
  throw doorFault('media_type.encoded', { encoding: sent }, { headers: { 'accept-encoding': 'identity' } })
}

async function parsed(text: string): Promise<unknown> {
  const body = await parsedOrFault(text)
  // Half of a surrogate pair can only be sent as an escape and is only written as one; no store and no screen can hold it.
  if (/\\u[dD][89a-fA-F]/.test(text) && /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(body))) {
    throw doorFault('malformed_json.half')
  }
  return body
}

async function parsedOrFault(text: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch {
    const { jsonFaultAt } = await import('./json-fault')
    const { line, column, isFurther } = jsonFaultAt(text)
    throw doorFault(isFurther ? 'malformed_json.further' : 'malformed_json', { line, column })
  }
}

/** What says what is wrong, in the language of whoever asks. */
async function wordsFor(context: Context): Promise<FaultWords> {
  const isRussian = languageOf(context.req.header('accept-language')) === 'ru'
  return isRussian ? (await import('./fault-words-ru')).faultWordsRu : (await import('./fault-words')).faultWords
}

type Given = {
  readonly shape: ShapeName
  readonly value: unknown
  readonly where: 'body' | 'query'
  readonly empty: boolean
}

async function check(context: Context, { shape, value, where, empty }: Given): Promise<unknown> {
  const generated = await loadValidators()
  const validate = generated[shape]
  if (validate === undefined) throw new Error(`The shape ${shape} has no generated validator: run npm run generate.`)
  if (validate(value)) return value
  // Most bodies are right: what says what is wrong with one is loaded with the first that is not.
  const [{ faultSentences }, words] = await Promise.all([import('./fault-sentences'), wordsFor(context)])
  const errors = faultSentences(validate.errors ?? [], { shape, value, where, known: generated.known, words })
  const first = errors[0]?.detail ?? ''
  const many = errors.length > 1 ? words.more(first, errors.length - 1) : first
  throw new DoorFault('invalid_input', empty ? words.noBody(first) : many, { errors })
}
