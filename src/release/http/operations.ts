import { operation } from '#http/operation'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { RulesView } from '#schemas/views'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about the rules by which the company sells. */
export const operations = [
  operation({
    id: 'listPipelines',
    method: 'GET',
    path: '/pipelines',
    right: 'signed_in',
    forKeys: 'deals_read',
    answer: 'PipelineList',
    run: async ({ ports }) => (await import('#usecases/rules/read-pipelines')).readPipelines(ports),
  }),
  operation({
    id: 'readBoard',
    method: 'GET',
    path: '/boards/{pipeline}',
    right: 'deals_read',
    answer: 'Board',
    run: async ({ ports, caller, people, params }) =>
      (await import('#usecases/deals/read-board')).readBoard(ports, { caller, people }, params.pipeline),
  }),
  operation({
    id: 'readRules',
    method: 'GET',
    path: '/rules',
    right: 'signed_in',
    answer: 'RulesView',
    etag: (rules) => `"${rules.version}"`,
    run: async ({ ports }) => (await import('#usecases/rules/read-rules')).readRules(ports, undefined),
  }),
  operation({
    id: 'readRulesVersion',
    method: 'GET',
    path: '/rules/{rules}',
    right: 'signed_in',
    answer: 'RulesView',
    etag: (rules) => `"${rules.version}"`,
    run: async ({ ports, params }) => (await import('#usecases/rules/read-rules')).readRules(ports, params.rules),
  }),
  operation({
    id: 'planRules',
    method: 'POST',
    path: '/rules/plan',
    right: 'rules_edit',
    body: 'PlanRules',
    answer: 'ReleasePlan',
    run: async ({ ports, command, body }) => {
      const { countingErased, planRules } = await import('#release/usecases/plan-rules')
      return (await planRules(ports, command, { ...body, erasedSooner: countingErased(ports) })).plan
    },
  }),
  operation({
    id: 'publishRules',
    method: 'POST',
    path: '/rules',
    right: 'rules_edit',
    body: 'PublishRules',
    answer: 'RulesView',
    status: 201,
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
    right: 'rules_edit',
    body: 'RollbackRules',
    answer: 'RulesView',
    status: 201,
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
    right: 'rules_edit',
    body: 'SchedulePublish',
    answer: 'ScheduledRelease',
    status: 201,
    run: async ({ ports, command, body }) =>
      (await import('#release/usecases/schedule-rules')).scheduleRules(ports, command, body),
  }),
  operation({
    id: 'cancelScheduled',
    method: 'DELETE',
    path: '/rules/scheduled/{release}',
    right: 'rules_edit',
    answer: 'ReleaseCancelled',
    run: async ({ ports, command, params }) =>
      (await import('#release/usecases/schedule-rules')).cancelScheduled(ports, command, params.release),
  }),
  operation({
    id: 'readReleaseStatus',
    method: 'GET',
    path: '/rules/status',
    right: 'rules_edit',
    answer: 'ReleaseStatus',
    run: async ({ ports }) => (await import('#release/usecases/read-release-status')).readReleaseStatus(ports),
  }),
  operation({
    id: 'listRulesVersions',
    method: 'GET',
    path: '/rules/versions',
    right: 'signed_in',
    answer: 'VersionList',
    run: async ({ ports }) => ({ items: [...(await ports.rules.versions())] }),
  }),
] as const

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
