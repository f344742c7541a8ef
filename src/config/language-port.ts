import type { Language } from '#ports'
import type { Model } from '#schemas/model'
import { parseDue, type AnchorKind } from './parse-due'

/** The language for use cases. The checker is loaded when the first text comes, because most doors never check one. */
export const languagePort: Language = {
  check: async (text) => {
    const { check } = await import('./check')
    return check(text)
  },
  parseDue: (text, model) => {
    const kindOf = (name: string): AnchorKind => anchorKind(name, model)
    const known = [...Object.keys(model.events), ...Object.keys(model.fields).filter((id) => kindOf(id) !== undefined)]
    const read = parseDue(text, { kindOf, known })
    if ('due' in read) return read
    return { fault: [read.fault.message, read.fault.help].filter((part) => part !== undefined).join(' ') }
  },
}

function anchorKind(name: string, model: Model): AnchorKind {
  if (model.events[name] !== undefined) return 'event'
  return model.fields[name]?.type === 'date' ? 'field' : undefined
}
