import { automationRefusal } from '#automation/words/automation-refusal'
import type { Ports } from '#ports/ports'
import type { PauseRule, RuleView } from '#schemas/automation'
import type { Command } from '#usecases/command'
import { readRule } from './read-automation'

type Needs = Pick<Ports, 'automation' | 'rules' | 'clock'>

/**
 * Stops a rule of the automation at once: what would set it off is noted on the deal's timeline and not done later. A rule
 * that is paused already stays so, with the new reason.
 */
export async function pauseRule(
  ports: Needs,
  command: Command,
  ruleId: string,
  { reason }: PauseRule,
): Promise<RuleView> {
  refuseCaller(command)
  const { id } = await readRule(ports, ruleId)
  await ports.automation.pause({ rule: id, at: ports.clock.now(), by: command.caller.actor.id, reason })
  return readRule(ports, id)
}

/** Lets a paused rule run again, for what happens from now on. A rule that is not paused stays as it is. */
export async function resumeRule(ports: Needs, command: Command, ruleId: string): Promise<RuleView> {
  refuseCaller(command)
  const { id } = await readRule(ports, ruleId)
  await ports.automation.resume(id)
  return readRule(ports, id)
}

function refuseCaller({ caller }: Command): void {
  if (caller.reach.rules_edit === 'all') return
  throw automationRefusal('forbidden.automation')
}
