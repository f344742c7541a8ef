import type { Told } from '#domain/kernel/saying'
import type { Fault } from '#schemas/problem'

import type { DoorCode } from './door-codes'

/** What the answer to a fault carries besides its sentence, and where that sentence stands. */
export type FaultParts = {
  readonly errors?: readonly Fault[]
  readonly headers?: Readonly<Record<string, string>>
  readonly told?: Told
}

/**
 * A fault that the door found before any use case was asked. It is made by `doorFault` from the key of a sentence; only
 * one whose sentence is in the language of whoever asks to begin with is made by hand.
 */
export class DoorFault extends Error {
  readonly code: DoorCode
  readonly errors: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>
  readonly told: Told | undefined

  constructor(code: DoorCode, detail: string, { errors = [], headers = {}, told }: FaultParts = {}) {
    super(detail)
    this.name = 'DoorFault'
    this.code = code
    this.errors = errors
    this.headers = headers
    this.told = told
  }
}
