import type { Secret } from '#domain/kernel/secret'

import { environment } from './environment'

const told = new Map<string, Promise<string>>()

/**
 * A secret that only Secrets Manager holds; `setting` is the setting of this function that names it. It is asked for when
 * it is first needed, once a start: neither the configuration of the function nor the template shows it.
 */
export function secretNamed(setting: string): Exclude<Secret, string> {
  const id = environment(setting)
  return () => {
    const known = told.get(id) ?? ask(id)
    told.set(id, known)
    return known
  }
}

async function ask(id: string): Promise<string> {
  try {
    return await (await import('./ask-secret')).askSecret(id, environment('AWS_REGION'))
  } catch (error) {
    // The next who needs it asks again.
    told.delete(id)
    throw error
  }
}

/** The same for one of the uses that one secret has: what is made for one of them is worth nothing for another. */
export function secretFor(use: string, setting: string): Exclude<Secret, string> {
  const secret = secretNamed(setting)
  return async () => `${use}.${await secret()}`
}
