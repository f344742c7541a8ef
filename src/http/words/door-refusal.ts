import { refusalsOf } from '#domain/kernel/refusal'
import { codeOf, sayingOf, spoken, type Book, type ValuesOf } from '#domain/kernel/saying'
import { DoorFault, type FaultParts } from '#http/door-fault'
import { doorCodes, type DoorCode } from '#http/door-codes'

import { en } from './en'

const russian = async () => (await import('./ru')).ru
const book: Book = { en, russian }

/** What the door refuses of a request that is well made: headers, tokens, rights. */
export const { refusal: doorRefusal } = refusalsOf(en, russian)

type FaultKey = keyof typeof en & (DoorCode | `${DoorCode}.${string}`)

/** A fault of a request that the door finds by itself, with what else its answer carries. */
export function doorFault<K extends FaultKey>(
  key: K,
  ...[values, parts]: [...ValuesOf<(typeof en)[K]>, parts?: FaultParts]
): DoorFault {
  const saying = sayingOf(key, values)
  return new DoorFault(codeOf(key, doorCodes), spoken(en, saying) ?? key, {
    ...parts,
    told: { sayings: [saying], book },
  })
}
