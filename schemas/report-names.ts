/** Every report there is. */
export const reportNames = [
  'plan_fact',
  'accountant',
  'funnel_cohort',
  'funnel_period',
  'time_in_stage',
  'forecast',
  'tasks',
  'load',
  'discipline',
  'response',
  'calls',
  'lost_reasons',
  'velocity',
  'compliance',
  'plan_needs',
] as const
export type ReportName = (typeof reportNames)[number]

/** What a report may have a row for. */
export const reportGroups = [
  'person',
  'department',
  'direction',
  'axis',
  'stage',
  'company',
  'day',
  'person_day',
  'template',
  'source',
  'hour',
  'channel',
  'source_hour',
  'reason',
  'field',
] as const
export type ReportGroup = (typeof reportGroups)[number]

/** What kind of value a column holds, and so how it is written. */
export const columnKinds = ['count', 'money', 'percent', 'days', 'duration', 'text', 'date'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** How a number comes of the deals or tasks behind it. */
export const foldKinds = ['sum', 'mean', 'median', 'p90', 'percent', 'longest', 'derived'] as const
export type FoldKind = (typeof foldKinds)[number]
