import { choiceName } from '#domain/rules/choice-name'
import { placeName, reasonName } from '#domain/rules/former-names'
import { missingPart, type MissingPart } from '#domain/deals/missing-words'
import { dealIdOf } from '#domain/kernel/task-id'
import { plainText } from '#domain/rules/task-text'
import { conditionSentences, fieldLabel, roleCalled } from '#playbook/rule-sentences'
import type { FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Language } from '#schemas/language-names'
import type { Condition, Field, Model } from '#schemas/model'
import type { PageAsk } from '#pages/page.tsx'
import type { DealPageFile } from '#usecases/deals/read-deal-page'
import { earlierRules } from '#usecases/rules/earlier-rules'

import { lackedTexts, toldNames } from './texts/told'

/** The rules that name what an event speaks of: those in force, then those of its own day where the former lack a name. */
export type Namers = readonly Model[]

/**
 * Finds for each event the rules that name what it speaks of. Earlier versions are read only where those in force have
 * forgotten something: a reason, a stage or a choice that was taken out of the file is still told by its name. A version
 * that cannot be read is told to the log: what it alone names is told by its id, and the page is there all the same.
 */
export async function namersOf(
  { ports }: Pick<PageAsk, 'ports'>,
  { newest }: Pick<DealPageFile, 'newest'>,
  events: readonly DomainEvent[],
): Promise<(event: DomainEvent) => Namers> {
  const forgetful = events.filter((event) => hasForgotten(newest.model, event))
  const wanted = new Set(forgetful.map((event) => event.configVersion))
  const known = [...wanted].filter((no) => no > 0 && no < newest.version)
  const read = await Promise.all(known.map(async (no) => [no, (await earlierRules(ports, no))?.model] as const))
  const models = new Map(read)
  return ({ configVersion }) => {
    const own = models.get(configVersion)
    return own === undefined ? [newest.model] : [newest.model, own]
  }
}

function hasForgotten(model: Model, { name, detail }: DomainEvent): boolean {
  const { reason, said, event, from, deal, changes = {}, override } = detail
  const isChosen = name === 'deal.lost' || name === 'deal.cancelled'
  return (
    (isChosen && reason !== undefined && said === undefined && reasonName(model, reason) === undefined) ||
    (event !== undefined && postedIn(model, event, 'en') === undefined) ||
    [from, deal].some((place) => place !== undefined && placeName(model, place) === undefined) ||
    Object.entries(changes).some(([id, values]) => !holds(model, id, values)) ||
    (override !== undefined &&
      (roleIn(model, override.role, 'en') === undefined ||
        override.missing.some((word) => isForgotten(model, missingPart(word)))))
  )
}

/** The first name that the rules have for something. */
export function named(namers: Namers, nameIn: (model: Model) => string | undefined): string | undefined {
  for (const model of namers) {
    const name = nameIn(model)
    if (name !== undefined) return name
  }
  return undefined
}

/** What a role is called in these rules; the manager of a deal and their head are in no list of roles. */
export function roleIn(model: Model, role: string, language: Language): string | undefined {
  const isKnown = model.roles[role] !== undefined || role === 'owner' || role === 'owner_manager'
  return isKnown ? roleCalled(role, model, language) : undefined
}

/** What something that was posted is called: by the rules, or by the product. */
export function postedIn(model: Model, event: string, language: Language): string | undefined {
  return model.events[event]?.name ?? (toldNames[language] as Readonly<Record<string, string>>)[event]
}

/** The field that both values are read by: of the first rules that know it with the choices it had. */
export function fieldIn(namers: Namers, id: string, values: readonly (FieldValue | undefined)[]): Field | undefined {
  return (namers.find((model) => holds(model, id, values)) ?? namers.find((model) => model.fields[id]))?.fields[id]
}

/** The field as people call it in these rules. */
export function fieldNameIn(model: Model, id: string, language: Language): string | undefined {
  const field = model.fields[id]
  return field === undefined ? undefined : fieldLabel(field, language)
}

function holds({ fields }: Model, id: string, values: readonly (FieldValue | undefined)[]): boolean {
  // Not a field: what a won deal counts as.
  if (id === 'counts_as') return true
  const field = fields[id]
  if (field === undefined) return false
  const { options } = field
  if (field.type !== 'choice' || options === undefined) return true
  return values.every((value) => typeof value !== 'string' || choiceName(field, value) !== undefined)
}

/**
 * What a move lacked, kept as `task:send_deck`, `field:need`, `must:discount: at most 20%`, `skip:offer`, as people call it: a
 * task of the deal by its words, everything else as these rules do, or by its id where they have forgotten it.
 */
export function missingName(
  { ask: { language }, file: { tasks } }: { readonly ask: PageAsk; readonly file: Pick<DealPageFile, 'tasks'> },
  namers: Namers,
  word: string,
): string {
  const part = missingPart(word)
  const task = part.kind === 'task' ? tasks.find(({ id }) => id === part.id) : undefined
  return task?.do ?? named(namers, (model) => missingIn(model, part, language)) ?? part.wish ?? part.id
}

/** Whether these rules lack a name that they had; a task that somebody added by hand was never in any. */
function isForgotten(model: Model, part: MissingPart): boolean {
  return !(part.kind === 'task' && dealIdOf(part.id) !== undefined) && missingIn(model, part, 'en') === undefined
}

function missingIn(model: Model, part: MissingPart, language: Language): string | undefined {
  const { kind, id } = part
  const stages = Object.values(model.pipelines).flatMap((one) => one.stages)
  switch (kind) {
    case 'field':
      return fieldNameIn(model, id, language)
    case 'skip':
      // Earlier it was not kept which stages were passed over.
      return id === '' ? lackedTexts[language].order : stages.find((stage) => stage.id === id)?.name
    case 'must': {
      const test = stages.flatMap(({ gate }) => testsOf(gate?.must)).find((one) => isLine(one, part))
      if (test !== undefined) return conditionSentences({ all: [test] }, model, language).join('')
      return moneyIn(model, part, language)
    }
    case 'task': {
      const found = stages.flatMap(({ tasks }) => tasks).find((template) => template.id === id)
      return found === undefined ? undefined : plainText(found.do)
    }
  }
}

/** Every line of a condition, those of its alternatives among them. */
function testsOf(condition: Condition | undefined): Condition['all'] {
  return condition === undefined ? [] : [...condition.all, ...(condition.any ?? []).flatMap(testsOf)]
}

/** Whether a line of a gate is the one that was kept, with its field before it or, as earlier, by its field alone. */
function isLine({ field, text }: Condition['all'][number], { id, wish }: MissingPart): boolean {
  if (wish === undefined && field === id) return true
  return [text, `${field} ${text}`]
    .map((line) => missingPart(`must:${line}`))
    .some((line) => line.id === id && line.wish === wish)
}

/** What a gate asks of payments, invoices and documents. */
function moneyIn({ invoices, documents }: Model, { id, wish = '' }: MissingPart, language: Language) {
  const t = lackedTexts[language]
  const name = (id === 'invoiced' ? invoices : id === 'signed' ? documents : undefined)?.[wish]?.name
  if (id === 'paid') return t.paid(/\d+(?:\.\d+)?/.exec(wish)?.[0] ?? '')
  return name === undefined ? undefined : id === 'invoiced' ? t.invoiced(name) : t.signed(name)
}
