import { api } from '#browser/api'
import { givenFile, type GivenFile } from '#browser/given-file'
import { showLoaded, type Loaded, type LoadedWords } from '#browser/loaded-register'

type Sent = Extract<GivenFile, { given: unknown }>['given']

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['register'] === undefined) return
  event.preventDefault()
  const isKept = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'keep'
  void load(form, isKept)
})

// What was looked at is another file now: it has to be looked at again before it is kept.
document.addEventListener('change', ({ target }) => {
  const form = target instanceof HTMLElement ? target.closest<HTMLFormElement>('form[data-register]') : null
  const keep = form?.querySelector<HTMLButtonElement>('button[name=keep]')
  if (keep) keep.hidden = true
})

async function load(form: HTMLFormElement, isKept: boolean): Promise<void> {
  const [file] = form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? []
  const keep = form.querySelector<HTMLButtonElement>('button[name=keep]')
  const problem = form.querySelector<HTMLElement>('[data-problem]')
  const place = form.querySelector<HTMLElement>('[data-loaded]')
  if (file === undefined || keep === null || problem === null || place === null) return
  for (const button of form.querySelectorAll('button')) button.disabled = true
  const loaded = await asked(file, form.querySelector('select')?.value ?? '', isKept)
  for (const button of form.querySelectorAll('button')) button.disabled = false
  problem.textContent = 'said' in loaded ? loaded.said : ''
  problem.hidden = !('said' in loaded)
  if ('said' in loaded) {
    place.replaceChildren()
    keep.hidden = true
    return
  }
  showLoaded(place, loaded, JSON.parse(form.dataset['words'] ?? '{}') as LoadedWords)
  keep.hidden = isKept || loaded.added === 0
}

/** Looks at a register, or keeps it to its end: what one request has no time for is left for the next. */
async function asked(file: File, kind: string, isKept: boolean): Promise<Loaded | { readonly said: string }> {
  const sent = await givenFile(file)
  if ('said' in sent) return sent
  const body = { name: file.name, ...(kind === '' ? {} : { kind }), dryRun: !isKept }
  let added = 0
  for (;;) {
    const answer = await api<Loaded>('POST', '/register', { body: { ...body, ...(sent.given satisfies Sent) } })
    if (!answer.ok) return { said: answer.problem.said }
    added += answer.body.added
    if (answer.body.left === 0) return { ...answer.body, added, known: answer.body.known - (added - answer.body.added) }
  }
}
