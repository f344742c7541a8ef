import type { RulesLanguage } from '#ports/rules-language'
import type { AnchorKind } from './values/parse-due'

/** The language for use cases. It is loaded when the first text comes, because most doors never read one. */
export const languagePort: RulesLanguage = {
  check: async (text, lang = 'en') => {
    const { check } = await import('./check')
    return check(text, { lang })
  },
  firstText: async (asked, reader) => (await import('./first/first-text')).firstText(asked, reader),
  inZone: async (text, zone) => (await import('./first/first-text')).textInZone(text, zone),
  parseDue: async (text, model, lang = 'en') => {
    const { anchorOfType, parseDue } = await import('./values/parse-due')
    const kindOf = (name: string): AnchorKind =>
      model.events[name] === undefined ? anchorOfType(model.fields[name]?.type) : 'event'
    const known = [...Object.keys(model.events), ...Object.keys(model.fields).filter((id) => kindOf(id) !== undefined)]
    const read = parseDue(text, { kindOf, known: () => known })
    if ('due' in read) return read
    const { tell } = await import('./messages/say')
    const { message, help } = read.fault
    return { fault: [message, help].flatMap((part) => (part === undefined ? [] : [tell(part, lang)])).join(' ') }
  },
}
