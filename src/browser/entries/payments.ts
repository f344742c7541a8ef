import { api } from '#browser/api'
import { givenFile } from '#browser/given-file'
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
  if (file === undefined) return
  const said = await loaded(file)
  const problem = form.querySelector('[data-problem]')
  if (problem !== null) problem.textContent = said ?? ''
  if (said !== undefined) return
  form.reset()
  toast(form.dataset['done'] ?? '')
  await refreshAfter()
}

/** Loads a statement to its end: what one request has no time for is left for the next. Says why where it could not. */
async function loaded(file: File): Promise<string | undefined> {
  const sent = await givenFile(file)
  if ('said' in sent) return sent.said
  for (;;) {
    const answer = await api<{ left?: number }>('POST', '/bank/statements', {
      body: { name: file.name, ...sent.given },
    })
    if (!answer.ok) return answer.problem.said
    if ((answer.body.left ?? 0) === 0) return undefined
  }
}
