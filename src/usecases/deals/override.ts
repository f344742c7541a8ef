import { isNamed, type Caller } from '#domain/kernel/access'
import type { Route } from '#domain/deals/moving'
import { Refusal } from '#domain/kernel/refusal'
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
    throw new Refusal('override_forbidden', `The gate of “${rules.stage.name}” cannot be overridden by anybody.`)
  }
  if (!isNamed(caller, role, deal.owner, people)) {
    const name = rules.model.roles[role]?.name ?? role
    throw new Refusal(
      'override_forbidden',
      `Only “${name}” may pass the gate of “${rules.stage.name}” with a reason.`,
      { role },
    )
  }
  if (route.skipped.length > 0) {
    const first = stageName(rules.pipeline, route.skipped[0] ?? '')
    throw new Refusal('stage_not_next', `An override does not skip stages. Move to “${first}” first.`, {
      skipped: route.skipped,
    })
  }
  return role
}
