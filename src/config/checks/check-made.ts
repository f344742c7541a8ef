import { partOf, report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { entryOf, itemsOf, mapOf, scalarOf, scalarsOf } from '#config/yaml/tree'
import type { TreeNode } from '#config/yaml/tree'
import type { Gate, Model, Pipeline, Stage } from '#schemas/model'
import type { Whole } from './whole'

/**
 * Warns of papers that nobody is brought to make, of gates that wait for what a later stage makes, and of invoices that are
 * made before anybody has said the amount; reports tasks that wait for a signature nobody gives.
 */
export function checkMade(context: Context, whole: Whole): void {
  checkNeverMade(context, whole)
  for (const stage of whole.stages.values()) checkSignedTasks(context, stage, whole.model)
  const told = new Set<Gate | Stage>()
  for (const pipeline of Object.values(whole.model.pipelines)) {
    checkGates(context, pipeline, told)
    checkAmounts(context, pipeline, { model: whole.model, told })
  }
}

function checkNeverMade(context: Context, { root, model, stages }: Whole): void {
  // Where something could not be read, that may be what makes it.
  if (context.diagnostics.some(({ severity }) => severity === 'error')) return
  const section = mapOf(root, 'documents')
  const used = new Set(
    [...stages.values(), ...Object.values(model.pipelines).flatMap((one) => one.stages)].flatMap(usedIn),
  )
  for (const { id, invoice } of Object.values(model.documents ?? {})) {
    const entry = entryOf(section, id)
    // The paper of an invoice is made with the invoice by whoever issues that.
    if (used.has(id) || invoice !== undefined || entry === undefined) continue
    const message = say('never-made', { id })
    report(context, entry.keyAt, { code: 'document-never-made', message, help: say('add-make', { id }) }, 'warning')
  }
}

function usedIn({ make = [], gate, tasks }: Stage): readonly string[] {
  return [
    ...make.map(({ document }) => document),
    ...(gate?.signed ?? []),
    ...tasks.flatMap(({ doneWhen }) => doneWhen?.paper ?? []),
  ]
}

function checkSignedTasks(context: Context, { tasks }: Stage, { documents = {} }: Model): void {
  for (const task of tasks) {
    const { doneWhen } = task
    const kind = doneWhen?.fact === 'signed' ? documents[doneWhen.paper] : undefined
    const site = context.sites.get(task)
    const node = site === undefined ? undefined : scalarOf(site, 'done_when')
    if (kind === undefined || kind.signedBy !== undefined || node === undefined) continue
    const message = say('nobody-signs-task', { id: kind.id })
    reportIn(context, node, { code: 'signed-needs-signed_by', message, help: say('add-signed-by', { id: kind.id }) })
  }
}

/** What a gate waits for and only a stage behind it makes. */
function checkGates(context: Context, { stages }: Pipeline, told: Set<Gate | Stage>): void {
  for (const [at, { id, gate }] of stages.entries()) {
    const site = gate === undefined || told.has(gate) ? undefined : context.sites.get(gate)
    if (gate === undefined || site === undefined) continue
    const nodes = [...scalarsOf(site, 'signed'), ...scalarsOf(site, 'invoiced')]
    for (const node of nodes) {
      const makers = stages.flatMap(({ make = [] }, place) =>
        make.some((one) => one.document === node.text) ? [place] : [],
      )
      const [first] = makers
      if (first === undefined || first <= at) continue
      told.add(gate)
      const message = say('made-too-late', { id: node.text, maker: stages[first]?.id ?? '' })
      const help = say('make-here', { id: node.text, stage: id })
      report(context, partOf(node, {}), { code: 'gate-needs-never-made', message, help }, 'warning')
    }
  }
}

/** An invoice of a deal without an amount is not made: who comes to the stage that makes it must have said the amount. */
function checkAmounts(
  context: Context,
  { stages, maySkip }: Pipeline,
  { model, told }: { readonly model: Model; readonly told: Set<Gate | Stage> },
): void {
  if (model.fields['amount']?.formula !== undefined) return
  for (const [at, stage] of stages.entries()) {
    const site = told.has(stage) ? undefined : context.sites.get(stage)
    const before = stages.slice(0, at).filter(({ id }) => !maySkip.includes(id))
    if (site === undefined || before.some(({ gate }) => asksAmount(gate))) continue
    for (const item of itemsOf(site, 'make')) {
      const name = invoiceIn(item, model)
      if (name === undefined) continue
      told.add(stage)
      const message = say('amount-unknown', { id: name.text, stage: stage.id })
      const fault = { code: 'invoice-amount-unknown', message, help: say('ask-amount') } as const
      report(context, partOf(name, {}), fault, 'warning')
    }
  }
}

/** An invoice that is made on entry; after an event the amount may have been said in the stage itself. */
function invoiceIn(item: TreeNode, { invoices = {}, documents = {} }: Model) {
  if (item.kind !== 'scalar' || documents[item.text] !== undefined) return undefined
  return invoices[item.text] === undefined ? undefined : item
}

function asksAmount(gate: Gate | undefined): boolean {
  if (gate === undefined) return false
  return gate.filled.includes('amount') || gate.must?.all.some(({ field }) => field === 'amount') === true
}
