import { checkConsentFiles } from '#clients/usecases/consent-files'
import { checkTemplates } from '#documents/usecases/check-templates'
import { ruleFileKey } from '#domain/files/file-key'
import type { RuleFiles } from '#ports/rule-files'
import type { Diagnostic, Model } from '#schemas/model'
import type { Language } from '#schemas/language-names'

/** Every fault of the files that rules name, whichever room they are for, in the order in which they are named. */
export async function faultsOfFiles(
  model: Model,
  read: (path: string) => Promise<Uint8Array | undefined>,
  language: Language,
): Promise<readonly Diagnostic[]> {
  const found = await Promise.all([checkTemplates(model, read, language), checkConsentFiles(model, read, language)])
  return found.flat().toSorted((one, other) => one.line - other.line)
}

/** Checks the files that rules name, their bytes kept under their hashes. */
export const ruleFiles: RuleFiles = {
  faults: (files, { model, manifest, language }) => {
    const read = async (path: string) => {
      const sha256 = Object.hasOwn(manifest, path) ? manifest[path] : undefined
      return sha256 === undefined ? undefined : files.get(ruleFileKey(sha256))
    }
    return faultsOfFiles(model, read, language)
  },
}
