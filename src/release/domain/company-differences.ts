import { own } from '#domain/kernel/own'
import { weekText } from '#domain/time/week-text'
import type { Difference } from '#domain/rules/difference'
import { channelDifferences } from './channel-differences'
import { clientDifferences } from './client-differences'
import { newDealDifferences } from './new-deal-differences'
import { paperDifferences } from './paper-differences'
import type { Renamed } from '#domain/rules/renaming'
import { changedDays, isOtherWeek, listText } from '#domain/rules/rule-words'
import { atOnceText } from './stage-differences'
import type { AutomationRule, Field, LadderStep, Model, Outcome } from '#schemas/model'

/** In what two versions differ beside their directions: roles, fields, events, outcomes, new deals, ladders, calendars, automation. */
export function companyDifferences(before: Model, after: Model, { renaming }: Renamed): readonly Difference[] {
  return [
    ...calendarDifferences(before, after),
    ...listed('role', before.roles, after.roles, renaming.roles),
    ...fieldDifferences(before, after, renaming),
    ...listed('event', before.events, after.events, {}),
    ...reasonDifferences(before, after),
    ...newDealDifferences(before, after),
    ...ladderDifferences(before, after),
    ...paperDifferences(before, after),
    ...channelDifferences(before, after),
    ...clientDifferences(before, after),
    ...automationDifferences(before, after),
    ...planDifferences(before, after),
  ]
}

function calendarDifferences(before: Model, after: Model): readonly Difference[] {
  const pairs = [
    ['calendar', before.calendar, after.calendar] as const,
    ...Object.keys(after.calendars).flatMap((id) => {
      const was = own(before.calendars, id)
      const is = own(after.calendars, id)
      return was === undefined || is === undefined ? [] : [[`calendars.${id}`, was, is] as const]
    }),
  ]
  return pairs.flatMap(([key, was, is]) => {
    const days = changedDays(was, is)
    const week = isOtherWeek(was, is)
    if (days.length === 0 && !week) return []
    const to = listText([...days, ...(week ? [`${is.timezone} ${weekText(is)}`] : [])])
    return [
      { group: 'atOnce', code: 'calendar', key, names: { days: listText(days) }, to, at: [], mayBeNow: true } as const,
    ]
  })
}

/** Things that are there, that are new and that are gone, by id. */
function listed(
  kind: 'role' | 'event',
  before: Model['roles'],
  after: Model['roles'],
  moved: Readonly<Record<string, string>>,
): readonly Difference[] {
  const section = `${kind}s`
  const targets = new Set(Object.values(moved))
  const added = Object.keys(after)
    .filter((id) => !Object.hasOwn(before, id) && !targets.has(id))
    .map((id): Difference => ({
      group: 'atOnce',
      code: `${kind}-added`,
      key: `${section}.${id}`,
      names: { [kind]: id, name: after[id]?.name ?? id },
      line: after[id]?.origin.line ?? 0,
    }))
  const gone = Object.keys(before).filter((id) => !Object.hasOwn(after, id))
  const left = gone.map((id): Difference => {
    const to = own(moved, id)
    const names = { [kind]: id, name: before[id]?.name ?? id }
    if (to === undefined) return { group: 'atOnce', code: `${kind}-removed`, key: `${section}.${id}`, names }
    return { group: 'moves', code: 'role-moved', key: `${section}.${id}`, names, from: id, to }
  })
  const texts = Object.keys(after).flatMap((id) => {
    const was = own(before, id)
    return was === undefined
      ? []
      : atOnceText(was.name, after[id]?.name, {
          key: `${section}.${id}`,
          names: { [kind]: id },
          line: after[id]?.origin.line ?? 0,
        })
  })
  return [...added, ...left, ...texts]
}

function fieldDifferences(
  before: Model,
  after: Model,
  { fields, options, pipelines }: Renamed['renaming'],
): readonly Difference[] {
  const targets = new Set(Object.values(fields))
  const added = Object.values(after.fields)
    .filter(({ id }) => own(before.fields, id) === undefined && !targets.has(id))
    .map((field): Difference => ({ ...atField('field-added', field), to: typeText(field) }))
  const others = Object.values(before.fields).flatMap((was): readonly Difference[] => {
    const is = own(after.fields, own(fields, was.id) ?? was.id)
    if (is === undefined) return [atField('field-removed', was)]
    const moved: Difference = { ...atField('field-moved', was), group: 'moves', from: was.id, to: is.id }
    return [
      ...(was.id === is.id ? [] : [moved]),
      ...changedField(was.to === undefined ? was : { ...was, to: own(pipelines, was.to) ?? was.to }, is),
      ...optionDifferences(was, is, own(options, was.id) ?? {}),
    ]
  })
  return [...added, ...others]
}

function atField(code: Difference['code'], { id, name, origin }: Field): Difference {
  const line = origin === undefined ? {} : { line: origin.line }
  return { group: 'atOnce', code, key: `fields.${id}`, names: { field: id, name }, ...line }
}

