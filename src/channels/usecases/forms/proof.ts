import { part, said } from '#channels/adapter'
import type { FormFact } from '#channels/domain/facts'
import { msOf } from '#domain/time/zone'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'

type Needs = Pick<Ports, 'talks'>

/** So long a puzzle is good: whoever writes a form takes as long. */
const goodMs = 30 * 60_000

/** A puzzle takes a browser a second or two, and a server two milliseconds to check. */
const [cost, leastCounter, mostCounter] = [1_000, 500, 2_000] as const

/** So many robots within two hours are an attack. */
const attackAt = 20

/** Whether so many robots have come of late that every form has to prove that a browser has worked on it. */
export async function isAttacked({ talks }: Needs, { id, settings }: KeptIntegration, at: string): Promise<boolean> {
  if (settings.proof === 'never') return false
  return (await talks.countOf(`robots#${id}`, at)) >= attackAt
}

/** A puzzle for a browser that has a form of this site open; undefined where none is asked for. */
export async function puzzleFor(
  ports: Needs,
  integration: KeptIntegration,
  { at, random }: { readonly at: string; readonly random: () => number },
): Promise<unknown> {
  const isAsked = integration.settings.proof === 'always' || (await isAttacked(ports, integration, at))
  if (!isAsked) return undefined
  const [{ createChallenge }, { deriveKey }] = await library()
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: leastCounter + Math.floor(random() * (mostCounter - leastCounter)),
    deriveKey,
    // The library would judge it by the clock of whoever reads the form, who may come late.
    data: { until: new Date(msOf(at) + goodMs).toISOString() },
    hmacSignatureSecret: await secretOf(ports, integration),
  })
}

/** What of a form is looked at. */
export type ToProve = {
  readonly integration: KeptIntegration
  readonly fact: Pick<FormFact, 'proof' | 'isByScript'>
  /** When it came. */
  readonly at: string
  /** What it is as a request: the same however often it is read. */
  readonly request: string
}

/**
 * Whether a form lacks the proof that a browser has worked on it: a wrong one, one that was used for another form, or one
 * that is too old is none. Where nobody attacks, a form without our script needs none.
 */
export async function lacksProof(ports: Needs, { integration, fact, at, request }: ToProve): Promise<boolean> {
  const { proof, isByScript } = fact
  const isUsual = integration.settings.proof === 'always' && (isByScript === true || proof !== undefined)
  if (!isUsual && !(await isAttacked(ports, integration, at))) return false
  return proof === undefined || !(await isGood(ports, integration, { proof, at, request }))
}

async function isGood(
  ports: Needs,
  integration: KeptIntegration,
  { proof, at, request }: Pick<ToProve, 'at' | 'request'> & { readonly proof: string },
): Promise<boolean> {
  const [{ verifySolution }, { deriveKey }] = await library()
  try {
    const payload = JSON.parse(Buffer.from(proof, 'base64').toString('utf8')) as Parameters<typeof verifySolution>[0]
    const { challenge, solution } = payload
    const until = said(part(challenge, 'parameters', 'data', 'until')) ?? ''
    const signature = said(part(challenge, 'signature'))
    if (until <= at || signature === undefined) return false
    const hmacSignatureSecret = await secretOf(ports, integration)
    const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret })
    if (!verified) return false
    // One puzzle, one form: the same form read again is the same.
    return (await ports.talks.claim(`proof#${signature}`, { at, by: request }, 2 * goodMs)).by === request
  } catch {
    return false
  }
}

/** Nobody outside can make it, and everybody here makes the same. */
function secretOf({ talks }: Needs, { id }: KeptIntegration): Promise<string> {
  return talks.talkIdOf(`proof of ${id}`)
}

// Loaded with the first puzzle: most forms need none.
const library = () => Promise.all([import('altcha-lib'), import('altcha-lib/algorithms/pbkdf2')])
