import { Refusal } from '#domain/refusal'
import { operation, type Operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about the rules by which the company sells. */
export const rulesOperations: readonly Operation[] = [
  operation({
    id: 'listPipelines',
    method: 'GET',
    path: '/pipelines',
    tag: 'Rules',
    summary: 'The directions as they are sold today',
    description: 'Stages with each direction’s changes applied, tasks and gates in the words of pipelines.yaml.',
    right: 'signed_in',
    answer: 'PipelineList',
    refusals: ['rules_unknown'],
    run: async ({ ports }) => (await import('#usecases/read-pipelines')).readPipelines(ports),
  }),
  operation({
    id: 'readBoard',
    method: 'GET',
    path: '/boards/{pipeline}',
    tag: 'Deals',
    summary: 'Counts and sums of a board’s columns',
    description: 'Of the deals that the caller may see. `GET /deals?pipeline=&stage=` lists a column.',
    right: 'deals_read',
    answer: 'Board',
    refusals: ['pipeline_unknown', 'rules_unknown'],
    run: async ({ ports, caller, people, params }) =>
      (await import('#usecases/read-board')).readBoard(ports, { caller, people }, params.pipeline),
  }),
  operation({
    id: 'readRules',
    method: 'GET',
    path: '/rules',
    tag: 'Rules',
    summary: 'The rules in force',
    right: 'signed_in',
    answer: 'RulesView',
    refusals: ['rules_unknown'],
    etag: (rules) => `"${rules.version}"`,
    run: async ({ ports }) => (await import('#usecases/read-rules')).readRules(ports, undefined),
  }),
  operation({
    id: 'readRulesVersion',
    method: 'GET',
    path: '/rules/{rules}',
    tag: 'Rules',
    summary: 'An earlier version of the rules',
    right: 'signed_in',
    answer: 'RulesView',
    refusals: ['rules_unknown'],
    etag: (rules) => `"${rules.version}"`,
    run: async ({ ports, params }) => (await import('#usecases/read-rules')).readRules(ports, params.rules),
  }),
  operation({
    id: 'publishRules',
    method: 'POST',
    path: '/rules',
    tag: 'Rules',
    summary: 'Publish new rules',
    description:
      'The text is checked again here; faulty rules change nothing. `expected` is the version it was made from.',
    right: 'rules_edit',
    body: 'PublishRules',
    answer: 'RulesView',
    status: 201,
    refusals: ['forbidden', 'rules_faulty', 'version_conflict'],
    etag: (rules) => `"${rules.version}"`,
    location: (rules) => `/rules/${rules.version}`,
    run: async ({ ports, command, body }) => {
      if (command.caller.reach.rules_edit !== 'all') throw new Refusal('forbidden', 'You may not publish rules.')
      const { publishRules } = await import('#usecases/publish-rules')
      const { version } = await publishRules(ports, command, body)
      const { readRules } = await import('#usecases/read-rules')
      return readRules(ports, String(version))
    },
  }),
]
