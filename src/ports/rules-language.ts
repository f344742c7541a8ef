import type { Diagnostic, DueRule, Model } from '#schemas/model'

/** The language of pipelines.yaml: the checker, and due dates alone. A fault says what to write instead. */
export type RulesLanguage = {
  /** Faults are told in English where no language is named. */
  readonly check: (
    text: string,
    lang?: 'en' | 'ru',
  ) => Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly model?: Model }>
  readonly parseDue: (
    text: string,
    model: Model,
    lang?: 'en' | 'ru',
  ) => Promise<{ readonly due: DueRule } | { readonly fault: string }>
}
