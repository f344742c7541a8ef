/** What is said of rules of the automation, in English: refusals by code, then what a run tells. */
export const en = {
  rule_unknown: ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no rule “${id}” in “automation”. ${known.length === 0 ? 'There are none.' : `There are: ${known.join(', ')}.`}`,
  'forbidden.automation': 'You may not stop rules or let them run. Ask somebody who has the right “rules_edit”.',
} as const
