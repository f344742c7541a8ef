import { startChosenFile } from '#browser/chosen-file'
import { sentFile } from '#browser/given-file'
import { followLoad, startLoad, type Loading, type Said } from '#browser/loads'
import { showLoaded, type Loaded, type LoadedWords } from '#browser/loaded-register'

/** The file of a form as it was sent to be looked at: it is kept from where it was sent then. */
const sent = new WeakMap<HTMLFormElement, { readonly file: File; readonly upload: string }>()

startChosenFile()

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['register'] === undefined) return
  event.preventDefault()
  const isKept = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'keep'
  void during(form, (told) => asked(form, isKept, told), isKept)
})

// What was looked at is another file now: it has to be looked at again before it is kept.
document.addEventListener('change', ({ target }) => {
  const form = target instanceof HTMLElement ? target.closest<HTMLFormElement>('form[data-register]') : null
  const keep = form?.querySelector<HTMLButtonElement>('button[name=keep]')
  if (keep) keep.hidden = true
})

document.addEventListener('click', ({ target }) => {
  const id = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-load]')?.dataset['load'] : undefined
  const form = document.querySelector<HTMLFormElement>('form[data-register]')
  if (id !== undefined && form !== null) void during(form, (told) => followLoad<Loaded>(id, told), true)
})

type Told = (load: Loading<Loaded>) => void
type Answer = Loading<Loaded> | Said

/** Shows how far a load is while it runs, and then what came of it. */
async function during(form: HTMLFormElement, run: (told: Told) => Promise<Answer>, isOver: boolean): Promise<void> {
  const keep = form.querySelector<HTMLButtonElement>('button[name=keep]')
  const problem = form.querySelector<HTMLElement>('[data-problem]')
  const place = form.querySelector<HTMLElement>('[data-loaded]')
  if (keep === null || problem === null || place === null) return
  problem.hidden = true
  place.textContent = form.dataset['sending'] ?? ''
  for (const button of form.querySelectorAll('button')) button.disabled = true
  const answer = await run((load) => showProgress(place, load, form.dataset['leave'] ?? ''))
  for (const button of form.querySelectorAll('button')) button.disabled = false
  place.replaceChildren()
  if ('said' in answer || answer.register === undefined) {
    problem.textContent = 'said' in answer ? answer.said : ''
    problem.hidden = false
    keep.hidden = true
    return
  }
  showLoaded(place, answer.register, JSON.parse(form.dataset['words'] ?? '{}') as LoadedWords)
  keep.hidden = isOver || answer.register.added === 0
}

function showProgress(place: HTMLElement, { found, known = 0, done }: Loading, leave: string): void {
  const bar = document.createElement('progress')
  if (found !== undefined) {
    bar.max = found
    bar.value = known + done
  }
  const said = document.createElement('p')
  said.textContent = `${found === undefined ? '' : `${known + done} / ${found}. `}${leave}`
  place.replaceChildren(bar, said)
}

/** Has the chosen file looked at, or kept. */
async function asked(form: HTMLFormElement, isKept: boolean, told: Told): Promise<Answer> {
  const [file] = form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? []
  if (file === undefined) return { said: '' }
  const before = sent.get(form)
  const upload = before?.file === file ? before : await sentFile(file)
  if ('said' in upload) return upload
  sent.set(form, { file, upload: upload.upload })
  const kind = form.querySelector('select')?.value ?? ''
  const wish = { what: 'register', name: file.name, upload: upload.upload, dryRun: !isKept } as const
  const load = await startLoad<Loaded>({ ...wish, ...(kind === '' ? {} : { kind }) })
  if ('said' in load) return load
  // Loaded to its end, what was sent is gone: chosen again, it is sent again.
  if (isKept) sent.delete(form)
  return followLoad<Loaded>(load.id, told)
}
