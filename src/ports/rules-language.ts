import type { Language } from '#schemas/language-names'
import type { Diagnostic, DueRule, Model } from '#schemas/model'

/** The language of pipelines.yaml: the checker, and due dates alone. A fault says what to write instead. */
export type RulesLanguage = {
  /** Faults are told in English where no language is named. */
  readonly check: (
    text: string,
    lang?: Language,
  ) => Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly model?: Model }>
  /** A first file for a company in a language, or what is wrong with what it says of itself, told to its reader. */
  readonly firstText: (
    asked: { readonly company: string; readonly zone: string; readonly language: Language },
    reader: Language,
  ) => Promise<{ readonly text: string } | { readonly fault: string }>
  /** The same text in another time zone. */
  readonly inZone: (text: string, zone: string) => Promise<string>
  readonly parseDue: (
    text: string,
    model: Model,
    lang?: Language,
  ) => Promise<{ readonly due: DueRule } | { readonly fault: string }>
}
