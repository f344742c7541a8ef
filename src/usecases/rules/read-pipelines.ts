import { paperFactText } from '#domain/rules/paper-facts'
import type { Ports } from '#ports/ports'
import type { Condition, Stage, TaskTemplate } from '#schemas/model'
import type { PipelineList, PipelineView, StageView } from '#schemas/views'

/** Every direction as it is sold today: stages with the direction's changes applied, tasks and gates in the file's words. */
export async function readPipelines({ rules }: Pick<Ports, 'rules'>): Promise<PipelineList> {
  const { version, model } = await rules.current()
  return {
    configVersion: version,
    items: Object.values(model.pipelines).map((pipeline): PipelineView => ({
      id: pipeline.id,
      name: pipeline.name,
      axes: { ...pipeline.axes },
      wonAfter: pipeline.wonAfter,
      maySkip: [...pipeline.maySkip],
      stages: pipeline.stages.map(stageView),
    })),
    outcomes: { lost: { ...model.outcomes.lost.reasons }, cancelled: { ...model.outcomes.cancelled.reasons } },
    events: Object.fromEntries(Object.entries(model.events).map(([id, event]) => [id, event.name])),
  }
}

function stageView(stage: Stage): StageView {
  const { id, name, goal, howTo, chance, maxAge, maxIdle, gate, make } = stage
  return {
    id,
    name,
    ...(goal === undefined ? {} : { goal }),
    ...(howTo === undefined ? {} : { howTo }),
    ...(chance === undefined ? {} : { chance }),
    ...(maxAge === undefined ? {} : { maxAge: maxAge.text }),
    ...(maxIdle === undefined ? {} : { maxIdle: maxIdle.text }),
    tasks: stage.tasks.map(templateView),
    ...(gate === undefined ? {} : { gate: gateRule(gate) }),
    ...(make === undefined
      ? {}
      : { make: make.map(({ document, after }) => ({ paper: document, ...(after === undefined ? {} : { after }) })) }),
    line: stage.origin.line,
  }
}

function gateRule(gate: NonNullable<Stage['gate']>): NonNullable<StageView['gate']> {
  return {
    filled: [...gate.filled],
    ...(gate.must === undefined ? {} : { must: words(gate.must) }),
    ...(gate.paid === undefined ? {} : { paid: gate.paid }),
    ...(gate.invoiced === undefined ? {} : { invoiced: [...gate.invoiced] }),
    ...(gate.signed === undefined ? {} : { signed: [...gate.signed] }),
    ...(gate.mayOverride === undefined ? {} : { mayOverride: gate.mayOverride }),
    ...(gate.message === undefined ? {} : { message: gate.message }),
  }
}

function templateView(template: TaskTemplate): StageView['tasks'][number] {
  const { id, by, due, optional, howTo, when, doneWhen, checklist, origin } = template
  return {
    id,
    do: template.do,
    by,
    due: due.text,
    optional,
    ...(howTo === undefined ? {} : { howTo }),
    ...(when === undefined ? {} : { when: words(when) }),
    ...(doneWhen === undefined ? {} : { doneWhen: paperFactText(doneWhen) }),
    checklist: [...checklist],
    line: origin.line,
  }
}

/** A condition as the analyst wrote it, on one line. */
function words(condition: Condition): string {
  const lines = condition.all.map((test) => test.text)
  const any = condition.any?.map((one) => `{${words(one)}}`).join(' or ')
  return [...lines, ...(any === undefined ? [] : [`any of ${any}`])].join('; ')
}
