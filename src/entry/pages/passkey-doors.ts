import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Context, Hono } from 'hono'

import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { deviceOf } from '#entry/domain/device-of'
import { spendInvitation } from '#entry/usecases/choose-password'
import { readInvitation } from '#entry/usecases/invite-employee'
import { keepChallenges, type Challenges } from '#entry/usecases/passkeys'
import { entryRefusal } from '#entry/words/entry-refusal'
import { doorFault, doorRefusal } from '#http/words/door-refusal'
import { statusOf } from '#http/problem'
import { isFromHere, languageOf, tokenOf, wantedPage } from '#pages/session.tsx'
import type { Employee } from '#schemas/people'

import { firstPage, letIn, type OwnSignInParts } from './letting-in'

type Parts = OwnSignInParts & { readonly challenges: Challenges }

/** What the script of signing in asks: to make a passkey, and to come in with one. Answers are JSON. */
export function addPasskeyDoors(app: Hono, given: OwnSignInParts): void {
  const parts = { ...given, challenges: keepChallenges() }
  const doors = {
    '/app/passkeys/making': making,
    '/app/passkeys/made': made,
    '/app/passkeys/asking': asking,
    '/app/passkeys/shown': shown,
  }
  for (const [path, door] of Object.entries(doors)) {
    app.post(path, async (context) => {
      if (!isFromHere(context)) throw doorFault('not_found.own_pages')
      try {
        return await door(context, parts)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return context.json({ said: await sentenceIn(languageOf(context), error) }, statusOf(error.code) as 401)
      }
    })
  }
}

async function making(context: Context, parts: Parts): Promise<Response> {
  const { passkeyOptions } = await import('#entry/usecases/passkeys')
  const { code } = await bodyOf<{ code?: string }>(context)
  const employee = await whoMakes(context, parts, code)
  return context.json(await passkeyOptions(parts.ports, parts.challenges, employee, placeOf(context)))
}

async function made(context: Context, parts: Parts): Promise<Response> {
  const { addPasskey, madePasskey } = await import('#entry/usecases/passkeys')
  const { code, response } = await bodyOf<{ code?: string; response: RegistrationResponseJSON }>(context)
  const employee = await whoMakes(context, parts, code)
  const name = deviceOf(context.req.header('user-agent') ?? '')
  const passkey = await madePasskey(parts.ports, parts.challenges, { response, name }, placeOf(context))
  if (code === undefined) {
    await addPasskey(parts.ports, employee.id, passkey)
    return context.json({ goTo: '/app/account?done=passkey' })
  }
  const { passkeys } = await parts.ports.entry.find(employee.id)
  await spendInvitation(parts.ports, code, employee, { passkeys: [...passkeys, passkey] })
  return came(context, parts, employee)
}

async function asking(context: Context, { ports, challenges }: Parts): Promise<Response> {
  const { signInOptions } = await import('#entry/usecases/passkeys')
  return context.json(await signInOptions(ports, challenges, placeOf(context)))
}

async function shown(context: Context, parts: Parts): Promise<Response> {
  const { checkPasskey } = await import('#entry/usecases/passkeys')
  const { back, response } = await bodyOf<{ back?: string; response: AuthenticationResponseJSON }>(context)
  const employee = await checkPasskey(parts.ports, parts.challenges, response, placeOf(context))
  return came(context, parts, employee, wantedPage(back))
}

async function came(context: Context, parts: Parts, employee: Employee, back?: string): Promise<Response> {
  await letIn(context, parts, employee.id, 'passkey')
  return context.json({ goTo: await firstPage(parts, employee.id, back) })
}

/** Whoever a link invites, or whoever is signed in. */
async function whoMakes(context: Context, { ports, whoIs }: Parts, code: string | undefined): Promise<Employee> {
  if (code !== undefined) return readInvitation(ports, code)
  const token = tokenOf(context)
  if (token === undefined) throw doorRefusal('unauthenticated')
  const { employees } = await ports.people.load()
  const me = employees[await whoIs(token)]
  if (me?.active !== true) throw doorRefusal('unauthenticated')
  return me
}

async function bodyOf<T>(context: Context): Promise<T> {
  try {
    const body = await context.req.json<T>()
    if (typeof body === 'object' && body !== null) return body
  } catch {
    // What is no JSON did not come from our script.
  }
  throw entryRefusal('unauthenticated.passkey_failed')
}

function placeOf(context: Context): { readonly origin: string } {
  return { origin: new URL(context.req.url).origin }
}
