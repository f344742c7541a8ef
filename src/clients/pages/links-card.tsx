import { readClient } from '#clients/usecases/read-clients'
import { clientAddress } from '#pages/links.tsx'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { PieceForm, PieceHead } from '#pages/piece-form.tsx'
import type { ClientCard } from '#schemas/client'
import { clientTexts } from './texts/clients'

type Parts = { readonly ask: PageAsk; readonly card: ClientCard; readonly mayEdit: boolean }

/** People at a company, or the companies of a person; whoever may change the card links others and takes links away. */
export function LinksCard({ ask, card, mayEdit }: Parts) {
  const t = clientTexts[ask.language]
  return (
    <section class="card" aria-labelledby="links-title">
      <header>
        <h2 id="links-title">{card.kind === 'company' ? t.people : t.companies}</h2>
        <span class="grow" />
        {mayEdit ? (
          <button type="button" class="link" data-piece={`/app/pieces/clients/${card.id}/link`}>
            {t.addLink[card.kind]}
          </button>
        ) : null}
      </header>
      {card.links.length === 0 ? <p class="quiet">{t.noLinks}</p> : null}
      <ul class="plain-list">
        {card.links.map(({ id, name, title, until }) => (
          <li class="row">
            <span>
              <a href={clientAddress(id)}>{name}</a>{' '}
              <span class="quiet">
                {[title, until === undefined ? undefined : t.until(ask.format.day(until))].filter(Boolean).join(', ')}
              </span>
            </span>
            {mayEdit ? (
              <form
                data-api={`DELETE /clients/${card.id}/links/${id}`}
                data-done={t.removed}
                data-sure={t.unlinkSure(name)}
              >
                <button class="link quiet small">
                  {t.remove}
                  <span class="hidden">{` ${name}`}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Links a person to a company, or the other way round: whom, and as what. */
export const linkPiece: PieceSpec = {
  id: 'linkClients',
  path: '/app/pieces/clients/:client/link',
  right: 'clients_edit',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const card = await readClient(ask.ports, ask, ask.params['client'] ?? '')
    const wanted = card.kind === 'company' ? 'person' : 'company'
    return (
      <>
        <PieceHead title={t.addLink[card.kind]} language={ask.language} />
        <PieceForm language={ask.language} api={`POST /clients/${card.id}/links`} done={t.added} label={t.link}>
          <label class="field">
            <span class="label">{t.kinds[wanted]}</span>
            <input
              name="client"
              required
              data-type="client"
              data-find-thing={`/app/pieces/client-choice?kind=${wanted}`}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={false}
              autocomplete="off"
              maxlength={200}
              placeholder={t.findClient}
            />
          </label>
          <label class="field">
            <span class="label">{t.position}</span>
            <input name="title" maxlength={200} autocomplete="off" />
          </label>
        </PieceForm>
      </>
    )
  },
}
