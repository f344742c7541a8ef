import { reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveName } from '#config/names/resolve-name'
import { scalarOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode } from '#config/yaml/tree'
import { suggest } from '#domain/deals/suggest'
import { documentFactNames, invoiceFactNames } from '#domain/rules/paper-facts'
import type { PaperFact } from '#schemas/model'

/** Reads what closes a task by itself: `contract issued`, `act signed`, `whole paid`. */
export function readDoneWhen(context: Context, map: MapNode): PaperFact | undefined {
  const node = scalarOf(map, 'done_when')
  if (node === undefined) return undefined
  const [, written, fact] = /^(\S+)\s+(\S+)$/.exec(node.text.trim()) ?? []
  if (written === undefined || fact === undefined) {
    const help = say('write', { text: `${paperIn(context) ?? 'contract'} issued` })
    reportIn(context, node, { code: 'unknown-value', message: say('not-done-when', { text: node.text }), help })
    return undefined
  }
  const paper = paperNamed(context, { ...node, text: written, isExact: false })
  return paper === undefined ? undefined : factOf(context, node, { paper, fact })
}

/** The first document or invoice of the file, to show how it is written. */
function paperIn({ names }: Context): string | undefined {
  return [...(names.document ?? []), ...(names.invoice ?? [])][0]
}

function paperNamed(context: Context, node: ScalarNode): string | undefined {
  const invoices = [...(context.names.invoice ?? [])]
  if (context.names.document?.has(node.text) === true) return resolveName(context, node, 'document')
  if (invoices.includes(node.text)) return resolveName(context, node, 'invoice')
  // Where there are only invoices, it is one of them that was meant.
  if ((context.names.document?.size ?? 1) === 0 && invoices.length > 0) return resolveName(context, node, 'invoice')
  return resolveName(context, node, 'document', invoices)
}

function factOf(
  context: Context,
  node: ScalarNode,
  { paper, fact }: { readonly paper: string; readonly fact: string },
): PaperFact | undefined {
  const isInvoice = context.names.invoice?.has(paper) === true && context.names.document?.has(paper) !== true
  const known: readonly PaperFact['fact'][] = isInvoice ? invoiceFactNames : documentFactNames
  const found = known.find((one) => one === fact)
  if (found !== undefined) return { paper, fact: found }
  const guess = suggest(fact, known)
  const help =
    guess === undefined
      ? say('it-can-be', { known: known.map((one) => `${paper} ${one}`), isMore: false })
      : say('write', { text: `${paper} ${guess}` })
  reportIn(context, node, { code: 'unknown-value', message: say('no-such-paper-fact', { paper, fact }), help })
  return undefined
}
