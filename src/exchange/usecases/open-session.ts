import { exchangeSaying } from '#exchange/words/exchange-refusal'
import { msOf } from '#domain/time/zone'
import type { KeptBase, KeptSession } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { Saying } from '#schemas/saying'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { hasHash, hexOf, secretHash } from './secrets'

type Needs = Pick<Ports, 'clock' | 'exchange' | 'ids' | 'outlet'>

/** So long a session may last. */
const longestMs = 12 * 3_600_000
/** As what the cookie of a session is known. */
export const cookieName = 'norma_1c'

/** Who asks: the headers that say so. */
export type Signed = { readonly authorization: string; readonly cookie: string }

/** An open session, and whose it is. */
export type OpenSession = { readonly base: KeptBase; readonly session: KeptSession }

/** Lets a base in by its login and password; undefined where one of them is wrong. */
export async function signedBase(
  { exchange }: Pick<Needs, 'exchange'>,
  authorization: string,
): Promise<KeptBase | undefined> {
  const [login, password] = basicIn(authorization)
  const base = login === '' ? undefined : await exchange.findBase(login)
  // As long is looked at a base that is not there as at one that is.
  const isRight = hasHash(password, base?.passwordHash ?? secretHash(''))
  return base !== undefined && base.removedAt === undefined && isRight ? base : undefined
}

/** Begins a session, and answers what its cookie has to say. */
export async function beginSession(ports: Needs, base: KeptBase): Promise<string> {
  const { clock, exchange, ids, outlet } = ports
  const [at, secret] = [clock.now(), hexOf(outlet.randomBytes(16))]
  const session: KeptSession = {
    id: ids.next('exchange'),
    base: base.id,
    rev: 1,
    secretHash: secretHash(secret),
    passwordHash: base.passwordHash,
    startedAt: at,
    lastAt: at,
    state: 'open',
    offered: 0,
    sent: 0,
    notes: [],
  }
  await exchange.saveSession(session)
  return `${base.id}.${session.id}.${secret}`
}

/** The session that a request belongs to, by its cookie; or why it belongs to none. */
export async function openSession(ports: Needs, { authorization, cookie }: Signed): Promise<OpenSession | Saying> {
  const { exchange, clock } = ports
  // Who sends a password beside the cookie has to know the right one.
  if (authorization !== '' && (await signedBase(ports, authorization)) === undefined)
    return exchangeSaying('bad_password')
  const value =
    cookie
      .split(';')
      .map((one) => one.trim().split('='))
      .find(([name]) => name === cookieName)?.[1] ?? ''
  const [baseId = '', id = '', secret = ''] = value.split('.')
  if (baseId === '' || id === '') return exchangeSaying('no_session')
  const [base, session] = await Promise.all([exchange.findBase(baseId), exchange.findSession(baseId, id)])
  if (base === undefined || session === undefined || base.removedAt !== undefined) return exchangeSaying('no_session')
  const isOver = msOf(clock.now()) - msOf(session.startedAt) > longestMs
  const isItsOwn = hasHash(secret, session.secretHash) && session.passwordHash === base.passwordHash
  return isOver || !isItsOwn ? exchangeSaying('no_session') : { base, session }
}

/** Changes a session as it is now. */
export async function changeSession(
  { exchange, clock }: Pick<Needs, 'exchange' | 'clock'>,
  place: Pick<KeptSession, 'base' | 'id'>,
  change: (was: KeptSession) => Partial<KeptSession>,
): Promise<void> {
  await whileOthersWrite(`The session ${place.id} was changed`, async () => {
    const was = await exchange.findSession(place.base, place.id)
    if (was === undefined) return true
    const next = { ...was, ...change(was), lastAt: clock.now(), rev: was.rev + 1 }
    return (await exchange.saveSession(next)) ? true : again
  })
}

function basicIn(header: string): readonly [login: string, password: string] {
  const encoded = /^basic\s+([A-Za-z0-9+/]+={0,2})$/i.exec(header.trim())?.[1]
  if (encoded === undefined) return ['', '']
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const at = text.indexOf(':')
  return at === -1 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)]
}
