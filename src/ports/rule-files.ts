import type { Diagnostic, Model } from '#schemas/model'
import type { Language } from '#schemas/language-names'
import type { Files } from './files'

/** The files that rules were published with: SHA-256 in hexadecimal, by their path beside the rules. */
export type Manifest = Readonly<Record<string, string>>

/** What is said of the files that rules name. Publishing asks, a room answers: the core knows no templates. */
export type RuleFiles = {
  /**
   * Every fault of the files that rules name, placed where they name them; the bytes are kept under their hashes. A file that
   * the manifest does not have is a fault too.
   */
  readonly faults: (
    files: Pick<Files, 'get'>,
    asked: { readonly model: Model; readonly manifest: Manifest; readonly language: Language },
  ) => Promise<readonly Diagnostic[]>
}
