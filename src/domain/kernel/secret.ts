/** A secret, or where it is had from when it is first needed: what holds it is asked once. */
export type Secret = string | (() => Promise<string>)

/** What the secret says. */
export async function revealed(secret: Secret): Promise<string> {
  return typeof secret === 'string' ? secret : secret()
}
