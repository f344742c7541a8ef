import { snippet, startCompletion } from '@codemirror/autocomplete'
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { hoverTooltip } from '@codemirror/view'
import type { EditorView } from '@codemirror/view'
import type { Extension } from '@codemirror/state'
import type { Offer } from '#config/schema/suggestions-at'
import type { Checker } from './checker'
import { explained } from './html'

const kinds = { key: 'property', value: 'enum', part: 'class' } as const

/** Offers what may stand at the cursor by the schema of the text itself. */
export function offersBy({ offers }: Checker) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const found = await offers(context.state.doc.toString(), context.pos)
    if (found === undefined || context.aborted) return null
    // Unasked, only where something is being typed or a value is due.
    const before = context.state.sliceDoc(Math.max(0, found.from - 2), found.from)
    const isDue = found.from < context.pos || /[:,[-]\s$/.test(before) || before.endsWith('[')
    if (!context.explicit && !isDue) return null
    const line = context.state.doc.lineAt(context.pos)
    const indent = /^ */.exec(line.text)?.[0].length ?? 0
    return {
      from: found.from,
      options: found.offers.map((offer, index) => completionOf(offer, { index, indent })),
      validFor: /^[\w ]*$/,
    }
  }
}

type Around = { readonly index: number; readonly indent: number }

function completionOf(offer: Offer, { index, indent }: Around): Completion {
  const { says } = offer
  return {
    label: offer.label,
    type: kinds[offer.kind],
    // The order of the file is a better one than that of the alphabet.
    boost: Math.max(-99, -index),
    ...(offer.kind === 'value' ? { detail: says.split('\n')[0] ?? '' } : {}),
    ...(says === '' || offer.kind === 'value' ? {} : { info: () => infoOf(says) }),
    apply: (view, _, from, to) => insert(view, offer, { from, to, indent }),
  }
}

function infoOf(says: string): HTMLElement {
  const box = document.createElement('div')
  box.className = 'explained'
  box.innerHTML = explained(says)
  return box
}

function insert(
  view: EditorView,
  { inserts, kind }: Offer,
  { from, to, indent }: { readonly from: number; readonly to: number; readonly indent: number },
): void {
  // What is inserted knows its indentation from the left; the editor adds that of the line.
  const lines = inserts
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(new RegExp(`^ {0,${indent}}`), '')))
  // Where nothing is to be filled in, the cursor goes behind what was inserted.
  snippet(/\$\{/.test(inserts) ? lines.join('\n') : `${lines.join('\n')}\${}`)(view, null, from, to)
  // Behind a key its value is next.
  if (kind === 'key') startCompletion(view)
}

/** Says what the word under the mouse is. */
export function explanationsBy({ explanation }: Checker): Extension {
  return hoverTooltip(async (view, at) => {
    const says = await explanation(view.state.doc.toString(), at)
    if (says === undefined || says === '') return null
    const word = view.state.wordAt(at)
    return {
      pos: word?.from ?? at,
      end: word?.to ?? at,
      above: true,
      create: () => ({ dom: infoOf(says) }),
    }
  })
}
