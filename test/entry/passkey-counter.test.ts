import { createHash, generateKeyPairSync, sign } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { checkPasskey, keepChallenges, signInOptions } from '#entry/usecases/passkeys'
import { aWorldInMemory, type World } from '#test/support/world'

const place = { origin: 'https://crm.example.com' }
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

let world: World
beforeAll(async () => {
  world = await aWorldInMemory()
})

/** The public key as passkeys write it: a COSE key of the curve P-256. */
function coseKey(): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const part = (head: string, value: string) => [Buffer.from(head, 'hex'), Buffer.from(value, 'base64url')]
  return Buffer.concat([Buffer.from('a5010203262001', 'hex'), ...part('215820', x), ...part('225820', y)])
}

/** Signs in with a passkey of Cyril’s that counts so far, where so many were seen before. */
async function signIn({ seen, counts }: { readonly seen: number; readonly counts: number }) {
  const { ports, now } = world
  const { rev } = await ports.entry.find('cyril')
  const passkey = { id: base64('key-1'), publicKey: base64(coseKey()), counter: seen, transports: [], name: 'Safari' }
  await ports.entry.save('cyril', { rev: rev + 1, passkeys: [{ ...passkey, at: now() }] })
  const challenges = keepChallenges()
  const { challenge } = await signInOptions(ports, challenges, place)
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(counts)
  const authenticator = Buffer.concat([sha256('crm.example.com'), Buffer.from([0x05]), counter])
  const client = JSON.stringify({ type: 'webauthn.get', challenge, origin: place.origin })
  const response = {
    clientDataJSON: base64(client),
    authenticatorData: base64(authenticator),
    signature: base64(sign('sha256', Buffer.concat([authenticator, sha256(client)]), privateKey)),
    userHandle: base64('cyril'),
  }
  const shown = { id: passkey.id, rawId: passkey.id, type: 'public-key', clientExtensionResults: {}, response } as const
  return checkPasskey(ports, challenges, shown, place)
}

test.each([
  { seen: 0, counts: 0 },
  { seen: 0, counts: 1 },
  { seen: 7, counts: 8 },
])('a passkey that counts on, or does not count, lets in (%j)', async (asked) => {
  const { id } = await signIn(asked)

  expect(id).toBe('cyril')
  expect((await world.ports.entry.find('cyril')).passkeys[0]?.counter).toBe(asked.counts)
})

test.each([
  { seen: 7, counts: 7 },
  { seen: 7, counts: 3 },
  { seen: 7, counts: 0 },
])('one whose counter went back is refused as copied, and what was seen stays (%j)', async (asked) => {
  await expect(signIn(asked)).rejects.toThrow('There seems to be a copy of the passkey “Safari”')
  expect((await world.ports.entry.find('cyril')).passkeys[0]?.counter).toBe(7)
})
