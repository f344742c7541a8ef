import type { ReleasePlan, ReleaseStatus, ScheduledRelease, VersionHead } from '#schemas/release'
import { dealId, rules, taskId } from '#http/example-things'

const touched = {
  deals: 4,
  tasks: 3,
  directions: [{ pipeline: 'b2b_new', deals: 4, tasks: 3 }],
  examples: {
    deals: [{ id: dealId, title: 'Coffee machines for Aurora' }],
    tasks: [{ id: taskId, do: 'Draft the contract' }],
  },
}

/** A plan with one change that may be applied at once. */
export const plannedRelease: ReleasePlan = {
  from: 3,
  hash: rules.hash,
  at: rules.at,
  deals: 146,
  tasks: 201,
  publishable: true,
  changed: true,
  now: ['contract.draft_contract.by'],
  blocked: [],
  warnings: [],
  moves: [],
  nextEntry: [
    {
      code: 'task-by',
      key: 'contract.draft_contract.by',
      line: 122,
      names: { stage: 'contract', task: 'draft_contract', do: 'Draft the contract' },
      from: 'lawyer',
      to: 'head_of_sales',
      ...touched,
      now: {
        key: 'contract.draft_contract.by',
        chosen: true,
        deals: 4,
        opened: 0,
        cancelled: 0,
        redated: 0,
        forgiven: 0,
        handedOver: 3,
        won: 0,
      },
    },
  ],
  newDeals: [],
  atOnce: [],
}

export const versionHead: VersionHead = {
  version: 3,
  hash: rules.hash,
  author: rules.author,
  note: rules.note,
  at: rules.at,
}

export const scheduledRelease: ScheduledRelease = {
  id: '2026-12-01T06:00:00.000Z~5e2f0c1d',
  at: '2026-12-01T06:00:00.000Z',
  expected: 3,
  hash: rules.hash,
  author: rules.author,
  note: rules.note,
  now: [],
  state: 'waiting',
}

export const releaseStatus: ReleaseStatus = {
  current: versionHead,
  reseating: { version: 3, state: 'running', total: 17, done: 9, startedAt: rules.at },
  scheduled: [scheduledRelease],
  paused: [],
  alive: [
    { version: 2, deals: 131 },
    { version: 3, deals: 15 },
  ],
  renamed: [{ version: 3, kind: 'stage', in: 'b2b_new', from: 'individual_offer', to: 'tailored_offer' }],
}
