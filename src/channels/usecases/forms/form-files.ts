import { part, said } from '#channels/adapter'
import type { FormFact, FormFile } from '#channels/domain/facts'
import { fileName } from '#domain/files/file-name'
import { textHash } from '#domain/kernel/text-hash'
import type { Ports } from '#ports/ports'

/** So many files go with a form, and so large each may be. */
const mostFiles = 5
const mostBytes = 10 * 1024 * 1024

/** So many are announced from one address within two hours. */
const mostAnnounced = 40

/** Where a browser may send one file of a form; undefined where what it says is none, or too large, or it has asked too often. */
export async function placeForFile(
  { files, ids, talks }: Pick<Ports, 'files' | 'ids' | 'talks'>,
  { integration, announced, from, at }: { integration: string; announced: unknown; from: string; at: string },
): Promise<unknown> {
  const [size, sha256] = [Number(part(announced, 'size')), said(part(announced, 'sha256')) ?? '']
  if (!Number.isInteger(size) || size <= 0 || size > mostBytes || !/^[0-9a-f]{64}$/.test(sha256)) return undefined
  if ((await talks.countUp(`files#${textHash(from)}`, at)) > mostAnnounced) return undefined
  const id = ids.next('file')
  const { url, headers } = await files.putAddress(placeOf(integration, id), { size, sha256 })
  return { id, method: 'PUT', url, headers }
}

function placeOf(integration: string, id: string): string {
  return `forms/${integration}/${id}`
}

/**
 * The files of a form, kept for good: those a browser has sent before, by their ids, and those that came in the form itself.
 * What was announced and never came is left out.
 */
export async function keepFormFiles(
  { files }: Pick<Ports, 'files'>,
  integration: string,
  { said: form, request }: { readonly said: FormFact; readonly request: string },
): Promise<readonly FormFile[]> {
  const kept: FormFile[] = []
  for (const [no, { id, name, bytes }] of (form.files ?? []).slice(0, mostFiles).entries()) {
    const called = fileName(name)
    if (bytes !== undefined && bytes.length > 0) {
      const file = placeOf(integration, `${request}-${no}`)
      const { size, type } = await files.put(file, bytes)
      kept.push({ name: called, file, size, type })
    } else if (id !== undefined && /^file_\w{1,60}$/.test(id)) {
      const file = placeOf(integration, id)
      const found = await files.keep(file)
      if (found !== undefined) kept.push({ name: called, file, ...found })
    }
  }
  return kept
}
