import { report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { scalarOf, scalarsOf } from '#config/yaml/tree'
import type { DocumentKind, Stage } from '#schemas/model'
import type { Whole } from './whole'

/** Reports gates that wait for a signature nobody gives, documents that are kept in no file, and those that share an id with an invoice. */
export function checkDocuments(context: Context, { model, stages }: Pick<Whole, 'model' | 'stages'>): void {
  const kinds = model.documents ?? {}
  for (const kind of Object.values(kinds)) {
    checkKeepIn(context, kind, model.fields)
    if (model.invoices?.[kind.id] !== undefined) reportTwice(context, kind)
  }
  for (const stage of stages.values()) checkSigned(context, stage, kinds)
}

function checkKeepIn(context: Context, kind: DocumentKind, fields: Whole['model']['fields']): void {
  const site = context.sites.get(kind)
  const node = site === undefined ? undefined : scalarOf(site, 'keep_in')
  const field = kind.keepIn === undefined ? undefined : fields[kind.keepIn]
  if (node === undefined || field === undefined || field.type === 'file' || context.untyped.has(field.id)) return
  const files = Object.values(fields).filter(({ type }) => type === 'file')
  const help =
    files.length === 0
      ? say('declare-file', { id: field.id })
      : say('it-can-be', { known: files.map(({ id }) => id), isMore: false })
  reportIn(context, node, { code: 'unknown-value', message: say('kept-in-no-file', { field: field.id }), help })
}

/** Stages make both by their ids, so that an id must be of one of them. */
function reportTwice(context: Context, kind: DocumentKind): void {
  const site = context.sites.get(kind)
  if (site === undefined) return
  const message = say('document-is-invoice', { id: kind.id })
  const help = say('choose-another', { id: `${kind.id}_paper` })
  report(context, { start: site.start, end: site.start + 1 }, { code: 'bad-id', message, help })
}

function checkSigned(context: Context, { gate }: Stage, kinds: Readonly<Record<string, DocumentKind>>): void {
  const site = gate === undefined ? undefined : context.sites.get(gate)
  if (gate === undefined || site === undefined) return
  for (const node of scalarsOf(site, 'signed')) {
    const kind = Object.hasOwn(kinds, node.text) ? kinds[node.text] : undefined
    if (kind === undefined || kind.signedBy !== undefined) continue
    const message = say('nobody-signs', { id: kind.id })
    reportIn(context, node, { code: 'signed-needs-signed_by', message, help: say('add-signed-by', { id: kind.id }) })
  }
}
