import { languagePort } from '#config/language-port'
import type { RulesVersion } from '#ports/rules'
import type { RulesLanguage } from '#ports/rules-language'
import { keptBare } from '#memory/kept'

type Checked = Awaited<ReturnType<RulesLanguage['check']>>

/** So many texts are remembered; worlds that are made by the thousand share a handful. */
const mostTexts = 50

const checked = new Map<string, Promise<Checked>>()

/** The language, which checks a text it has just seen only once: what it found out is frozen and shared. */
export const rememberingLanguage: RulesLanguage = {
  parseDue: languagePort.parseDue,
  firstText: languagePort.firstText,
  inZone: languagePort.inZone,
  check: (text, lang = 'en') => {
    const name = `${lang}\n${text}`
    const known = checked.get(name) ?? languagePort.check(text, lang).then(keptBare)
    checked.delete(name)
    checked.set(name, known)
    const oldest = checked.keys().next().value
    if (checked.size > mostTexts && oldest !== undefined) checked.delete(oldest)
    return known
  },
}

/** A text as the first version of the rules. Throws where it has faults: nothing can run by it. */
export async function firstRules(text: string, at: string): Promise<RulesVersion> {
  const { model, diagnostics } = await rememberingLanguage.check(text)
  if (model === undefined) {
    const [first] = diagnostics
    const where = first === undefined ? '' : ` The first stands in line ${first.line}: ${first.message}`
    throw new Error(`Nothing can run by rules that have faults.${where}`)
  }
  return keptBare({ version: 1, model, text, hash: await hashOf(text), author: 'system', note: 'First rules', at })
}

/** As `publishRules` makes it, so that publishing the same text again changes nothing. */
async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
