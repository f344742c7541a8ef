import { plainText } from '#domain/rules/task-text'
import { automationRefusal } from '#automation/words/automation-refusal'
import type { Pause } from '#ports/automation'
import type { Ports } from '#ports/ports'
import type { Automation, RuleView } from '#schemas/automation'
import type { AutomationAction, AutomationRule } from '#schemas/model'

type Needs = Pick<Ports, 'automation' | 'rules'>

/** The rules of the automation in force, in the order of the file, and which of them are paused. */
export async function readAutomation({ automation, rules }: Needs): Promise<Automation> {
  const [{ model, version }, pauses] = await Promise.all([rules.current(), automation.pauses()])
  return { configVersion: version, items: model.automation.map((rule) => viewOf(rule, pauses)) }
}

/** One rule of the automation in force, or a refusal that lists the ones there are. */
export async function readRule(ports: Needs, ruleId: string): Promise<RuleView> {
  const { items } = await readAutomation(ports)
  const found = items.find((rule) => rule.id === ruleId)
  if (found !== undefined) return found
  const known = items.map((rule) => rule.id)
  throw automationRefusal('rule_unknown', { id: ruleId, known }, { known })
}

function viewOf(rule: AutomationRule, pauses: readonly Pause[]): RuleView {
  const { id, on, field, stage, task, actions, origin } = rule
  const pause = pauses.find((one) => one.rule === id)
  return {
    id,
    on,
    ...(field === undefined ? {} : { field }),
    ...(stage === undefined ? {} : { stage }),
    ...(task === undefined ? {} : { task }),
    actions: actions.map(wordsOf),
    line: origin.line,
    ...(pause === undefined ? {} : { paused: { at: pause.at, by: pause.by, reason: pause.reason } }),
  }
}

function wordsOf(action: AutomationAction): string {
  switch (action.kind) {
    case 'add_task':
      return `add_task ${plainText(action.template.do)}`
    case 'complete_task':
      return `complete_task ${action.task}`
    case 'move_to':
      return `move_to ${action.stage}`
    case 'set':
      return `set ${Object.keys(action.fields).join(', ')}`
    case 'send':
      return `send ${action.template} to ${action.to}`
    case 'notify':
      return `notify ${action.roles.join(', ')}`
  }
}
