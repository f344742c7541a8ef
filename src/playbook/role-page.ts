import { capital, heading, joined, line, list, lowered, paragraph, plain, table } from './blocks'
import type { Block, Draft, Text } from './blocks'
import { withNotes } from './direction-page'
import { routeLine } from './deals-page'
import { ladderStep } from './ladder-lines'
import { ruleHead, ruleLine } from './rule-lines'
import { direction, dueOf, ladder, person, personName, slugs, stageOf, taskLink } from './playbook-scene'
import type { Scene, StageAt } from './playbook-scene'
import type { LadderStep, TaskTemplate } from '#schemas/model'

/** The page of a role: everything it owes, decides, is told and takes over. */
export function rolePage(scene: Scene, id: string): Draft {
  const name = personName(scene, id)
  const title = plain(capital([name]))
  const words = scene.words.frame.role
  const parts = [
    ...taskTable(scene, words.tasks, words.caption(title), owedBy(scene, id)),
    ...taskTable(scene, words.asOwner, words.caption(personName(scene, 'owner')), owedAsOwner(scene, id)),
    ...section(words.added, addedTasks(scene, id)),
    ...section(words.decides, decisions(scene, id)),
    ...section(words.told, told(scene, id)),
    ...section(words.takesOver, takenOver(scene, id)),
    ...section(words.deals, newDeals(scene, id)),
  ]
  return {
    slug: slugs.role(id),
    title,
    blocks: [heading(1, title), paragraph(parts.length === 0 ? words.nothing : words.intro(title)), ...parts],
  }
}

/** A task of a stage with every direction that has it: the same line of the file is told once. */
export type Owed = { readonly at: StageAt; readonly task: TaskTemplate; readonly pipelines: readonly string[] }

/** The tasks of stages that a role does, in the order of the stages; of all directions where not said. */
export function owedBy(
  { model }: Scene,
  id: string,
  isMeant: (pipeline: string) => boolean = () => true,
): readonly Owed[] {
  const owed = new Map<string, Owed>()
  for (const pipeline of Object.values(model.pipelines).filter((one) => isMeant(one.id))) {
    for (const stage of pipeline.stages) {
      for (const task of stage.tasks.filter(({ by }) => by === id)) {
        const known = owed.get(task.origin.path)
        const pipelines = [...(known?.pipelines ?? []), pipeline.id]
        owed.set(task.origin.path, { at: known?.at ?? { pipeline, stage }, task, pipelines })
      }
    }
  }
  return [...owed.values()]
}

function section(title: string, lines: readonly Text[]): readonly Block[] {
  return lines.length === 0 ? [] : [heading(2, title), ...list(lines)]
}

/** The tasks of whoever manages a deal, in the directions whose new deals a role gets: by them its day goes. */
export function owedAsOwner(scene: Scene, id: string): readonly Owed[] {
  const own = new Set(
    scene.model.newDeals
      .filter(({ giveTo, otherwise }) => giveTo === id || otherwise === id)
      .map(({ pipeline }) => pipeline),
  )
  return owedBy(scene, 'owner', (pipeline) => own.has(pipeline))
}

function taskTable(scene: Scene, title: string, caption: string, owed: readonly Owed[]): readonly Block[] {
  const words = scene.words.frame.role
  const rows = owed.map(({ at, task, pipelines }): readonly Text[] => [
    withNotes(scene, [taskLink(at.pipeline, at.stage, task)], task),
    dueOf(scene, task, 'stage', at),
    stageOf(scene, at.pipeline, at.stage),
    directions(scene, pipelines),
  ])
  if (rows.length === 0) return []
  return [heading(2, title), ...table({ caption, heads: words.heads, rows })]
}

function directions(scene: Scene, ids: readonly string[]): Text {
  return joined(
    ids.map((id) => direction(scene, id)),
    ', ',
  )
}

function addedTasks(scene: Scene, id: string): readonly Text[] {
  const words = scene.words.frame.role
  const added = scene.model.automation.flatMap((rule) =>
    rule.actions.flatMap((action) => {
      if (action.kind !== 'add_task' || action.template.by !== id) return []
      const due = dueOf(scene, action.template, 'opened')
      return [words.addedTask([{ strong: action.template.do }], due, line`${ruleHead(scene, rule)}.`)]
    }),
  )
  const followUps = (['lost', 'cancelled'] as const).flatMap((outcome) => {
    const { followUp } = scene.model.outcomes[outcome]
    return followUp?.by === id ? [words.followUp([{ strong: followUp.do }], dueOf(scene, followUp, outcome))] : []
  })
  return [...added, ...followUps]
}

function decisions(scene: Scene, id: string): readonly Text[] {
  const words = scene.words.frame.role
  const gates = new Map<string, { readonly at: StageAt; readonly pipelines: readonly string[] }>()
  for (const pipeline of Object.values(scene.model.pipelines)) {
    for (const stage of pipeline.stages) {
      if (stage.gate?.mayOverride !== id) continue
      const known = gates.get(stage.gate.origin.path)
      const pipelines = [...(known?.pipelines ?? []), pipeline.id]
      gates.set(stage.gate.origin.path, { at: known?.at ?? { pipeline, stage }, pipelines })
    }
  }
  const { lost, cancelled } = scene.model.outcomes
  return [
    ...[...gates.values()].map(({ at, pipelines }) =>
      words.overrides(stageOf(scene, at.pipeline, at.stage), directions(scene, pipelines)),
    ),
    ...(lost.who === id ? [[words.mayLose]] : []),
    ...(cancelled.who === id ? [[words.mayCancel]] : []),
  ]
}

function told(scene: Scene, id: string): readonly Text[] {
  const words = scene.words.frame.role
  const rules = scene.model.automation.filter((rule) =>
    rule.actions.some((action) => action.kind === 'notify' && action.roles.includes(id)),
  )
  return [
    ...steps(scene, (step) => step.notify.includes(id)),
    ...rules.map((rule) => ruleLine(scene, rule)),
    ...scene.model.plan.whenBehind
      .filter((step) => step.notify.includes(id))
      .map((step) => [words.behind(scene.words.grammar.percent(step.below))]),
  ]
}

function takenOver(scene: Scene, id: string): readonly Text[] {
  return steps(scene, (step) => step.giveTo === id)
}

function steps(scene: Scene, isWanted: (step: LadderStep) => boolean): readonly Text[] {
  const words = scene.words.frame.role
  return Object.entries(scene.model.escalations).flatMap(([id, all]) =>
    all.filter(isWanted).map((step) => words.ladder(ladder(scene, id), lowered(ladderStep(scene, id, step)))),
  )
}

function newDeals(scene: Scene, id: string): readonly Text[] {
  const lines = scene.model.newDeals
    .filter((found) => found.giveTo === id || found.otherwise === id)
    .map((found) => routeLine(scene, found))
  return lines.length === 0 ? [] : [...lines, scene.words.frame.role.becomesOwner(person(scene, 'owner'))]
}
