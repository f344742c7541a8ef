import { enFrame } from './en-frame'
import { enBuiltIn, enGrammar } from './en-grammar'
import { ruFrame } from './ru-frame'
import { ruBuiltIn, ruGrammar } from './ru-grammar'
import type { Words } from './playbook-words'
import type { Language } from '#schemas/language-names'

/** The languages the playbook can be written in. */
export const languages: Readonly<Record<Language, Words>> = {
  en: { frame: enFrame, grammar: enGrammar, builtIn: enBuiltIn },
  ru: { frame: ruFrame, grammar: ruGrammar, builtIn: ruBuiltIn },
}
