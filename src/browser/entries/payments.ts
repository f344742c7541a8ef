import { startChosenFile } from '#browser/chosen-file'
import { startFoundInvoices } from '#browser/found-invoices'
import { sentFile } from '#browser/given-file'
import { refreshAfter } from '#browser/live'
import { startLoad } from '#browser/loads'
import { toast } from '#browser/toast'

startChosenFile()
startFoundInvoices()

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['statement'] === undefined) return
  event.preventDefault()
  void load(form)
})

/** Sends the file that was chosen and has it loaded; the page says how far it is, and what came of it. */
async function load(form: HTMLFormElement): Promise<void> {
  const [file] = form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? []
  const button = form.querySelector('button')
  if (file === undefined || button === null) return
  button.disabled = true
  const said = await loaded(file)
  button.disabled = false
  const problem = form.querySelector<HTMLElement>('[data-problem]')
  if (problem !== null) {
    problem.textContent = said ?? ''
    problem.hidden = said === undefined
  }
  if (said !== undefined) return
  form.reset()
  toast(form.dataset['done'] ?? '')
  await refreshAfter()
}

/** Says why a file could not be sent or may not be loaded. */
async function loaded(file: File): Promise<string | undefined> {
  const sent = await sentFile(file)
  if ('said' in sent) return sent.said
  const load = await startLoad({ what: 'statement', name: file.name, ...sent })
  return 'said' in load ? load.said : undefined
}
