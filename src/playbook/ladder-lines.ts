import type { Inline, Text } from './blocks'
import { anchors, people, person, slugs, taskLink } from './playbook-scene'
import type { Scene } from './playbook-scene'
import type { LadderStep, Pipeline, Stage } from '#schemas/model'

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

/** Everything that climbs a ladder when it is late: stages and tasks, each told once. */
export function usersOf({ model, words }: Scene, id: string): readonly Text[] {
  const users = new Map<string, Text>()
  for (const pipeline of Object.values(model.pipelines)) {
    for (const [key, link] of pipeline.stages.flatMap((stage) => usersIn(pipeline, stage, id))) {
      if (!users.has(key)) users.set(key, words.grammar.quoted([link]))
    }
  }
  return [...users.values()]
}

function usersIn(pipeline: Pipeline, stage: Stage, ladder: string): readonly (readonly [key: string, link: Inline])[] {
  const page = slugs.pipeline(pipeline.id)
  const isUsed = stage.whenStuck === ladder && (stage.maxAge !== undefined || stage.maxIdle !== undefined)
  const whole = { link: stage.name, to: { page, anchor: anchors.stage(stage.id) } }
  const tasks = stage.tasks.filter(({ escalate }) => escalate === ladder)
  return [
    ...(isUsed ? [[`stage ${stage.id}`, whole] as const] : []),
    ...tasks.map((task) => [task.origin.path, taskLink(pipeline, stage, task)] as const),
  ]
}

function isForStuck({ model }: Scene, id: string): boolean {
  if (id === 'stuck_deal') return true
  const stages = Object.values(model.pipelines).flatMap(({ stages: all }) => all)
  return (
    stages.some(({ whenStuck }) => whenStuck === id) &&
    !stages.some(({ tasks }) => tasks.some(({ escalate }) => escalate === id))
  )
}
