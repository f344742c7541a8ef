/** Why a report was refused, in English, by code. */
export const en = {
  report_unknown: ({ name, known }: { name: string; known: readonly string[] }) =>
    `There is no report “${name}”. There are: ${known.join(', ')}.`,
  report_group: ({ name, by, groups }: { name: string; by: string; groups: readonly string[] }) =>
    `The report “${name}” has no rows by “${by}”. It can be asked by: ${groups.join(', ')}.`,
  report_cell: ({ cell }: { cell: string }) =>
    `This report has no number “${cell}”. Take the “cell” of a number from the report, with the same filters.`,
  'period_unknown.both': 'Name either a period or the days from and to, not both.',
  'period_unknown.days': 'Name both days, from and to, such as from=2026-11-01&to=2026-11-15.',
  'period_unknown.swapped': ({ from, to }: { from: string; to: string }) =>
    `“from” is ${from}, after “to”, which is ${to}. Swap them.`,
  'period_unknown.too_long': ({ from, to, most }: { from: string; to: string; most: number }) =>
    `From ${from} to ${to} is more than ${most} months. Ask for a shorter time.`,
  'field_value.axis': ({ asked, known }: { asked: string; known: readonly string[] }) =>
    `“${asked}” is no axis value. There are: ${known.join(', ')}.`,
  'forbidden.report_of': ({ id }: { id: string }) => `You may not see the deals and tasks of “${id}”.`,
  'forbidden.report': ({ right }: { right: string }) =>
    `You do not have the right ${right}. Somebody who may change employees can give it.`,
  'forbidden.audit': 'The record of exports is for those who may change all employees.',
} as const
