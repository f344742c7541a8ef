/** Everything the check of a text can report. */
export const checkCodes = [
  'yaml-syntax',
  'yaml-subset',
  'missing-space',
  'text-cut',
  'lookalike-letter',
  'duplicate-key',
  'unknown-key',
  'missing-key',
  'wrong-kind',
  'unknown-value',
  'bad-id',
  'ambiguous-duration',
  'iso-duration',
  'bad-duration',
  'one-action',
  'unknown-role',
  'unknown-stage',
  'unknown-field',
  'unknown-option',
  'unknown-pipeline',
  'unknown-escalation',
  'unknown-anchor',
  'unknown-event',
  'unknown-axis',
  'unknown-task',
  'bad-comparison',
  'bad-formula',
  'never-true',
  'always-true',
  'missing-percent',
  'task-cycle',
  'won-after',
  'stage-twice',
  'change-unused',
  'skip-last',
  'gate-needs-unfillable',
  'no-catch-all',
  'gap',
  'no-otherwise',
  'move-stopped',
  'automation-loop',
  'ladder-order',
  'due-after-max-age',
  'stage-without-task',
  'holiday-on-weekend',
  'calendar-ends',
  'moved-cycle',
  'unused',
] as const

/** What only a plan can report, because it needs the deals that are open. */
export const liveCodes = [
  'role-empty',
  'stage-in-use',
  'pipeline-in-use',
  'role-in-use',
  'option-in-use',
  'field-in-use',
  'old-versions-alive',
] as const

export type CheckCode = (typeof checkCodes)[number]

export type LiveCode = (typeof liveCodes)[number]

export type Code = CheckCode | LiveCode
