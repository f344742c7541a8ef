import type { KeptLoad } from '#ports/files'
import type { PageAsk } from './page.tsx'
import { loadTexts } from './texts/loads'

type Shown = {
  readonly ask: Pick<PageAsk, 'language' | 'format'>
  readonly loads: readonly KeptLoad[]
  readonly title: string
  /** Whether the script of the page shows what came of one. */
  readonly isShowing?: boolean
}

/** Files that somebody has had loaded: how far each is, what came of it, or why it could not be. */
export function OwnLoads({ ask, loads, title, isShowing = false }: Shown) {
  if (loads.length === 0) return null
  return (
    <section class="stack" aria-labelledby="h-loads">
      <h3 id="h-loads">{title}</h3>
      <ul>
        {loads.map((load) => (
          <li>
            {load.wish.name} · {ask.format.moment(load.at)} · <LoadSaid ask={ask} load={load} />{' '}
            {isShowing && load.state !== 'failed' ? (
              <button type="button" class="link" data-load={load.id}>
                {loadTexts[ask.language].show}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function LoadSaid({ ask, load }: { readonly ask: Shown['ask']; readonly load: KeptLoad }) {
  const t = loadTexts[ask.language]
  const { state, found = 0, known = 0, done = 0, wish, why } = load
  const number = (count: number): string => ask.format.number(count)
  if (state === 'failed') return <span class="problem">{why?.[ask.language] ?? ''}</span>
  if (state === 'done' && wish.dryRun === true) return <>{t.dry}</>
  if (state === 'done') return <>{t.done(number(done), number(known))}</>
  if (state === 'waiting' && load.found === undefined) return <>{t.waiting}</>
  if (load.found === undefined) return <>{t.reading}</>
  return (
    <>
      {t.on(number(done + known), number(found))}{' '}
      <progress
        max={found}
        value={done + known}
        aria-label={`${wish.name}: ${t.on(number(done + known), number(found))}`}
      />
    </>
  )
}
