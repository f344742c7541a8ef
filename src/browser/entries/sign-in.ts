import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

import { texts } from '#browser/browser-texts'
import { toast } from '#browser/toast'

type Said = { readonly said?: string; readonly goTo?: string }
type Options<T extends (asked: never) => unknown> = Parameters<T>[0] extends { optionsJSON: infer O } ? O : never

// What cannot be done here should not be offered; without scripts there is a password.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]')) {
  button.addEventListener('click', () => void work(button))
}

async function work(button: HTMLButtonElement): Promise<void> {
  const { passkey, code, back } = button.dataset
  button.disabled = true
  try {
    const { goTo } = passkey === 'sign-in' ? await signIn(back) : await make(code)
    if (goTo !== undefined) return location.assign(goTo)
  } catch (error) {
    // The browser tells by name that somebody thought better of it; they know that.
    if (!(error instanceof Error)) throw error
    if (error.name !== 'NotAllowedError')
      toast(error instanceof Refused ? error.message : texts.failed, { isBad: true })
  }
  button.disabled = false
}

async function signIn(back: string | undefined): Promise<Said> {
  const optionsJSON = await ask<Options<typeof startAuthentication>>('asking', {})
  const response = await startAuthentication({ optionsJSON })
  return ask('shown', { response, back })
}

async function make(code: string | undefined): Promise<Said> {
  const optionsJSON = await ask<Options<typeof startRegistration>>('making', { code })
  const response = await startRegistration({ optionsJSON })
  return ask('made', { response, code })
}

/** What the server says no to, in its words. */
class Refused extends Error {}

async function ask<T>(what: string, body: unknown): Promise<T> {
  const answer = await fetch(`/app/passkeys/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const said = (await answer.json()) as T & Said
  if (!answer.ok) throw new Refused(said.said ?? texts.failed)
  return said
}