function changedField(was: Field, is: Field): readonly Difference[] {
  const text = ({ type, to, min, max, formula, writtenBy }: Field) =>
    listText([
      typeText({ type, to }),
      ...(writtenBy === undefined ? [] : [`written_by: ${listText(writtenBy)}`]),
      ...(min === undefined ? [] : [`min ${boundOf(type, min)}`]),
      ...(max === undefined ? [] : [`max ${boundOf(type, max)}`]),
      ...(formula === undefined ? [] : [formula]),
    ])
  const rule = text(was) === text(is) ? [] : [{ ...atField('field-changed', is), from: text(was), to: text(is) }]
  return [
    ...rule,
    ...atOnceText(was.name, is.name, {
      key: `fields.${is.id}.name`,
      names: { field: is.id },
      line: is.origin?.line ?? 0,
    }),
  ]
}

/** A bound as the file writes it: a percentage with its sign, a sum in whole units. */
function boundOf(type: Field['type'], bound: number): string {
  if (type === 'percent') return `${bound}%`
  return String(type === 'money' ? bound / 100 : bound)
}

/** What a field holds; of a link, deals of which direction. */
function typeText({ type, to }: { readonly type: Field['type']; readonly to?: string | undefined }): string {
  return to === undefined ? type : `${type} to ${to}`
}

function optionDifferences(was: Field, is: Field, moved: Readonly<Record<string, string>>): readonly Difference[] {
  const targets = new Set(Object.values(moved))
  const before = Object.keys(was.options ?? {})
  const after = Object.keys(is.options ?? {})
  const one = (code: Difference['code'], option: string): Difference => ({
    group: 'atOnce',
    code,
    key: `fields.${is.id}.${option}`,
    names: { field: is.id, option },
    line: is.origin?.line ?? 0,
  })
  return [
    ...after.filter((id) => !before.includes(id) && !targets.has(id)).map((id) => one('option-added', id)),
    ...before
      .filter((id) => !after.includes(id))
      .map((id): Difference => {
        const to = own(moved, id)
        return to === undefined
          ? one('option-removed', id)
          : { ...one('option-moved', id), group: 'moves', from: id, to }
      }),
  ]
}

function reasonDifferences(before: Model, after: Model): readonly Difference[] {
  return (['lost', 'cancelled'] as const).flatMap((outcome) => {
    const was = outcomeParts(before.outcomes[outcome])
    const is = outcomeParts(after.outcomes[outcome])
    const from = was.filter((part) => !is.includes(part))
    const to = is.filter((part) => !was.includes(part))
    if (from.length + to.length === 0) return []
    return [
      {
        group: 'atOnce',
        code: 'reason',
        key: `outcomes.${outcome}`,
        names: { outcome },
        from: from.length === 0 ? null : listText(from),
        to: to.length === 0 ? null : listText(to),
        line: after.outcomes[outcome].origin.line,
      } as const,
    ]
  })
}

function outcomeParts({ reasons, who, followUp }: Outcome): readonly string[] {
  return [
    ...Object.entries(reasons).map(([id, name]) => `${id}: ${name}`),
    ...(who === undefined ? [] : [`who: ${who}`]),
    ...(followUp === undefined ? [] : [`follow_up: ${followUp.do} (${followUp.by}, ${followUp.due.text})`]),
  ]
}

function ladderDifferences(before: Model, after: Model): readonly Difference[] {
  const text = (steps: readonly LadderStep[] | undefined) =>
    steps === undefined
      ? null
      : steps
          .map(({ after: wait, notify, giveTo, urgent, send }) =>
            listText([
              wait?.text ?? 'at once',
              ...notify,
              ...(giveTo === undefined ? [] : [`give_to ${giveTo}`]),
              ...(urgent === true ? ['urgent'] : []),
              ...(send === undefined ? [] : [`send ${send.template} to ${send.to}`]),
            ]),
          )
          .join('; ')
  const names = new Set([...Object.keys(before.escalations), ...Object.keys(after.escalations)])
  return [...names].flatMap((ladder) => {
    const from = text(own(before.escalations, ladder))
    const to = text(own(after.escalations, ladder))
    if (from === to) return []
    const line = own(after.escalations, ladder)?.[0]?.origin.line
    return [
      {
        group: 'nextEntry',
        code: 'ladder',
        key: `escalations.${ladder}`,
        names: { ladder },
        from,
        to,
        at: [],
        mayBeNow: to !== null,
        ...(line === undefined ? {} : { line }),
      } as const,
    ]
  })
}

function automationDifferences(before: Model, after: Model): readonly Difference[] {
  const bare = (rule: AutomationRule | undefined) =>
    JSON.stringify(rule, (key, value: unknown) => (key === 'origin' ? undefined : value))
  const was = new Map(before.automation.map((rule) => [rule.id, rule]))
  const is = new Map(after.automation.map((rule) => [rule.id, rule]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    if (bare(was.get(id)) === bare(is.get(id))) return []
    const code = !was.has(id) ? 'automation-added' : is.has(id) ? 'automation-changed' : 'automation-removed'
    const line = is.get(id)?.origin.line
    return [
      {
        group: 'atOnce',
        code,
        key: `automation.${id}`,
        names: { rule: id },
        ...(line === undefined ? {} : { line }),
      } as const,
    ]
  })
}

function planDifferences(before: Model, after: Model): readonly Difference[] {
  const text = ({ plan }: Model) =>
    listText([
      `year_starts ${plan.yearStarts}`,
      ...plan.whenBehind.map(({ below, notify }) => `below ${below}%: ${listText(notify)}`),
    ])
  if (text(before) === text(after)) return []
  return [{ group: 'atOnce', code: 'plan', key: 'plan', names: {}, from: text(before), to: text(after) }]
}
