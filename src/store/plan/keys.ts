import type { Key, KeyLine } from '#store/key'

/** What is kept of the plan. */
export const keyLines = [
  {
    item: 'fact',
    pk: 'PY#{yyyy}',
    sk: 'F#{yyyy-mm}#{employee}#{department}#{pipeline}#{axes}',
    question: 'facts of a year, or of some of its months, in one query',
  },
  { item: 'contribution', pk: 'PL#{yyyy-mm}', sk: 'K#{source}#{key}', question: 'the ledger of a month' },
  {
    item: 'target',
    pk: 'TY#{yyyy}',
    sk: '{period}#{metric}#{scope}#{id}',
    question: 'the plan of a period, and of every period of a year',
  },
  {
    item: 'recurring target',
    pk: 'TG#~every',
    sk: '{metric}#{scope}#{id}#{every}#{from}',
    question: 'targets that repeat',
  },
  { item: 'snapshot', pk: 'SN#{period}', sk: '{metric}#{scope}#{id}#{yyyy-mm-dd}', question: 'burn-up of one row' },
  { item: 'pace', pk: 'S#', sk: 'pace#{period}#{metric}', question: 'where a plan stood at the last full hour' },
  {
    item: 'recomputed plan',
    pk: 'S#',
    sk: 'reconciliation',
    question: 'what the last recomputation of the books found',
  },
  { item: 'closed month', pk: 'PC#', sk: 'M#{yyyy-mm}', question: 'which months are closed, by whom and why' },
  {
    item: 'correction of a closed month',
    pk: 'PC#',
    sk: 'K#{yyyy-mm}#{at}#{deal}#{version}',
    gsi1: 'PC#in, {yyyy-mm}#{at}#{deal}#{version}',
    question: 'what was corrected of closed months, and in which months it counts',
  },
  {
    item: 'mark',
    pk: 'S#',
    sk: 'moved-into-years',
    question: 'whether facts, targets and columns are kept by the year',
  },
] as const satisfies readonly KeyLine[]

/** The keys of the plan and its books. */
export const keys = {
  fact: (month: string, parts: FactKeyParts): Key => ({
    pk: partitions.facts(yearOf(month)),
    sk: `${prefixes.factsOf(month)}${factTail(parts)}`,
  }),
  contribution: (month: string, source: string, parts: FactKeyParts): Key => ({
    pk: `PL#${month}`,
    sk: `K#${source}#${factTail(parts)}`,
  }),
  target: (period: string, row: RowKeyParts): Key => ({
    pk: partitions.targets(yearOf(period)),
    sk: `${prefixes.targetsOf(period)}${rowText(row)}`,
  }),
  recurring: (row: RowKeyParts, every: string, from: string): Key => ({
    pk: 'TG#~every',
    sk: `${rowText(row)}#${every}#${from}`,
  }),
  snapshot: (period: string, row: RowKeyParts, on: string): Key => ({
    pk: `SN#${period}`,
    sk: `${rowText(row)}#${on}`,
  }),
  pace: (period: string, metric: string): Key => ({ pk: 'S#', sk: `pace#${period}#${metric}` }),
  reconciliation: (): Key => ({ pk: 'S#', sk: 'reconciliation' }),
  closing: (month: string): Key => ({ pk: partitions.closings(), sk: `${prefixes.closings}${month}` }),
  correction: (month: string, rest: string): Key => ({
    pk: partitions.closings(),
    sk: `${prefixes.corrections}${month}#${rest}`,
  }),
  movedIntoYears: (): Key => ({ pk: 'S#', sk: 'moved-into-years' }),
} as const

export type FactKeyParts = {
  readonly employee: string
  readonly department: string
  readonly pipeline: string
  readonly axes: string
}

/** What a target, a row of progress and a snapshot are about. */
export type RowKeyParts = { readonly metric: string; readonly scope: string; readonly id: string }

const rowText = ({ metric, scope, id }: RowKeyParts): string => `${metric}#${scope}#${id}`

const factTail = (parts: FactKeyParts): string =>
  [parts.employee, parts.department, parts.pipeline, parts.axes].join('#')

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = {
  month: (month: string): string => `PL#${month}`,
  facts: (year: string): string => `PY#${year}`,
  targets: (year: string): string => `TY#${year}`,
  recurring: (): string => 'TG#~every',
  snapshots: (period: string): string => `SN#${period}`,
  closings: (): string => 'PC#',
  correctedIn: (): string => 'PC#in',
} as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = {
  factsOf: (month: string): string => `F#${month}#`,
  targetsOf: (period: string): string => `${period}#`,
  contributions: 'K#',
  closings: 'M#',
  corrections: 'K#',
  snapshotsOf: (row: RowKeyParts): string => `${rowText(row)}#`,
} as const

/** The calendar year in which a month, or any period, begins. */
export function yearOf(period: string): string {
  return period.slice(0, 4)
}

/** The month of a counter, out of its sort key. */
export function factMonthOf(sk: string): string {
  return sk.split('#')[1] ?? ''
}

/** The period of a target, out of its sort key. */
export function periodOf(sk: string): string {
  return sk.slice(0, sk.indexOf('#'))
}

/** What a counter or a contribution counts, out of its sort key, so that it need not be stored (and read) twice. */
export function factPartsOf(sk: string): FactKeyParts {
  const [employee = '', department = '', pipeline = '', axes = ''] = sk.split('#').slice(-4)
  return { employee, department, pipeline, axes }
}

/** The deal or task a contribution is of, out of its sort key. */
export function contributorOf(sk: string): string {
  return sk.split('#')[1] ?? ''
}

/** What a target is for, out of its sort key; recurring ones also say how often and from when. */
export function targetPartsOf(sk: string): RowKeyParts & { readonly every: string; readonly from: string } {
  const [metric = '', scope = '', id = '', every = '', from = ''] = sk.split('#')
  return { metric, scope, id, every, from }
}
