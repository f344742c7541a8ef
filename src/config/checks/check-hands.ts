import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { entryOf } from '#config/yaml/tree'
import { fieldsOfGate } from '#domain/deals/field-rights'
import type { Model, Pipeline, Stage } from '#schemas/model'

/**
 * Warns of directions that one seller passes alone up to the win, although others could have a say: no task of another role
 * and no field that another role writes stands in the way of it. Overrides are no such way: they are on record, with a reason.
 */
export function checkHands(context: Context, { model }: Whole): void {
  if (context.diagnostics.some(({ severity }) => severity === 'error')) return
  for (const pipeline of Object.values(model.pipelines)) {
    const last = pipeline.stages.findIndex(({ id }) => id === pipeline.wonAfter)
    const stages = pipeline.stages.slice(0, last + 1)
    const alone = handsOf(model, pipeline).find((hands) => stages.every((stage) => passes(model, stage, hands)))
    const asked = stages.flatMap((stage) => [...fieldsOfGate(stage, model)])
    // Where no gate asks for anything there is nothing that a second person could have said.
    if (alone === undefined || asked.length === 0 || !hasOthers(context, model, alone)) continue
    const at = entryOf(context.sites.get(pipeline), 'won_after')
    if (at === undefined) continue
    const gates = stages.filter(({ gate, tasks }) => gate !== undefined || tasks.some(({ optional }) => !optional))
    report(
      context,
      at.value,
      {
        code: 'one-pair-of-hands',
        message: say('one-pair', {
          who: alone.at(-1) ?? 'owner',
          pipeline: pipeline.id,
          gates: gates.map((stage) => ({ stage: stage.id, fields: [...fieldsOfGate(stage, model)] })),
        }),
        help: say('second-pair', { field: asked.at(-1) ?? '' }),
      },
      'warning',
    )
  }
}

/** Who sells in a direction: the owner of a deal, alone and together with each of the roles that deals of it are given to. */
function handsOf({ newDeals }: Model, { id, stages }: Pipeline): readonly (readonly string[])[] {
  const takers = newDeals
    .filter(({ pipeline }) => pipeline === id)
    .flatMap((line) => [line.giveTo, line.otherwise ?? ''])
  const first = stages[0]?.tasks.flatMap(({ by }) => by) ?? []
  const roles = new Set([...takers, ...(takers.length === 0 ? first : [])])
  for (const word of ['', 'owner', 'owner_manager', 'previous_owner']) roles.delete(word)
  return [['owner'], ...[...roles].map((role) => ['owner', role])]
}

/** Whether these hands do every task a stage waits for and write every field its gate looks at. */
function passes(model: Model, stage: Stage, hands: readonly string[]): boolean {
  const isTheirs = (names: readonly string[]): boolean => names.some((name) => hands.includes(name))
  const tasks = stage.tasks.filter(({ optional, when }) => !optional && when === undefined)
  const fields = [...fieldsOfGate(stage, model)].flatMap((id) => model.fields[id] ?? [])
  return (
    tasks.every(({ by, mayAlso = [] }) => isTheirs([by, ...mayAlso])) &&
    fields.every(({ writtenBy }) => writtenBy === undefined || isTheirs(writtenBy))
  )
}

/** Whether the file knows anybody else who could be the second person: a role that it uses, of people who do not sell. */
function hasOthers({ used }: Context, { roles, newDeals }: Model, hands: readonly string[]): boolean {
  const sellers = new Set([...hands, ...newDeals.flatMap(({ giveTo, otherwise = '' }) => [giveTo, otherwise])])
  return Object.keys(roles).some((role) => used.has(`role.${role}`) && !sellers.has(role))
}
