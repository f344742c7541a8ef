import { api } from './api'
import { texts } from './browser-texts'
import { hashOf } from './given-file'
import { refreshAfter } from './live'
import { toast } from './toast'

type Address = { readonly id: string; readonly url: string; readonly headers: Readonly<Record<string, string>> }
type Words = Readonly<Record<'sending' | 'added' | 'notSent' | 'tooLarge' | 'picture', string>> & {
  readonly most: number
}

/** Sends files that are chosen, dropped on the page or pasted to where `data-takes-files` says that they belong. */
export function startFiles(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['files'] === undefined) return
    void sendAll([...(target.files ?? [])])
    target.value = ''
  })
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event.dataTransfer)) return
    event.preventDefault()
    placeOf()?.setAttribute('data-dragged', '')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) placeOf()?.removeAttribute('data-dragged')
  })
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event.dataTransfer)) return
    event.preventDefault()
    placeOf()?.removeAttribute('data-dragged')
    void sendAll([...(event.dataTransfer?.files ?? [])])
  })
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void sendAll(files)
  })
}

async function sendAll(files: readonly File[]): Promise<void> {
  const path = placeOf()?.dataset['takesFiles']
  const words = wordsOf()
  if (path === undefined || words === undefined) return
  // One after another: ten photos at once would fill the line of a phone.
  for (const file of files) await sendOne(path, file, words)
  await refreshAfter()
}

async function sendOne(path: string, file: File, words: Words): Promise<void> {
  const name = nameOf(file, words)
  if (file.size > words.most) return toast(words.tooLarge.replace('{name}', name), { isBad: true })
  if (file.size === 0) return toast(`${name}: ${texts.emptyFile}`, { isBad: true })
  toast(words.sending.replace('{name}', name))
  const failed = (said = words.notSent.replace('{name}', name)): void => toast(said, { isBad: true })
  const body = { name, size: file.size, sha256: await hashOf(await file.arrayBuffer()) }
  const announced = await api<Address>('POST', path, { body })
  if (!announced.ok) return failed(announced.problem.said)
  const { id, url, headers } = announced.body
  try {
    const sent = await fetch(url, { method: 'PUT', headers, body: file })
    if (!sent.ok) return failed()
  } catch {
    // The line was lost; nothing of the file is there.
    return failed()
  }
  const kept = await api('POST', `${path}/${id}/arrival`, { body: {} })
  if (!kept.ok) return failed(kept.problem.said)
  toast(words.added.replace('{name}', name))
}

/** Browsers call every pasted picture “image.png”: the moment tells one from another. */
function nameOf(file: File, words: Words): string {
  const isPasted = /^image\.\w+$/.test(file.name)
  // What nobody sees in a name is no part of it, and one that turns letters round lies about what a file is.
  if (!isPasted) return file.name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  const moment = new Date().toLocaleString('sv').replaceAll(':', '-')
  return `${words.picture} ${moment}${/\.\w+$/.exec(file.name)?.[0] ?? ''}`
}

function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true && placeOf() !== undefined
}

function placeOf(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('[data-takes-files]') ?? undefined
}

function wordsOf(): Words | undefined {
  const words = document.querySelector<HTMLElement>('[data-file-words]')?.dataset
  if (words === undefined) return undefined
  const { sending = '', added = '', notSent = '', tooLarge = '', picture = '', most } = words
  return { sending, added, notSent, tooLarge, picture, most: Number(most) }
}
