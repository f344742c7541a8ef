/** What a value is: a name of something declared in the file, or a way of writing something. */
export type Holds =
  | 'text'
  | 'doer'
  | 'task_doer'
  | 'head'
  | 'taker'
  | 'ladder'
  | 'field'
  | 'gate_field'
  | 'stage'
  | 'stage_or_end'
  | 'pipeline'
  | 'event'
  | 'task'
  | 'axis_value'
  | 'condition_value'
  | 'field_value'
  | 'duration'
  | 'ladder_time'
  | 'due'
  | 'percent'
  | 'number'
  | 'day'
  | 'hours'
  | 'weekdays'
  | 'zone'
  | 'version'
  | 'option'
  | 'formula'
  | 'new_id'
  | 'channel'
  | 'tries'
  | 'talk_length'
  | 'phone'
  | 'series'
  | 'seller'
  | 'invoice'
  | 'paid_share'
  | 'document'
  | 'made'
  | 'made_after'
  | 'own_event'

/** What the keys of a table are: ids that it declares, without some words, or something that is known already. */
export type TableKeys = {
  readonly ids?: string
  readonly reserved?: readonly string[]
  readonly keys?: KnownKeys
}

/** Names that stand as keys though they are declared elsewhere. */
export type KnownKeys =
  | 'fields'
  | 'set_fields'
  | 'fields_and_place'
  | 'axes'
  | 'stages'
  | 'days'
  | 'weekdays'
  | 'made'
  | 'old_ids'
  | 'codes'
