import { operation, type Operation } from '#http/operation'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { RulesView } from '#schemas/views'

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
    run: async ({ ports }) => (await import('#usecases/rules/read-pipelines')).readPipelines(ports),
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
      (await import('#usecases/deals/read-board')).readBoard(ports, { caller, people }, params.pipeline),
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
    run: async ({ ports }) => (await import('#usecases/rules/read-rules')).readRules(ports, undefined),
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
    run: async ({ ports, params }) => (await import('#usecases/rules/read-rules')).readRules(ports, params.rules),
  }),
  operation({
    id: 'planRules',
    method: 'POST',
    path: '/rules/plan',
    tag: 'Rules',
    summary: 'What publishing a text would do',
    description:
      'Changes nothing. Give `text`, or `rollbackTo` with an earlier version. Groups what changes by when it takes effect, with the open deals and tasks it touches; `now` names keys that shall apply to deals in the stage too.',
    right: 'rules_edit',
    body: 'PlanRules',
    answer: 'ReleasePlan',
    refusals: ['forbidden', 'rules_unknown', 'rules_faulty', 'now_unknown'],
    run: async ({ ports, command, body }) =>
      (await (await import('#release/usecases/plan-rules')).planRules(ports, command, body)).plan,
  }),
  operation({
    id: 'publishRules',
    method: 'POST',
    path: '/rules',
    tag: 'Rules',
    summary: 'Publish new rules',
    description:
      'The text is checked and planned again here; faulty rules, and rules under which open deals would lose their place, change nothing. `expected` is the version it was planned on; the refusal says who published since.',
    right: 'rules_edit',
    body: 'PublishRules',
    answer: 'RulesView',
    status: 201,
    refusals: ['forbidden', 'rules_faulty', 'rules_blocked', 'now_unknown', 'rules_unknown', 'version_conflict'],
    etag: (rules) => `"${rules.version}"`,
    location: (rules) => `/rules/${rules.version}`,
    run: async ({ ports, command, body }) => {
      const { publishRules } = await import('#release/usecases/publish-rules')
      return followed(ports, await publishRules(ports, command, body))
    },
  }),
  operation({
    id: 'rollbackRules',
    method: 'POST',
    path: '/rules/rollback',
    tag: 'Rules',
    summary: 'Go back to what an earlier version said',
    description:
      'A new version with the text of the earlier one. What was renamed since is turned round, what was applied with `now` is taken back where nobody has touched it.',
    right: 'rules_edit',
    body: 'RollbackRules',
    answer: 'RulesView',
    status: 201,
    refusals: ['forbidden', 'rules_faulty', 'rules_blocked', 'now_unknown', 'rules_unknown', 'version_conflict'],
    etag: (rules) => `"${rules.version}"`,
    location: (rules) => `/rules/${rules.version}`,
    run: async ({ ports, command, body }) => {
      const { rollbackRules } = await import('#release/usecases/publish-rules')
      return followed(ports, await rollbackRules(ports, command, body))
    },
  }),
  operation({
    id: 'scheduleRules',
    method: 'POST',
    path: '/rules/scheduled',
    tag: 'Rules',
    summary: 'Publish rules at a time to come',
    description: 'Checked and planned now, and again when it is due. What cannot be published then changes nothing.',
    right: 'rules_edit',
    body: 'SchedulePublish',
    answer: 'ScheduledRelease',
    status: 201,
    refusals: [
      'forbidden',
      'field_value',
      'rules_faulty',
      'rules_blocked',
      'now_unknown',
      'rules_unknown',
      'version_conflict',
    ],
    run: async ({ ports, command, body }) =>
      (await import('#release/usecases/schedule-rules')).scheduleRules(ports, command, body),
  }),
  operation({
    id: 'cancelScheduled',
    method: 'DELETE',
    path: '/rules/scheduled/{release}',
    tag: 'Rules',
    summary: 'Call a scheduled publishing off',
    right: 'rules_edit',
    answer: 'ReleaseCancelled',
    refusals: ['forbidden', 'release_unknown'],
    run: async ({ ports, command, params }) =>
      (await import('#release/usecases/schedule-rules')).cancelScheduled(ports, command, params.release),
  }),
  operation({
    id: 'readReleaseStatus',
    method: 'GET',
    path: '/rules/status',
    tag: 'Rules',
    summary: 'How it stands with the rules',
    description: 'What is in force, what is scheduled, how far deals have followed, by which versions they are judged.',
    right: 'rules_edit',
    answer: 'ReleaseStatus',
    refusals: ['rules_unknown'],
    run: async ({ ports }) => (await import('#release/usecases/read-release-status')).readReleaseStatus(ports),
  }),
  operation({
    id: 'listRulesVersions',
    method: 'GET',
    path: '/rules/versions',
    tag: 'Rules',
    summary: 'The published versions, the newest first',
    description: 'The fifty newest, without their texts; `GET /rules/{rules}` gives the text of one.',
    right: 'signed_in',
    answer: 'VersionList',
    run: async ({ ports }) => ({ items: [...(await ports.rules.versions())] }),
  }),
]

/** An answer may take no longer: what is left goes on by the schedule. */
const followMs = 5_000

/** The published version, after as many deals have followed it as an answer has time for. */
async function followed(ports: Ports, { version }: RulesVersion): Promise<RulesView> {
  const [{ followRules }, { readRules }] = await Promise.all([
    import('#release/usecases/follow-rules'),
    import('#usecases/rules/read-rules'),
  ])
  const until = new Date(Date.parse(ports.clock.now()) + followMs).toISOString()
  await followRules(ports, { until })
  return readRules(ports, String(version))
}
