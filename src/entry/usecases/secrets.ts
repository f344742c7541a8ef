import { createHash, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

import type { KeptPassword } from '#ports/entry'

const cost = { N: 2 ** 15, r: 8, p: 3 } as const
const length = 32

/** A password as it is kept. Text that looks alike and is written otherwise is the same password. */
export async function hashPassword(password: string, at: string): Promise<KeptPassword> {
  const salt = randomBytes(16).toString('base64url')
  return { salt, hash: (await hashOf(password, salt, cost)).toString('base64url'), cost, at }
}

/** Whether a password is the one that is kept. Where none is, it takes as long to say no. */
export async function isPassword(password: string, kept: KeptPassword | undefined): Promise<boolean> {
  const { salt, hash, cost: its } = kept ?? nobodys
  const made = await hashOf(password, salt, its)
  return timingSafeEqual(made, Buffer.from(hash, 'base64url')) && kept !== undefined
}

/** A secret that cannot be guessed, as it may stand in an address. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** A secret as it is kept: it is long and by chance, so one round is enough. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Whether a secret is the one whose hash is kept. */
export function isSecret(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(secretHash(secret), 'base64url'), Buffer.from(hash, 'base64url'))
}

const nobodys: KeptPassword = {
  salt: 'bm9ib2R5',
  hash: Buffer.alloc(length).toString('base64url'),
  cost,
  at: '1970-01-01T00:00:00.000Z',
}

/** One at a time: each takes 32 MB, and whoever asks for many at once waits for their own. */
let turn: Promise<unknown> = Promise.resolve()

function hashOf(password: string, salt: string, { N, r, p }: KeptPassword['cost']): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  const made = turn.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), length, options, (error, key) =>
          error === null ? resolve(key) : reject(error),
        )
      }),
  )
  turn = made.catch(() => undefined)
  return made
}
