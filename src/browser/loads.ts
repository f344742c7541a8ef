import { api } from './api'

/** How far a file is that is loaded in the background. */
export type Loading<Report = unknown> = {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly found?: number
  readonly known?: number
  readonly done: number
  readonly problem?: string
  readonly register?: Report
}

/** Why something could not be done. */
export type Said = { readonly said: string }

/** What is to be loaded: a file, or one that was sent before. */
export type Wish = {
  readonly what: 'register' | 'statement'
  readonly name: string
  readonly upload: string
  readonly kind?: string
  readonly dryRun?: boolean
}

const everyMs = 1_000
const firstMs = 250

/** Has a file loaded that was sent. */
export async function startLoad<R>(wish: Wish): Promise<Loading<R> | Said> {
  const answer = await api<Loading<R>>('POST', '/loads', { body: wish })
  return answer.ok ? answer.body : { said: answer.problem.said }
}

/** Waits until a load is over, one way or the other; `told` hears how far it is. */
export async function followLoad<R>(id: string, told: (load: Loading<R>) => void): Promise<Loading<R> | Said> {
  for (let no = 0; ; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const answer = await api<Loading<R>>('GET', `/loads/${id}`)
    if (!answer.ok) return { said: answer.problem.said }
    const { state, problem } = answer.body
    if (state === 'failed') return { said: problem ?? '' }
    if (state === 'done') return answer.body
    told(answer.body)
    // oxlint-disable-next-line no-await-in-loop
    await pause(no < 4 ? firstMs : everyMs)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
