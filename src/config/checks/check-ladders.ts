import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { isLonger } from './length-of'
import { say } from '#config/messages/say'
import { entryOf } from '#config/yaml/tree'
import type { LadderStep } from '#schemas/model'

/** Checks that every ladder climbs: each step later than the one before, each alarm of the plan lower. */
export function checkLadders(context: Context, { model }: Whole): void {
  for (const steps of Object.values(model.escalations)) {
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1]
      if (before !== undefined && !isLater(context, step, before, model.calendar)) reportStep(context, step, before)
    }
  }
  for (const [index, step] of model.plan.whenBehind.entries()) {
    const before = model.plan.whenBehind[index - 1]
    const at = entryOf(context.sites.get(step), 'below')?.value
    if (before === undefined || at === undefined || step.below === 0 || before.below === 0 || step.below < before.below)
      continue
    report(context, at, {
      code: 'ladder-order',
      message: say('behind-order', { step: `${step.below}%`, before: `${before.below}%` }),
      help: say('write-lower', { before: `${before.below}%` }),
    })
  }
}

function isLater(
  context: Context,
  step: LadderStep,
  before: LadderStep,
  calendar: Whole['model']['calendar'],
): boolean {
  if (step.after === undefined) return isUnread(context, step)
  if (before.after === undefined) return true
  const isShorter = isLonger(before.after, step.after, calendar)
  const isSame = before.after.text === step.after.text
  return !isShorter && !isSame
}

/** An “after” that could not be read has been reported already. */
function isUnread(context: Context, step: LadderStep): boolean {
  const after = entryOf(context.sites.get(step), 'after')?.value
  return after?.kind !== 'scalar' || after.text.trim() !== 'at once'
}

function reportStep(context: Context, step: LadderStep, before: LadderStep): void {
  const at = entryOf(context.sites.get(step), 'after')?.value
  if (at === undefined) return
  const [own, other] = [step.after?.text ?? 'at once', before.after?.text ?? 'at once']
  report(context, at, {
    code: 'ladder-order',
    message: say('ladder-order', { step: own, before: other }),
    help: say('climb-later', { before: other }),
  })
}
