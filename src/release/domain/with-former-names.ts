import { bare } from '#domain/kernel/bare'
import { own } from '#domain/kernel/own'
import { formerKey as key } from '#domain/rules/former-names'
import type { Field, Model } from '#schemas/model'

type Names = Readonly<Record<string, string>>

/**
 * The rules with the last name of everything that those before them had, or remembered, and they have not: a deal that ended
 * by a reason, or in a stage, that was taken out of the file is still told by what people called it.
 */
export function withFormerNames(model: Model, before: Model): Model {
  const clients = clientsAfter(model.clients, before.clients)
  return {
    ...model,
    fields: fieldsAfter(model.fields, before.fields),
    ...(clients === undefined ? {} : { clients }),
    former: without({ ...before.former, ...namesIn(before) }, namesIn(model)),
  }
}

/** Everything that has a name of its own and may be taken out while deals still speak of it. */
function namesIn({ pipelines, outcomes: { lost, cancelled }, channels = {} }: Model): Names {
  const { followUp } = lost
  return Object.fromEntries([
    ...Object.entries(pipelines).flatMap(([id, { name, stages }]) => [
      [key('direction', id), name] as const,
      ...stages.flatMap((stage) => [
        [key('stage', id, stage.id), stage.name] as const,
        ...stage.tasks.map((task) => [key('task', id, stage.id, task.id), task.do] as const),
      ]),
    ]),
    ...Object.entries({ ...cancelled.reasons, ...lost.reasons }).map(
      ([id, name]) => [key('reason', id), name] as const,
    ),
    ...Object.entries(channels).map(([id, { name }]) => [key('channel', id), name] as const),
    ...(followUp === undefined ? [] : [[key('follow_up', followUp.id), followUp.do] as const]),
  ])
}

function clientsAfter(clients: Model['clients'], before: Model['clients']): Model['clients'] {
  if (clients === undefined) return undefined
  const { company, person } = clients.kinds
  const kinds = {
    company: fieldsAfter(company, before?.kinds.company ?? {}),
    person: fieldsAfter(person, before?.kinds.person ?? {}),
  }
  return { ...clients, kinds }
}

/** Fields with the choices that those of earlier rules had beside theirs. */
function fieldsAfter<F extends Field>(
  fields: Readonly<Record<string, F>>,
  before: Readonly<Record<string, Field>>,
): Readonly<Record<string, F>> {
  const after = Object.entries(fields).map(([id, { former: _former, ...field }]) => {
    const was = own(before, id)
    const former = without({ ...was?.former, ...was?.options }, field.options ?? {})
    return [id, Object.keys(former).length === 0 ? field : { ...field, former }] as const
  })
  return bare(after) as Readonly<Record<string, F>>
}

function without(names: Names, known: Names): Names {
  return bare(Object.entries(names).filter(([id]) => !Object.hasOwn(known, id)))
}
