import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const form = /^norma_k1_(?<id>[0-9A-Za-z]{10})_(?<secret>[0-9A-Za-z]{32})_(?<sum>[0-9A-Za-z]{6})$/

/** The parts of a key that is shown: its id, and the secret that only its program has. */
export type KeyParts = { readonly id: string; readonly secret: string }

/** A new key: an id, and 190 bits of chance. */
export function newKeyParts(id: string = some(10)): KeyParts {
  return { id, secret: some(32) }
}

/** A key as its program sends it. Its beginning tells scanners of secrets what it is, its end shows a slip in copying. */
export function keyText({ id, secret }: KeyParts): string {
  const body = `norma_k1_${id}_${secret}`
  return `${body}_${sumOf(body)}`
}

/** The parts of what was shown as a key; undefined where it is none, or was not copied whole. */
export function partsOfKey(text: string): KeyParts | undefined {
  const { id = '', secret = '', sum = '' } = form.exec(text)?.groups ?? {}
  return sum !== '' && sumOf(`norma_k1_${id}_${secret}`) === sum ? { id, secret } : undefined
}

function some(length: number): string {
  return Array.from({ length }, () => digits[randomInt(digits.length)]).join('')
}

function sumOf(text: string): string {
  let left = crc32(text)
  let sum = ''
  for (let at = 0; at < 6; at += 1) {
    sum = `${digits[left % digits.length] ?? ''}${sum}`
    left = Math.floor(left / digits.length)
  }
  return sum
}
