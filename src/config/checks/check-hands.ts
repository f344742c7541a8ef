import { companyOf, rolesGiven, wayAlone, type Company, type Hands, type Way } from './hands'
import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import { entryOf } from '#config/yaml/tree'
import { fieldsOfGate } from '#domain/deals/field-rights'
import { personFieldOf } from '#domain/people/person-field'
import type { Model, Pipeline } from '#schemas/model'

/**
 * Warns of directions in which one seller wins a deal alone, although others could have a say: no task of another role and no
 * field that another role writes stands in the way, or what stands there may be skipped, overridden by the very seller, or is
 * done for them by a ladder or a rule. Overrides of others are no such way: they are on record, with a reason.
 */
export function checkHands(context: Context, { model }: Whole): void {
  if (context.diagnostics.some(({ severity }) => severity === 'error')) return
  const company = companyOf(model)
  for (const pipeline of Object.values(model.pipelines)) {
    const found = handsOf(company, pipeline)
      .map((hands) => ({ hands, way: wayAlone(company, pipeline, hands) }))
      .find(({ way }) => way !== undefined)
    const { hands: { names } = { names: [] }, way = [] } = found ?? {}
    // Where no gate asks for anything there is nothing that a second person could have said.
    const isAsked = way.some(({ stage: { gate } }) => gate !== undefined)
    const at = entryOf(context.sites.get(pipeline), 'won_after')
    if (!isAsked || at === undefined || !hasOthers(context, model, names)) continue
    report(
      context,
      at.value,
      {
        code: 'one-pair-of-hands',
        message: say('one-pair', { who: names.at(-1) ?? 'owner', pipeline: pipeline.id, gates: gatesOf(way, model) }),
        help: helpFor(way, model),
      },
      'warning',
    )
  }
}

/** The stages at which somebody could have been asked, with the fields of their gates and what opens them. */
function gatesOf(way: readonly Way[], model: Model) {
  return way
    .filter(({ stage: { gate, tasks } }) => gate !== undefined || tasks.some(({ optional }) => !optional))
    .map(({ stage, by }) => ({
      stage: stage.id,
      fields: [...fieldsOfGate(stage, model)],
      ...(by === undefined ? {} : { by }),
    }))
}

function helpFor(way: readonly Way[], model: Model): Phrase {
  const by = way.find((one) => one.by !== undefined)?.by
  if (by !== undefined) return say('second-pair-by', { by })
  return say('second-pair', { field: way.flatMap(({ stage }) => [...fieldsOfGate(stage, model)]).at(-1) ?? '' })
}

/**
 * Who sells in a direction: the owner of a deal, alone and together with each of the roles that deals are given to, here or
 * elsewhere, since anybody may begin a deal in any direction. Roles that nothing here is asked of are as the owner alone.
 */
function handsOf({ model, lines, sellers }: Company, { id, stages }: Pipeline): readonly Hands[] {
  const own = lines.get(id) ?? []
  const first = stages[0]?.tasks.flatMap(({ by }) => by) ?? []
  const usual = rolesIn(own.length === 0 ? first : own.slice(0, 1).flatMap(rolesGiven))
  const asked = stages.flatMap((stage) => [
    ...stage.tasks.flatMap(({ by, mayAlso = [] }) => [by, ...mayAlso]),
    ...[...fieldsOfGate(stage, model)].flatMap((field) => model.fields[field]?.writtenBy ?? []),
  ])
  const roles = new Set([
    ...usual,
    ...rolesIn([...own.flatMap(rolesGiven), ...asked.filter((role) => sellers.has(role))]),
  ])
  return [{ names: ['owner'], usual }, ...[...roles].map((role) => ({ names: ['owner', role], usual }))]
}

function rolesIn(names: readonly string[]): readonly string[] {
  const places = new Set(['owner', 'owner_manager', 'previous_owner'])
  return names.filter((name) => !places.has(name) && personFieldOf(name) === undefined)
}

/** Whether the file knows anybody else who could be the second person: a role that it uses, of people who do not sell. */
function hasOthers({ used }: Context, { roles, newDeals }: Model, hands: readonly string[]): boolean {
  const sellers = new Set([...hands, ...newDeals.flatMap(({ giveTo, otherwise = '' }) => [giveTo, otherwise])])
  return Object.keys(roles).some((role) => used.has(`role.${role}`) && !sellers.has(role))
}
