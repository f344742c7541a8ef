import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { entryOf, mapOf, scalarOf, scalarsOf } from '#config/yaml/tree'
import type { MapNode, Span } from '#config/yaml/tree'
import { clientFactIn } from '#domain/rules/client-facts'
import { namesInText } from '#domain/rules/task-text'
import { lookers } from '#schemas/clients/client-rules'
import type { Condition, Gate, Pipeline, Stage, TaskTemplate } from '#schemas/model'

/** Warns of questions to clients that nobody can answer as they are meant, and of what is personal and stands in a deal. */
export function checkClients(context: Context, whole: Whole): void {
  checkInns(context, whole)
  checkRoles(context, whole)
  checkFields(context, whole.root)
  for (const task of tasksIn(whole)) checkText(context, task)
  checkSeen(context, whole)
}

/** Numbers and addresses that nobody at all may see: nobody could call. */
function checkSeen(context: Context, { model }: Whole): void {
  const { see } = model.clients ?? {}
  const at = see === undefined ? undefined : context.sites.get(see)
  if (see === undefined || at === undefined || lookers.some((one) => see.contacts[one] !== 'no')) return
  const entry = entryOf(at, 'owner')
  const help = say('write', { text: 'owner: always' })
  report(context, entry?.value ?? at, { code: 'mask-without-reader', message: say('nobody-sees'), help })
}

/** The INN of a contact person is hardly ever meant: it is that of the company they work for. */
function checkInns(context: Context, { model }: Whole): void {
  const told = new Set<Span>()
  for (const stage of stagesIn(model)) {
    for (const { name, at } of asked(context, stage)) {
      const fact = clientFactIn(name, model.clients)
      const role = model.clients?.roles[fact?.role ?? '']
      if (fact?.field.id !== 'inn' || role?.of !== 'person' || told.has(at)) continue
      told.add(at)
      const message = say('inn-of-person', { name, role: role.id })
      report(context, at, { code: 'inn-of-person', message, help: say('write', { text: 'client.inn' }) }, 'warning')
    }
  }
}

/**
 * A gate that compares what a role says, and nothing up to it, neither what must be filled nor the text of a task, that
 * makes anybody put a client into the role.
 */
function checkRoles(context: Context, { model }: Whole): void {
  const told = new Set<Span>()
  for (const pipeline of Object.values(model.pipelines)) {
    const compared = pipeline.stages.flatMap((stage, index) =>
      comparedIn(context, stage.gate).map((one) => ({ ...one, stage: stage.id, index })),
    )
    for (const { name, at, stage, index } of compared) {
      const role = clientFactIn(name, model.clients)?.role ?? ''
      if (role === '' || told.has(at) || isAskedFor(role, pipeline, index)) continue
      told.add(at)
      const message = say('role-nobody-sets', { name, role, stage })
      const help = say('ask-for-role', { name: `client.${role}.name` })
      report(context, at, { code: 'gate-needs-role-nobody-sets', message, help }, 'warning')
    }
  }
}

function isAskedFor(role: string, { stages }: Pipeline, index: number): boolean {
  const isOfRole = (name: string): boolean => name.startsWith(`client.${role}.`)
  return stages
    .slice(0, index + 1)
    .some(
      ({ gate, tasks }) =>
        gate?.filled.some(isOfRole) === true || tasks.some((task) => namesInText(task.do).some(isOfRole)),
    )
}

type Asked = { readonly name: string; readonly at: Span }

function asked(context: Context, { gate, tasks }: Stage): readonly Asked[] {
  const filled = scalarsOf(gate === undefined ? undefined : context.sites.get(gate), 'filled')
  return [
    ...filled.map((node) => ({ name: node.text, at: node })),
    ...comparedIn(context, gate),
    ...tasks.flatMap(({ when }) => testsIn(context, when)),
  ]
}

function comparedIn(context: Context, gate: Gate | undefined): readonly Asked[] {
  return testsIn(context, gate?.must)
}

function testsIn(context: Context, condition: Condition | undefined): readonly Asked[] {
  if (condition === undefined) return []
  const own = condition.all.flatMap((test) => {
    const at = context.spans.get(test)
    return at === undefined ? [] : [{ name: test.field, at }]
  })
  return [...own, ...(condition.any ?? []).flatMap((one) => testsIn(context, one))]
}

function stagesIn({ pipelines }: Whole['model']): readonly Stage[] {
  return Object.values(pipelines).flatMap(({ stages }) => stages)
}

/** What fields of deals are called that hold what is known of a person; each with what the card calls it. */
const personal: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[_\s])(?:phone|telephone|tel|mobile|телефон\p{L}*|мобильн\p{L}*)(?:$|[_\s])/iu, 'client.phone'],
  [/(?:^|[_\s])(?:e-?mail|email_address|эл(?:ектронн\p{L}*)?\.? ?почт\p{L}*|почта)(?:$|[_\s])/iu, 'client.email'],
  [/(?:^|[_\s])(?:birthday|birth_date|date_of_birth|день рождения|дата рождения)(?:$|[_\s])/iu, 'client.birthday'],
  [/(?:^|[_\s])(?:passport(?:_\w+)?|паспорт\p{L}*)(?:$|[_\s])/iu, 'client.passport'],
]

function checkFields(context: Context, root: MapNode): void {
  for (const { key, keyAt, value } of mapOf(root, 'fields')?.entries ?? []) {
    const type = value.kind === 'map' ? scalarOf(value, 'type')?.text : undefined
    if (type !== 'text' && type !== 'date') continue
    const called = [key, value.kind === 'map' ? (scalarOf(value, 'name')?.text ?? '') : '']
    const [, name] = personal.find(([pattern]) => called.some((one) => pattern.test(one))) ?? []
    if (name === undefined) continue
    const isBuiltIn = name === 'client.phone' || name === 'client.email'
    const help = say('ask-card', { name, isBuiltIn })
    report(
      context,
      keyAt,
      { code: 'personal-in-text', message: say('personal-field', { field: key }), help },
      'warning',
    )
  }
}

function tasksIn({ model, stages }: Whole): ReadonlySet<TaskTemplate> {
  const actions = model.automation.flatMap((rule) => rule.actions)
  return new Set([
    ...[...stages.values(), ...stagesIn(model)].flatMap(({ tasks }) => tasks),
    ...actions.flatMap((action) => (action.kind === 'add_task' ? [action.template] : [])),
  ])
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}/u
const number = /(?:\+\d|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}\b/u

/** A number or an address that is written out in what is to be done. */
function checkText(context: Context, task: TaskTemplate): void {
  const node = entryOf(context.sites.get(task), 'do')?.value
  const found = address.exec(task.do) ?? number.exec(task.do)
  if (found === null || node === undefined) return
  const [text] = found
  const fault = {
    code: 'personal-in-text',
    message: say('written-in-text', { text }),
    help: say('keep-on-card'),
  } as const
  const isExact = node.kind === 'scalar' && node.isExact
  const at = isExact ? { start: node.start + found.index, end: node.start + found.index + text.length } : node
  report(context, at, fault, 'warning')
}
