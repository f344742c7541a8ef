import type { Model } from '#schemas/model'
import type { Frame } from './words/frame'

type Said = { readonly model: Model; readonly words: { readonly frame: Pick<Frame, 'automation'> } }

/** What people call a ladder: what is late when it is climbed, because rules give it no name of its own. */
export function ladderName(said: Said, id: string): string {
  const words = said.words.frame.automation
  if (id === 'late_task') return words.lateTask
  if (id === 'stuck_deal') return words.stuckDeal
  const places = [...new Set([...stuckIn(said, id), ...lateBy(said, id)])]
  return places.length === 0 ? words.unusedLadder : places.join('; ')
}

/** Stages where a deal may stay too long. */
function stuckIn({ model, words }: Said, id: string): readonly string[] {
  const stages = stagesOf(model).filter(
    ({ whenStuck, maxAge, maxIdle }) => whenStuck === id && (maxAge !== undefined || maxIdle !== undefined),
  )
  const { stuckDeal } = words.frame.automation
  return stages.map(({ name }) => `${stuckDeal}: ${name}`)
}

/** Tasks, calls and letters that may be late. */
function lateBy({ model, words }: Said, id: string): readonly string[] {
  const { lateTask } = words.frame.automation
  const tasks = stagesOf(model).flatMap((stage) => stage.tasks.filter(({ escalate }) => escalate === id))
  const owed = [
    model.calls?.missed?.whenLate === id ? model.calls.missed.do : undefined,
    model.messages?.whenLate === id ? model.messages.do : undefined,
  ]
  const rules = model.automation.flatMap(({ actions }) =>
    actions.flatMap((one) => (one.kind === 'add_task' && one.template.escalate === id ? [one.template.do] : [])),
  )
  return [...tasks.map((task) => task.do), ...owed, ...rules].flatMap((what) =>
    what === undefined ? [] : [`${lateTask}: ${what}`],
  )
}

function stagesOf({ pipelines }: Model): readonly Model['pipelines'][string]['stages'][number][] {
  return Object.values(pipelines).flatMap(({ stages }) => stages)
}
