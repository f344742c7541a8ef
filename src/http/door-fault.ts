import type { Fault } from '#schemas/problem'

import type { DoorCode } from './problem'

/** A fault that the door found before any use case was asked. */
export class DoorFault extends Error {
  readonly code: DoorCode
  readonly errors: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>

  constructor(code: DoorCode, detail: string, errors: readonly Fault[] = [], headers: Record<string, string> = {}) {
    super(detail)
    this.name = 'DoorFault'
    this.code = code
    this.errors = errors
    this.headers = headers
  }
}
