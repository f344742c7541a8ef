import { api } from '#browser/api'
import { texts } from '#browser/browser-texts'
import { openDialog } from '#browser/keys'
import { toast } from '#browser/toast'
import { latinOf } from '#domain/kernel/latin'
import { meaningIds } from '#domain/people/meaning-ids'

type Invitation = { readonly path: string }

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return
  if (target.dataset['names'] !== undefined) suggestId(target)
  if (target.dataset['id'] !== undefined) checkId(target)
})

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return
  const inviting = target.closest<HTMLButtonElement>('[data-invite]')
  if (inviting !== null) void invite(inviting)
  const all = target.closest<HTMLButtonElement>('[data-invite-all]')
  if (all !== null) void inviteAll(all)
  const copying = target.closest<HTMLElement>('[data-copies]')
  if (copying !== null) void copy(copying)
})

/** An id out of the name, as long as nobody wrote one of their own. */
function suggestId({ form, value }: HTMLInputElement): void {
  const field = form?.querySelector<HTMLInputElement>('[data-id]') ?? null
  if (field === null || (field.value !== '' && field.value !== field.dataset['suggested'])) return
  const taken = takenBy(field)
  const base = latinOf(value)
    .replace(/^[^a-z]+/, '')
    .slice(0, 60)
    .replace(/\.+$/, '')
  let id = base
  for (let no = 2; taken.includes(id); no += 1) id = `${base}.${no}`
  field.value = id
  field.dataset['suggested'] = id
  checkId(field)
}

/** Ids that are somebody's, and those that addresses use for something else. */
function takenBy(field: HTMLInputElement): readonly string[] {
  return [...(field.dataset['taken'] ?? '').split(' '), ...meaningIds]
}

function checkId(field: HTMLInputElement): void {
  const isTaken = takenBy(field).includes(field.value)
  field.setCustomValidity(isTaken ? (field.dataset['takenSaid'] ?? '') : '')
}

/** Makes a link and shows it, this once. */
async function invite(button: HTMLButtonElement): Promise<void> {
  button.disabled = true
  const answer = await api<Invitation>('POST', `/employees/${button.dataset['invite']}/invitation`, { body: {} })
  button.disabled = false
  if (!answer.ok) return toast(answer.problem.said, { isBad: true })
  const link = new URL(answer.body.path, location.origin).href
  const field = document.querySelector<HTMLInputElement>('#invited-link')
  if (field !== null) field.value = link
  const mail = document.querySelector<HTMLAnchorElement>('#invited-mail')
  if (mail !== null) {
    const [to = ''] = mail.href.split('?')
    mail.href = `${to}?subject=${encodeURIComponent(mail.dataset['subject'] ?? '')}&body=${encodeURIComponent(link)}`
  }
  openDialog('invited')
  field?.select()
}

/** Makes a link for each of several and shows them together, this once; what was made before one failed is shown as well. */
async function inviteAll(button: HTMLButtonElement): Promise<void> {
  const people = JSON.parse(button.dataset['inviteAll'] ?? '[]') as readonly {
    readonly id: string
    readonly name: string
  }[]
  const lines: string[] = []
  button.disabled = true
  for (const { id, name } of people) {
    // oxlint-disable-next-line no-await-in-loop -- in the order of the list, and none after one that failed
    const answer = await api<Invitation>('POST', `/employees/${id}/invitation`, { body: {} })
    if (!answer.ok) {
      toast(answer.problem.said, { isBad: true })
      break
    }
    lines.push(`${name}: ${new URL(answer.body.path, location.origin).href}`)
  }
  button.disabled = false
  const field = document.querySelector<HTMLTextAreaElement>('#invited-links')
  if (field === null || lines.length === 0) return
  field.value = lines.join('\n')
  openDialog('invited-all')
  field.select()
}

async function copy(button: HTMLElement): Promise<void> {
  const field = document.getElementById(button.dataset['copies'] ?? '')
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return
  try {
    await navigator.clipboard.writeText(field.value)
    toast(button.dataset['copied'] ?? '')
  } catch {
    // Not every page may write to the clipboard: what is selected is copied by hand.
    field.select()
    toast(texts.failed, { isBad: true })
  }
}
