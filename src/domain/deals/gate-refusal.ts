import { Refusal } from '#domain/kernel/refusal'
import type { Missing } from './gate'
import type { StageRules } from '#domain/rules/stage-rules'
import type { FieldValue } from '#schemas/deal'

/** What a gate stopped: by which rules, with what in the fields, for want of what. */
export type GateStop = {
  readonly rules: StageRules
  readonly values: Readonly<Record<string, FieldValue>>
  readonly missing: Missing
}

/** A move that is stopped: `words` says in short what it lacked, as it is kept with the refusal and with an override. */
export class MoveRefusal extends Refusal {
  readonly words: readonly string[]

  constructor({ code, message, extra, told }: Refusal, words: readonly string[]) {
    super(code, message, extra, told)
    this.words = words
  }
}

/** A move that a gate stops. A door can say it with the grammar of the playbook: the stop stays with it. */
export class GateRefusal extends MoveRefusal {
  readonly stop: GateStop

  constructor(refusal: Refusal, words: readonly string[], stop: GateStop) {
    super(refusal, words)
    this.stop = stop
  }
}
