import { readDuplicates } from '#clients/usecases/duplicates/read-duplicates'
import { readMerges } from '#clients/usecases/merging/merges-of'
import { clientAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import type { ClientRow } from '#schemas/client'
import type { ClientMerge, DuplicatePair } from '#schemas/clients/merge'
import { ownerName } from './client-words'
import { clientTexts } from './texts/clients'
import { duplicateTexts } from './texts/duplicates'

const aPage = 20

/** Cards that may be one client, the likeliest first, and what was merged and can be undone. */
export const duplicatesPage: PageSpec = {
  id: 'duplicates',
  path: '/app/duplicates',
  nav: 'clients',
  right: 'clients_read',
  run: async (ask) => {
    const t = duplicateTexts[ask.language]
    const asked = ask.query.get('cursor') ?? ''
    const { items, cursor } = await readDuplicates(ask.ports, ask, {
      limit: aPage,
      ...(/^\d{10}#[\w-]{1,80}#[\w-]{1,80}$/.test(asked) ? { cursor: asked } : {}),
    })
    const mayMerge = ask.caller.reach.clients_merge !== 'none'
    const merges = mayMerge ? (await readMerges(ask.ports, ask)).items : []
    return {
      title: t.title,
      body: (
        <>
          <p>
            <a href="/app/clients">← {clientTexts[ask.language].back}</a>
          </p>
          <header class="page-head">
            <h1>{t.title}</h1>
          </header>
          {items.length === 0 ? <p class="empty">{t.none}</p> : null}
          <div class="stack">
            {items.map((pair) => (
              <Pair ask={ask} pair={pair} mayMerge={mayMerge} />
            ))}
          </div>
          {cursor === undefined ? null : (
            <p>
              <a href={`/app/duplicates?cursor=${encodeURIComponent(cursor)}`}>{t.more}</a>
            </p>
          )}
          {mayMerge ? (
            <div class="after-list">
              <Merges ask={ask} merges={merges} />
            </div>
          ) : null}
        </>
      ),
    }
  },
}

/** What speaks for one client, then what speaks against it. */
function saidWhy(reasons: DuplicatePair['reasons'], t: (typeof duplicateTexts)['en' | 'ru']): string {
  const said = (isAgainst: boolean): string =>
    reasons
      .filter((why) => against.has(why) === isAgainst)
      .map((why) => t.reasons[why])
      .join(', ')
  const [pro, contra] = [said(false), said(true)]
  return `${pro === '' ? '' : `: ${pro}`}${contra === '' ? '' : `${pro === '' ? ': ' : ', '}${t.but(contra)}`}`
}

const against: ReadonlySet<string> = new Set([
  'other_name',
  'other_form',
  'other_phone',
  'other_email',
  'other_company',
  'other_city',
])

type PairParts = { readonly ask: PageAsk; readonly pair: DuplicatePair; readonly mayMerge: boolean }

function Pair({ ask, pair: { is, reasons, one, other }, mayMerge }: PairParts) {
  const t = duplicateTexts[ask.language]
  return (
    <section class="card stack" data-pair={`${one.id} ${other.id}`}>
      <p class="quiet">
        {t.is[is]}
        {saidWhy(reasons, t)}
      </p>
      <div class="person-cards pair">
        <Side ask={ask} row={one} />
        <Side ask={ask} row={other} />
      </div>
      <div class="buttons">
        <form
          data-api={`POST /clients/${one.id}/different`}
          data-body={JSON.stringify({ other: other.id })}
          data-done={t.differentDone}
        >
          <p class="problem" data-problem role="alert" hidden />
          <button class="secondary">{t.different}</button>
        </form>
        {mayMerge ? (
          <button type="button" class="primary" data-piece={`/app/pieces/clients/${one.id}/merge/${other.id}`}>
            {t.merge}
          </button>
        ) : null}
      </div>
    </section>
  )
}

function Side({ ask, row: { id, kind, name, owner, contact } }: { readonly ask: PageAsk; readonly row: ClientRow }) {
  const t = clientTexts[ask.language]
  return (
    <div>
      <a href={clientAddress(id)}>{name}</a> <span class="quiet">{t.kinds[kind]}</span>
      <p class="quiet">
        {t.owner}: {ownerName(ask, owner)}
      </p>
      {contact === undefined ? null : <p class="quiet">{contact}</p>}
    </div>
  )
}

function Merges({ ask, merges }: { readonly ask: PageAsk; readonly merges: readonly ClientMerge[] }) {
  const t = duplicateTexts[ask.language]
  return (
    <section class="card" aria-labelledby="merges-title">
      <header>
        <h2 id="merges-title">{t.merges}</h2>
      </header>
      {merges.length === 0 ? <p class="quiet">{t.noMerges}</p> : null}
      <ul class="plain-list">
        {merges.map(({ id, name, loserName, winner, by, at, state, undoUntil }) => (
          <li>
            <a href={clientAddress(winner)}>{name}</a> ← {loserName}{' '}
            <span class="quiet">
              {t.mergedBy(ask.people.employees[by]?.name ?? by, ask.format.moment(at))} ·{' '}
              {state === 'merged' ? t.until(ask.format.day(undoUntil.slice(0, 10))) : t.states[state]}
            </span>{' '}
            {state === 'merged' ? (
              <button type="button" class="link" data-piece={`/app/pieces/merges/${id}`}>
                {t.undo}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
