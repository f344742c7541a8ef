import type { Language } from '#schemas/language-names'
import type { Diagnostic, DueRule, Model } from '#schemas/model'

/** The language of pipelines.yaml: the checker, and due dates alone. A fault says what to write instead. */
export type RulesLanguage = {
  /** Faults are told in English where no language is named. */
  readonly check: (
    text: string,
    lang?: Language,
  ) => Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly model?: Model }>
  readonly parseDue: (
    text: string,
    model: Model,
    lang?: Language,
  ) => Promise<{ readonly due: DueRule } | { readonly fault: string }>
}
