import type { Text } from './blocks'
import { people, person } from './playbook-scene'
import type { Scene } from './playbook-scene'
import type { LadderStep } from '#schemas/model'

/** A step of a ladder as a sentence; what it counts from depends on what the ladder is for. */
export function ladderStep(scene: Scene, id: string, step: LadderStep): Text {
  const start = isForStuck(scene, id) ? 'stuck' : 'late'
  return scene.words.grammar.step(step, start, {
    notify: people(scene, step.notify),
    send: templateName(scene, step.send?.template),
    giveTo: step.giveTo === undefined ? undefined : person(scene, step.giveTo),
  })
}

function templateName({ model }: Scene, id: string | undefined): string | undefined {
  return id === undefined ? undefined : (model.messages?.templates?.[id]?.name ?? id)
}

function isForStuck({ model }: Scene, id: string): boolean {
  if (id === 'stuck_deal') return true
  const stages = Object.values(model.pipelines).flatMap(({ stages: all }) => all)
  return (
    stages.some(({ whenStuck }) => whenStuck === id) &&
    !stages.some(({ tasks }) => tasks.some(({ escalate }) => escalate === id))
  )
}
