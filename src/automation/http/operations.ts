import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about what happens by itself. */
export const operations = [
  operation({
    id: 'readAutomation',
    method: 'GET',
    path: '/automation',
    right: 'signed_in',
    answer: 'Automation',
    run: async ({ ports }) => (await import('#automation/usecases/read-automation')).readAutomation(ports),
  }),
  operation({
    id: 'pauseRule',
    method: 'PUT',
    path: '/automation/{rule}/pause',
    right: 'rules_edit',
    body: 'PauseRule',
    answer: 'RuleView',
    run: async ({ ports, command, params, body }) =>
      (await import('#automation/usecases/pause-rule')).pauseRule(ports, command, params.rule, body),
  }),
  operation({
    id: 'resumeRule',
    method: 'DELETE',
    path: '/automation/{rule}/pause',
    right: 'rules_edit',
    answer: 'RuleView',
    run: async ({ ports, command, params }) =>
      (await import('#automation/usecases/pause-rule')).resumeRule(ports, command, params.rule),
  }),
] as const
