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

/** A move that a gate stops. A door can say it in the language of whoever asks: the stop stays with it. */
export class GateRefusal extends Refusal {
  readonly stop: GateStop

  constructor(detail: string, extra: Readonly<Record<string, unknown>>, stop: GateStop) {
    super('gate_blocked', detail, extra)
    this.stop = stop
  }
}
