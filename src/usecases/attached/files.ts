import { attachedRefusal } from '#domain/attached/words/attached-refusal'
import { fileKey } from '#domain/files/file-key'
import { mostFileBytes } from '#domain/files/file-limits'
import { fileName } from '#domain/files/file-name'
import type { ReadAddress } from '#ports/files'
import type { Ports } from '#ports/ports'
import type { AddFile, AttachedFile, FileToSend } from '#schemas/attached'
import type { Field } from '#schemas/model'
import type { Command } from '#usecases/command'
import { attachedEvent } from './attached-event'
import { isTheirs, type SeenSubject } from './seen-subject'

type Needs = Pick<Ports, 'attached' | 'clock' | 'files' | 'ids'>

/** The files of a subject that are there, the newest first. */
export function readFiles(
  { attached }: Pick<Ports, 'attached'>,
  { subject }: Pick<SeenSubject, 'subject'>,
): Promise<readonly AttachedFile[]> {
  return attached.files(subject)
}

/** The files of a deal, where any of the fields that are asked for may lead to one. */
export async function filesToChoose(
  ports: Pick<Ports, 'attached'>,
  deal: string,
  asked: readonly Pick<Field, 'type'>[],
): Promise<readonly AttachedFile[]> {
  if (!asked.some(({ type }) => type === 'file')) return []
  return readFiles(ports, { subject: { kind: 'deal', id: deal } })
}

/** Announces a file and says where its bytes are to be sent within a quarter of an hour. Refuses an empty or large one. */
export async function addFile(
  { attached, clock, files, ids }: Needs,
  { caller }: Command,
  { subject }: SeenSubject,
  input: AddFile,
): Promise<FileToSend> {
  const name = fileName(input.name)
  if (input.size === 0) throw attachedRefusal('field_value.file_empty', { name })
  if (input.size > mostFileBytes) {
    const megabytes = (Math.ceil(input.size / 1024 / 102.4) / 10).toString()
    throw attachedRefusal('field_value.file_large', { name, megabytes })
  }
  const id = ids.next('file')
  const { size, sha256 } = input
  const address = await files.putAddress(fileKey(subject.id, id), { size, sha256 })
  await attached.announce({ id, subject, name, size, sha256, by: caller.actor.id, at: clock.now() })
  return { id, method: 'PUT', url: address.url, headers: { ...address.headers }, expiresAt: address.expiresAt }
}

/** Keeps an announced file whose bytes were sent. Said again it is the same file. */
export async function keepFile(
  { attached, clock, files }: Needs,
  command: Command,
  seen: SeenSubject,
  id: string,
): Promise<AttachedFile> {
  const there = await attached.file(seen.subject, id)
  if (there !== undefined) return there
  const announced = await attached.announced(seen.subject, id)
  if (announced === undefined) throw attachedRefusal('file_unknown', { id })
  const kept = await files.keep(fileKey(seen.subject.id, id))
  if (kept === undefined) throw attachedRefusal('field_value.file_away', { name: announced.name })
  const at = clock.now()
  const file = { ...announced, type: kept.type, at }
  const { event } = attachedEvent('deal.file_added', seen, command, { kind: 'file', id, at, rev: 1 })
  await attached.addFile(file, event)
  return file
}

/** Where a file can be read for a minute. */
export async function addressOfFile(
  { attached, files }: Pick<Ports, 'attached' | 'files'>,
  { subject }: SeenSubject,
  { id, as }: { readonly id: string; readonly as: 'inline' | 'attachment' },
): Promise<ReadAddress> {
  const file = await attached.file(subject, id)
  if (file === undefined) throw attachedRefusal('file_unknown', { id })
  return files.readAddress(fileKey(subject.id, id), { name: file.name, type: file.type, as })
}

/** Takes a file away: whoever brought it, or a head of theirs. Its bytes go first, so none stay that nobody finds. */
export async function removeFile(
  { attached, files }: Pick<Ports, 'attached' | 'files'>,
  { caller }: Command,
  { subject, people }: SeenSubject,
  id: string,
): Promise<{ id: string }> {
  const file = await attached.file(subject, id)
  if (file === undefined) throw attachedRefusal('file_unknown', { id })
  if (!isTheirs(caller, people, file.by)) throw attachedRefusal('forbidden.remove_file')
  await files.remove(fileKey(subject.id, id))
  await attached.removeFile(file)
  return { id }
}
