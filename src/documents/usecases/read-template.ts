import { documentRefusal } from '#documents/words/document-refusal'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import { isZipFault, unpackZip, type Unpacked } from '#usecases/files/unpack-zip'
import { ruleFileKey } from '#domain/files/file-key'

/** The template of a path as a version of the rules was published with it, unpacked; its name is its hash. */
export async function readTemplate(
  { files }: Pick<Ports, 'files'>,
  { files: manifest = {} }: Pick<RulesVersion, 'files'>,
  path: string,
): Promise<{ readonly sha256: string; readonly parts: Unpacked }> {
  const sha256 = Object.hasOwn(manifest, path) ? manifest[path] : undefined
  if (sha256 === undefined) throw documentRefusal('template_unknown.not_published', { path })
  return { sha256, parts: await templateOf({ files }, sha256, path) }
}

/** The template of a hash, unpacked. */
export async function templateOf({ files }: Pick<Ports, 'files'>, sha256: string, path: string): Promise<Unpacked> {
  const bytes = await files.get(ruleFileKey(sha256))
  if (bytes === undefined) throw documentRefusal('template_unknown.no_bytes', { path })
  const parts = unpackZip(bytes)
  if (isZipFault(parts)) throw documentRefusal('template_unknown.no_bytes', { path })
  return parts
}
