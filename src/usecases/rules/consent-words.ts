import { createHash } from 'node:crypto'

import { ruleFileKey } from '#domain/files/file-key'
import { wordsIn } from '#domain/rules/consent-file'
import type { Manifest } from '#ports/rule-files'
import type { Ports } from '#ports/ports'
import type { ConsentKind } from '#schemas/clients/client-rules'
import type { Model } from '#schemas/model'

type Published = { readonly model: Model; readonly files?: Manifest | undefined }

/** The words of a consent as rules were published with them; those of a file are read, and kept for good by their hash. */
export async function consentWords(
  { files }: Pick<Ports, 'files'>,
  { files: manifest = {} }: Pick<Published, 'files'>,
  { text, file }: Pick<ConsentKind, 'text' | 'file'>,
): Promise<string> {
  if (file === undefined) return text
  const sha256 = Object.hasOwn(manifest, file) ? manifest[file] : undefined
  const bytes = sha256 === undefined ? undefined : await files.get(ruleFileKey(sha256))
  const read = bytes === undefined ? undefined : wordsIn(bytes)
  if (read === undefined || 'fault' in read)
    throw new Error(`The words of ${file} that rules were published with are gone.`)
  return read.text
}

/** The rules with the words of all their consents; the same where none has a file. */
export async function withConsentWords(ports: Pick<Ports, 'files'>, published: Published): Promise<Model> {
  const { model } = published
  const all = Object.values(model.consents ?? {})
  if (all.every(({ file }) => file === undefined)) return model
  const read = await Promise.all(
    all.map(async (kind) => [kind.id, { ...kind, text: await consentWords(ports, published, kind) }] as const),
  )
  return { ...model, consents: Object.fromEntries(read) }
}

/** SHA-256 of words, hexadecimal: by it stays certain what somebody agreed to. */
export function hashOfWords(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
