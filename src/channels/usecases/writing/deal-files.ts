import { channelsRefusal } from '#channels/words/channels-refusal'
import { fileKey } from '#domain/files/file-key'
import { mostFileBytes } from '#domain/files/file-limits'
import type { KeptOutgoing } from '#ports/talks'
import type { Ports } from '#ports/ports'

type SentFile = NonNullable<KeptOutgoing['files']>[number] & { readonly size: number }

/** The files of a deal that are to go with a mail. Refused where one is none of its, or they are too large together. */
export async function dealFiles(
  { attached }: Pick<Ports, 'attached'>,
  deal: string | undefined,
  ids: readonly string[],
): Promise<readonly SentFile[]> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id): Promise<SentFile> => {
      const file = deal === undefined ? undefined : await attached.file({ kind: 'deal', id: deal }, id)
      if (file === undefined || deal === undefined) throw channelsRefusal('field_value.file_of_deal', { id })
      return { key: fileKey(deal, id), name: file.name, type: file.type, size: file.size }
    }),
  )
  const size = found.reduce((sum, one) => sum + one.size, 0)
  if (size > mostFileBytes)
    throw channelsRefusal('field_value.files_too_large', { megabytes: Math.ceil(size / 1024 / 1024) })
  return found
}
