import type { RefusalCode } from '#domain/kernel/refusal'

/** What every command on a deal may refuse, whatever it is. */
export const refusedAnyCommand = [
  'deal_unknown',
  'forbidden',
  'version_conflict',
  'rules_unknown',
  'stage_unknown',
] as const satisfies readonly RefusalCode[]

/** What a command that carries fields may refuse. */
export const refusedFields = [
  'field_unknown',
  'field_value',
  'field_computed',
  'not_your_field',
  'deal_won',
] as const satisfies readonly RefusalCode[]
