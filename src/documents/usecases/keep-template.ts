import { createHash } from 'node:crypto'

import { documentRefusal } from '#documents/words/document-refusal'
import type { Caller } from '#domain/kernel/access'
import type { UnfitReason } from '#documents/words/en'
import type { Ports } from '#ports/ports'
import type { SendTemplate, TemplateKept } from '#schemas/documents/documents'
import { givenBytes, usedUp } from '#usecases/files/uploads'
import { unpackZip } from '#usecases/files/unpack-zip'
import { templateKey } from './template-key'
import { mostTemplateBytes, unfitTemplate } from './unfit-template'

type Needs = Pick<Ports, 'files'>

/**
 * Keeps a template that somebody sends, so that rules can be published with it by its hash. Refuses what is no Word file,
 * holds macros or would burst. Sent again it is the same.
 */
export async function sendTemplate(
  ports: Needs,
  caller: Caller,
  { name, ...given }: SendTemplate,
): Promise<TemplateKept> {
  const kept = await keepTemplate(ports, name, await givenBytes(ports, caller, given))
  await usedUp(ports, caller, given)
  return kept
}

/** The same for its bytes. */
export async function keepTemplate({ files }: Needs, path: string, bytes: Uint8Array): Promise<TemplateKept> {
  if (bytes.length > mostTemplateBytes)
    throw documentRefusal('template_unknown.too_large', { path, bytes: bytes.length, most: mostTemplateBytes })
  const unfit = unfitTemplate(path, unpackZip(bytes))
  if (unfit !== undefined) throw documentRefusal('template_unknown.unfit', { path, why: reasonIn(unfit.with) })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = templateKey(sha256)
  if ((await files.get(key)) === undefined) await files.put(key, bytes)
  return { sha256, bytes: bytes.length }
}

function reasonIn(said: Readonly<Record<string, unknown>> | undefined): UnfitReason {
  return (said?.['why'] ?? 'no_zip') as UnfitReason
}
