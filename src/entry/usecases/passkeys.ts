import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

import { entryRefusal } from '#entry/words/entry-refusal'
import type { Passkey } from '#ports/entry'
import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'

import { changeEntry } from './change-entry'

/** Where the pages are, as the browser sees it: passkeys are for one name. */
export type Place = { readonly origin: string }

/** Challenges that were given out and not answered: each is good once, for five minutes. */
export type Challenges = {
  readonly give: (challenge: string, nowMs: number) => void
  readonly take: (challenge: string, nowMs: number) => boolean
}

const goodForMs = 300_000
const mostOpen = 10_000

/** Keeps challenges in this process. */
export function keepChallenges(): Challenges {
  const open = new Map<string, number>()
  return {
    give: (challenge, nowMs) => {
      if (open.size >= mostOpen) open.delete(open.keys().next().value ?? '')
      open.set(challenge, nowMs + goodForMs)
    },
    take: (challenge, nowMs) => {
      const until = open.get(challenge) ?? 0
      open.delete(challenge)
      return until > nowMs
    },
  }
}

/** What a browser needs to make a passkey for somebody. */
export async function passkeyOptions(
  { entry, clock }: Pick<Ports, 'entry' | 'clock'>,
  challenges: Challenges,
  employee: Employee,
  { origin }: Place,
) {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const { passkeys } = await entry.find(employee.id)
  const options = await generateRegistrationOptions({
    rpName: 'Norma',
    rpID: new URL(origin).hostname,
    userID: new TextEncoder().encode(employee.id),
    userName: employee.email ?? employee.id,
    userDisplayName: employee.name,
    attestationType: 'none',
    excludeCredentials: passkeys.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  challenges.give(options.challenge, Date.parse(clock.now()))
  return options
}

/** The passkey that a browser has made; refuses with `unauthenticated` when it is not for us, or answers nothing we asked. */
export async function madePasskey(
  { clock }: Pick<Ports, 'clock'>,
  challenges: Challenges,
  { response, name }: { readonly response: RegistrationResponseJSON; readonly name: string },
  { origin }: Place,
): Promise<Passkey> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const verified = await orRefused(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => challenges.take(challenge, Date.parse(clock.now())),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
    }),
  )
  if (!verified.verified) throw entryRefusal('unauthenticated.passkey_failed')
  const { credential } = verified.registrationInfo
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name,
    at: clock.now(),
  }
}

/** Adds a passkey to those somebody has. */
export async function addPasskey(ports: Pick<Ports, 'entry'>, employee: string, passkey: Passkey): Promise<void> {
  await changeEntry(ports, employee, (entry) => ({ ...entry, passkeys: [...entry.passkeys, passkey] }))
}

/** What a browser needs to show a passkey; whose it is, the passkey says. */
export async function signInOptions({ clock }: Pick<Ports, 'clock'>, challenges: Challenges, { origin }: Place) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: 'required',
  })
  challenges.give(options.challenge, Date.parse(clock.now()))
  return options
}

/** Who has shown a passkey. */
export async function checkPasskey(
  ports: Pick<Ports, 'entry' | 'people' | 'clock'>,
  challenges: Challenges,
  response: AuthenticationResponseJSON,
  { origin }: Place,
): Promise<Employee> {
  const id = Buffer.from(response.response.userHandle ?? '', 'base64url').toString()
  const { employees } = await ports.people.load()
  const employee = Object.hasOwn(employees, id) ? employees[id] : undefined
  const kept = (await ports.entry.find(employee?.id ?? '')).passkeys.find((one) => one.id === response.id)
  if (employee?.active !== true || kept === undefined) throw entryRefusal('unauthenticated.passkey')
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { verified, authenticationInfo } = await orRefused(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => challenges.take(challenge, Date.parse(ports.clock.now())),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: {
        id: kept.id,
        publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64url')),
        // It is compared below, to be told by a sentence of its own.
        counter: 0,
      },
    }),
  )
  if (!verified) throw entryRefusal('unauthenticated.passkey_failed')
  if (isBehind(authenticationInfo.newCounter, kept.counter)) {
    console.error(JSON.stringify({ level: 'warning', passkey: 'counter went back', employee: employee.id }))
    throw entryRefusal('unauthenticated.passkey_copied', { name: kept.name })
  }
  await changeEntry(ports, employee.id, (entry) => ({
    ...entry,
    passkeys: entry.passkeys.map((one) =>
      one.id === kept.id ? { ...one, counter: authenticationInfo.newCounter } : one,
    ),
  }))
  return employee
}

/** Whether a passkey counts from before what was seen last: then there are two of it. One that does not count stays at 0. */
function isBehind(counter: number, seen: number): boolean {
  return (counter > 0 || seen > 0) && counter <= seen
}

/** The library throws an Error of no kind of its own for whatever it does not accept. */
async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw entryRefusal('unauthenticated.passkey_failed')
  }
}
