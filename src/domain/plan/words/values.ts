import type { Planned } from '#domain/plan/plan-scope'

/** What a plan can be set for. */
export type Scope = Planned['scope']
