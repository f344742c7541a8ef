/** What is said of rules of the automation, in English: refusals by code, then what a run tells. */
export const en = {
  rule_unknown: ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no rule “${id}” in “automation”. ${known.length === 0 ? 'There are none.' : `There are: ${known.join(', ')}.`}`,
  step_there_already: ({ stage }: { stage: string }) => `The deal is in “${stage}” already.`,
  step_no_task: ({ task }: { task: string }) => `The deal has no task “${task}” to be done now.`,
  step_done_already: 'It was done already.',
  step_after_stop: 'An action before it was stopped.',
  run_too_deep: ({ steps }: { steps: number }) => `${steps} automatic steps led here; rules set each other off.`,
  run_paused: ({ reason }: { by: string; reason: string }) => `The rule is paused: ${reason}`,
  'forbidden.automation': 'You may not stop rules or let them run. Ask somebody who has the right to publish rules.',
} as const
