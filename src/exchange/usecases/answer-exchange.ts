import { mostFileBytes, pieceBytes } from '#exchange/domain/file-pieces'
import { schemaVersion } from '#exchange/domain/write-orders'
import { exchangeSaying, exchangeWords } from '#exchange/words/exchange-refusal'
import type { Ports } from '#ports/ports'
import type { Saying } from '#schemas/saying'
import {
  beginSession,
  changeSession,
  cookieName,
  openSession,
  signedBase,
  type OpenSession,
  type Signed,
} from './open-session'

type Needs = Pick<Ports, 'clock' | 'deals' | 'exchange' | 'ids' | 'money' | 'outlet' | 'rules'>

/** What 1C asks. */
export type ExchangeAsk = Signed & {
  readonly method: string
  readonly query: URLSearchParams
  readonly body: () => Promise<Uint8Array>
}

/** What 1C is told: words on the first lines, or a file. */
export type ExchangeAnswer = {
  readonly status: number
  readonly type: string
  readonly body: string
}

/**
 * Answers 1C by the protocol of its exchange with a site, step by step. Whatever is wrong is said in the words of the
 * protocol, `failure` and the reason; never a fault that 1C would show as its own.
 */
export async function answerExchange(ports: Needs, ask: ExchangeAsk, waitMs: number): Promise<ExchangeAnswer> {
  const { query, authorization } = ask
  const [type, mode] = [query.get('type') ?? 'sale', query.get('mode') ?? '']
  if (mode === 'checkauth') return checkAuth(ports, authorization)
  const opened = await openSession(ports, ask)
  if ('say' in opened) return failure([opened], 401)
  if (type !== 'sale') return failure([exchangeSaying('bad_type', { type: type.slice(0, 40) })])
  switch (mode) {
    case 'init':
      return lines([
        'zip=no',
        `file_limit=${pieceBytes}`,
        ...(query.has('version') ? [`version=${schemaVersion}`] : []),
      ])
    case 'query':
      return giveInvoices(ports, opened)
    case 'success':
      await (await import('./give-batch')).confirmBatch(ports, opened)
      return lines(['success'])
    case 'file':
      return takePiece(ports, opened, ask)
    case 'import':
      return sayHowFar(ports, opened, { written: query.get('filename') ?? '', waitMs })
    // Later versions say that they are done.
    case 'complete':
    case 'deactivate':
      return lines(['success'])
    default:
      return failure([exchangeSaying('bad_mode', { mode: mode.slice(0, 40) })])
  }
}

/** What 1C is told where something of ours is broken: it repeats the exchange, and nothing is lost. */
export function insideFailure(): Promise<ExchangeAnswer> {
  return failure([exchangeSaying('inside')])
}

async function checkAuth(ports: Needs, authorization: string): Promise<ExchangeAnswer> {
  const base = await signedBase(ports, authorization)
  if (base === undefined) return failure([exchangeSaying('bad_password')], 401)
  return lines(['success', cookieName, await beginSession(ports, base)])
}

async function giveInvoices(ports: Needs, opened: OpenSession): Promise<ExchangeAnswer> {
  const { model } = await ports.rules.current()
  const { oneC } = model
  if (oneC === undefined) {
    const about = exchangeSaying('rules_unset')
    await changeSession(ports, opened.session, () => ({ state: 'failed', notes: [{ weight: 'fault', about }] }))
    return failure([about])
  }
  const body = await (await import('./give-batch')).giveBatch(ports, opened, { model, oneC })
  return { status: 200, type: 'text/xml; charset=utf-8', body }
}

async function takePiece(ports: Needs, opened: OpenSession, { query, body }: ExchangeAsk): Promise<ExchangeAnswer> {
  const { keepPiece } = await import('./keep-piece')
  const refused = await keepPiece(ports, opened, { written: query.get('filename') ?? '', bytes: await body() })
  if (refused === undefined) return lines(['success'])
  await changeSession(ports, opened.session, ({ notes }) => ({
    state: 'failed',
    notes: [...notes, { weight: 'fault' as const, about: refused }].slice(0, 20),
  }))
  return failure([refused])
}

async function sayHowFar(
  ports: Needs,
  opened: OpenSession,
  ask: { readonly written: string; readonly waitMs: number },
): Promise<ExchangeAnswer> {
  const state = await (await import('./say-import')).sayImport(ports, opened, ask)
  switch (state.is) {
    case 'success':
      return lines(['success'])
    case 'progress':
      return lines(['progress', ...(await Promise.all(state.says.map((one) => exchangeWords(one, 'ru'))))])
    case 'failure':
      return failure(state.says)
  }
}

/** What 1C shows as it stands: it speaks Russian. The reason is one line, whatever it is made of. */
async function failure(says: readonly Saying[], status = 200): Promise<ExchangeAnswer> {
  const words = await Promise.all(says.map((one) => exchangeWords(one, 'ru')))
  return { ...lines(['failure', words.join(' ').replaceAll(/\s+/g, ' ')]), status }
}

function lines(all: readonly string[]): ExchangeAnswer {
  return { status: 200, type: 'text/plain; charset=utf-8', body: all.join('\n') }
}

/** A body may be no larger than the largest piece, and a whole file no larger than this. */
export const mostBodyBytes = Math.min(2 * pieceBytes, mostFileBytes)
