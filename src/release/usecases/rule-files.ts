import { namedFiles } from '#domain/rules/named-files'
import { releaseRefusal } from '#release/words/release-refusal'
import type { Manifest } from '#ports/rule-files'
import type { Ports } from '#ports/ports'
import type { Model } from '#schemas/model'
import type { Command } from '#usecases/command'

/**
 * The files that rules are published with: as they were given, else as the version before has them; undefined where the rules
 * name none. Refuses with `rules_faulty` and every fault of them, one that is missing included.
 */
export async function checkedFiles(
  { files, ruleFiles }: Pick<Ports, 'files' | 'ruleFiles'>,
  { language = 'en' }: Command,
  model: Model,
  { given = {}, before = {} }: { readonly given?: Manifest | undefined; readonly before?: Manifest | undefined },
): Promise<Manifest | undefined> {
  const named = namedFiles(model)
  if (named.length === 0) return undefined
  const manifest = Object.fromEntries(
    named.flatMap((path) => {
      const hash = own(given, path) ?? own(before, path)
      return hash === undefined ? [] : [[path, hash] as const]
    }),
  )
  const faults = await ruleFiles.faults(files, { model, manifest, language })
  const [first, ...others] = faults.filter(({ severity }) => severity === 'error')
  if (first === undefined) return manifest
  const { line, message } = first
  throw releaseRefusal('rules_faulty.first', { count: others.length + 1, line, message }, { diagnostics: faults })
}

function own(manifest: Manifest, path: string): string | undefined {
  return Object.hasOwn(manifest, path) ? manifest[path] : undefined
}
