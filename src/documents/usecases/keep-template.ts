import { createHash } from 'node:crypto'

import { documentRefusal } from '#documents/words/document-refusal'
import { ruleFileKey } from '#domain/files/file-key'
import type { Caller } from '#domain/kernel/access'
import type { UnfitReason } from '#documents/words/en'
import { isTextFile, wordsIn } from '#domain/rules/consent-file'
import type { Ports } from '#ports/ports'
import type { Saying } from '#schemas/saying'
import type { SendTemplate, TemplateKept } from '#schemas/documents/documents'
import { givenBytes, usedUp } from '#usecases/files/uploads'
import { unpackZip } from '#usecases/files/unpack-zip'
import { mostTemplateBytes, unfitTemplate } from './unfit-template'

type Needs = Pick<Ports, 'files'>

/**
 * Keeps a file that somebody sends, so that rules can be published with it by its hash: the template of a document, or the
 * words of a consent (.md, .txt). Refuses what is no Word file, holds macros or would burst, and words that are no text. Sent
 * again it is the same.
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
  const why = isTextFile(path) ? textFault(bytes) : reasonIn(unfitTemplate(path, unpackZip(bytes)))
  if (why !== undefined) throw documentRefusal('template_unknown.unfit', { path, why })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = ruleFileKey(sha256)
  if ((await files.get(key)) === undefined) await files.put(key, bytes)
  return { sha256, bytes: bytes.length }
}

function textFault(bytes: Uint8Array): UnfitReason | undefined {
  const read = wordsIn(bytes)
  return 'fault' in read ? `text_${read.fault}` : undefined
}

function reasonIn(unfit: Saying | undefined): UnfitReason | undefined {
  return unfit === undefined ? undefined : ((unfit.with?.['why'] ?? 'no_zip') as UnfitReason)
}
