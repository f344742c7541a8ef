import { operation, type Operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about what happens by itself. */
export const automationOperations: readonly Operation[] = [
  operation({
    id: 'readAutomation',
    method: 'GET',
    path: '/automation',
    tag: 'Rules',
    summary: 'The rules of the automation and which of them are paused',
    description: 'What a rule did, or why not, is on the timeline of each deal.',
    right: 'signed_in',
    answer: 'Automation',
    refusals: ['rules_unknown'],
    run: async ({ ports }) => (await import('#automation/usecases/read-automation')).readAutomation(ports),
  }),
  operation({
    id: 'pauseRule',
    method: 'PUT',
    path: '/automation/{rule}/pause',
    tag: 'Rules',
    summary: 'Stop a rule of the automation at once',
    description: 'What would set it off meanwhile is noted on the deal and not made up for later.',
    right: 'rules_edit',
    body: 'PauseRule',
    answer: 'RuleView',
    refusals: ['forbidden', 'rule_unknown', 'rules_unknown'],
    run: async ({ ports, command, params, body }) =>
      (await import('#automation/usecases/pause-rule')).pauseRule(ports, command, params.rule, body),
  }),
  operation({
    id: 'resumeRule',
    method: 'DELETE',
    path: '/automation/{rule}/pause',
    tag: 'Rules',
    summary: 'Let a paused rule run again',
    right: 'rules_edit',
    answer: 'RuleView',
    refusals: ['forbidden', 'rule_unknown', 'rules_unknown'],
    run: async ({ ports, command, params }) =>
      (await import('#automation/usecases/pause-rule')).resumeRule(ports, command, params.rule),
  }),
]
