import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { isNamed, type Caller } from '#domain/kernel/access'
import type { Route } from '#domain/deals/moving'
import { stageName } from '#domain/rules/stage-rules'

import type { DealFile } from './deal-file'

/**
 * The role under which a caller may pass a gate: the one the gate names, or the import right for history that happened
 * elsewhere. Stages that may not be skipped are passed only by an import. Refuses with `override_forbidden`.
 */
export function overrideRole(
  caller: Caller,
  { deal, rules, people }: Pick<DealFile, 'deal' | 'rules' | 'people'>,
  route: Route,
): string {
  if (caller.actor.kind === 'import' && caller.reach.import === 'all') return 'import'
  const role = rules.stage.gate?.mayOverride
  if (role === undefined) {
    throw dealRefusal('override_forbidden.nobody', { stage: rules.stage.name })
  }
  if (!isNamed(caller, role, deal.owner, people)) {
    const name = rules.model.roles[role]?.name ?? role
    throw dealRefusal('override_forbidden', { role: name, stage: rules.stage.name }, { role })
  }
  if (route.skipped.length > 0) {
    const first = stageName(rules.pipeline, route.skipped[0] ?? '')
    throw dealRefusal('stage_not_next.override', { first }, { skipped: route.skipped })
  }
  return role
}
