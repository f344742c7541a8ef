import { joined, line } from './blocks'
import type { Text } from './blocks'
import {
  anchors,
  conditionOf,
  dueOf,
  event,
  field,
  people,
  person,
  slugs,
  stageById,
  taskById,
  valueOf,
} from './playbook-scene'
import type { Scene, StageAt } from './playbook-scene'
import type { AutomationAction, AutomationRule, Condition } from '#schemas/model'

/** What sets a rule of the automation off, as a sentence without its end: “When …”. */
export function ruleHead(scene: Scene, rule: AutomationRule): Text {
  const words = scene.words.frame.automation
  const what = eventOf(scene, rule)
  return rule.when === undefined ? words.when(what) : words.whenAnd(what, conditionOf(scene, rule.when))
}

/** What a rule does, action by action. */
export function ruleActions(scene: Scene, rule: AutomationRule): readonly Text[] {
  return rule.actions.map((action) => actionOf(scene, action))
}

/** A whole rule as one line, with a link to its place. */
export function ruleLine(scene: Scene, rule: AutomationRule): Text {
  const actions = joined(ruleActions(scene, rule), '; ')
  const more = {
    link: scene.words.frame.automation.more,
    to: { page: slugs.automation, anchor: anchors.rule(rule.id) },
  }
  return line`${ruleHead(scene, rule)}: ${actions} (${more}).`
}

/** The rules that concern a stage: set off by it, meant for deals in it, moving deals to it, ticking its tasks off. */
export function rulesOfStage({ model }: Scene, { pipeline, stage }: StageAt): readonly AutomationRule[] {
  return model.automation.filter((rule) => {
    if (isForOther(rule.when, 'pipeline', pipeline.id)) return false
    if (rule.stage === stage.id || tests(rule.when, 'stage', stage.id)) return true
    const tasks = stage.tasks.map(({ id }) => id)
    if (rule.task !== undefined && tasks.includes(rule.task)) return true
    return rule.actions.some(
      (action) =>
        (action.kind === 'move_to' && action.stage === stage.id) ||
        (action.kind === 'complete_task' && tasks.includes(action.task)),
    )
  })
}

function tests(condition: Condition | undefined, id: 'stage' | 'pipeline', value: string): boolean {
  if (condition === undefined) return false
  if (condition.all.some((test) => test.field === id && test.op === 'is' && test.values.includes(value))) return true
  return (condition.any ?? []).some((one) => tests(one, id, value))
}

function isForOther(condition: Condition | undefined, id: 'pipeline', value: string): boolean {
  return condition?.all.some((test) => test.field === id && test.op === 'is' && !test.values.includes(value)) === true
}

function eventOf(scene: Scene, rule: AutomationRule): Text {
  const { on } = scene.words.frame.automation
  switch (rule.on) {
    case 'deal_created':
      return [on.dealCreated]
    case 'stage_entered':
      return on.stageEntered(rule.stage === undefined ? undefined : stageById(scene, rule.stage))
    case 'field_changed':
      return on.fieldChanged(field(scene, rule.field ?? ''))
    case 'task_done':
      return on.taskDone(rule.task === undefined ? undefined : taskById(scene, rule.task))
    case 'deal_won':
      return [on.dealWon]
    case 'deal_lost':
      return [on.dealLost]
    case 'deal_cancelled':
      return [on.dealCancelled]
    case 'call_missed':
    case 'call_answered':
    case 'message_received':
    case 'mail_received':
    case 'form_received':
    case 'client_waiting':
    case 'call_back_late':
      return [on.channels[rule.on]]
    default:
      return on.event(event(scene, rule.on))
  }
}

function actionOf(scene: Scene, action: AutomationAction): Text {
  const words = scene.words.frame.automation
  switch (action.kind) {
    case 'add_task': {
      const { template } = action
      return words.addTask(template.do, person(scene, template.by), dueOf(scene, template, 'opened'))
    }
    case 'complete_task':
      return words.completeTask(taskById(scene, action.task))
    case 'move_to':
      return action.stage === 'completed' ? [words.complete] : words.moveTo(stageById(scene, action.stage))
    case 'set':
      return joined(
        Object.entries(action.fields).map(([id, value]) =>
          value === null ? words.clear(field(scene, id)) : words.set(field(scene, id), valueOf(scene, id, value)),
        ),
        '; ',
      )
    case 'send':
      return words.send(scene.model.messages?.templates?.[action.template]?.name ?? action.template)
    case 'notify':
      return words.notify(people(scene, action.roles))
  }
}
