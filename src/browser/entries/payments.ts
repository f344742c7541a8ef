import { api } from '#browser/api'
import { refreshAfter } from '#browser/live'
import { toast } from '#browser/toast'

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['statement'] === undefined) return
  event.preventDefault()
  void load(form)
})

/** Sends the file that was chosen; what became of it is shown with the statements below. */
async function load(form: HTMLFormElement): Promise<void> {
  const [file] = form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? []
  const problem = form.querySelector('[data-problem]')
  if (file === undefined) return
  const content = base64Of(new Uint8Array(await file.arrayBuffer()))
  const answer = await api('POST', '/bank/statements', { body: { name: file.name, content } })
  if (problem !== null) problem.textContent = answer.ok ? '' : answer.problem.said
  if (!answer.ok) return
  form.reset()
  toast(form.dataset['done'] ?? '')
  await refreshAfter()
}

function base64Of(bytes: Uint8Array): string {
  const piece = 0x80_00
  let text = ''
  for (let from = 0; from < bytes.length; from += piece)
    text += String.fromCharCode(...bytes.subarray(from, from + piece))
  return btoa(text)
}
