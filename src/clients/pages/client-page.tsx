import { mayReveal, openClient, readClientDeals, readClientReaders } from '#clients/usecases/read-clients'
import { reachesClient } from '#clients/usecases/readable-client'
import { fieldLabel } from '#playbook/rule-sentences'
import { clientAddress, dealAddress, reachAddress, reachText } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { boardTexts } from '#pages/deals/texts/board'
import type { ClientCard, ClientDeals, ClientWay } from '#schemas/client'
import type { ClientField } from '#schemas/clients/client-rules'
import { readConsents } from '#clients/usecases/consents'
import { findErasure } from '#clients/usecases/erase-client'
import { readRequests } from '#clients/usecases/requests/read-requests'
import { ConsentsCard } from './consents-card'
import { fieldText, ownerName } from './client-words'
import { LinksCard } from './links-card'
import { ReadersCard } from './reading-page'
import { RequestsCard } from './requests-card'
import { RequisitesCard } from './requisites-card'
import { clientTexts } from './texts/clients'

/** A client’s card: how to reach them, requisites, who belongs to it, and every deal that the reader may see. */
export const clientPage: PageSpec = {
  id: 'client',
  path: '/app/clients/:client',
  nav: 'clients',
  right: 'clients_read',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const id = ask.params['client'] ?? ''
    const card = await openClient(ask.ports, ask, id)
    if (card.id !== id) return { title: card.name, body: null, goTo: clientAddress(card.id) }
    const deals = await readClientDeals(ask.ports, ask, id)
    const { model } = await ask.ports.rules.current()
    const known = Object.values(model.clients?.kinds[card.kind] ?? {})
    const mayEdit = reachesClient(ask, 'clients_edit', card.owner)
    const [consents, { items: requests }, erasure] = await Promise.all([
      readConsents(ask.ports, ask, card.id),
      readRequests(ask.ports, ask, card.id),
      findErasure(ask.ports, card.id),
    ])
    const readers = reachesClient(ask, 'audit_read', card.owner)
      ? await readClientReaders(ask.ports, ask, card.id)
      : undefined
    return {
      title: card.name,
      body: (
        <div class="person-page">
          <p>
            <a href="/app/clients">← {t.back}</a>
          </p>
          <header class="page-head">
            <h1>{card.name}</h1>
            <span class="badge">{t.kinds[card.kind]}</span>
            <p class="grow sub">
              {t.owner}: {ownerName(ask, card.owner)}
            </p>
            {mayEdit ? (
              <button type="button" class="secondary" data-piece={`/app/pieces/clients/${id}`}>
                {t.change}
              </button>
            ) : null}
          </header>
          <div class="person-cards">
            <div class="stack">
              <Contacts ask={ask} card={card} mayEdit={mayEdit} />
              <RequisitesCard ask={ask} card={card} mayEdit={mayEdit} />
              <FieldsCard ask={ask} card={card} known={known} />
            </div>
            <div class="stack">
              <DealsCard ask={ask} deals={deals} />
              {await ask.panels('client', id)}
              <LinksCard ask={ask} card={card} mayEdit={mayEdit} />
              <ConsentsCard ask={ask} consents={consents} mayEdit={mayEdit} />
              <RequestsCard ask={ask} client={card.id} requests={requests} erasure={erasure} mayEdit={mayEdit} />
              {readers === undefined ? null : <ReadersCard ask={ask} readers={readers} />}
            </div>
          </div>
        </div>
      ),
    }
  },
}

type Parts = { readonly ask: PageAsk; readonly card: ClientCard }

function Contacts({ ask, card, mayEdit }: Parts & { readonly mayEdit: boolean }) {
  const t = clientTexts[ask.language]
  return (
    <section class="card" aria-labelledby="contacts-title">
      <header>
        <h2 id="contacts-title">{t.contacts}</h2>
        <span class="grow" />
        {mayEdit ? (
          <button type="button" class="link" data-piece={`/app/pieces/clients/${card.id}/way`}>
            {t.addWay}
          </button>
        ) : null}
      </header>
      {card.ways.length > 0 ? null : (
        <p class="quiet">{card.contactsHidden === true ? t.hiddenContacts : t.noContacts}</p>
      )}
      <ul class="plain-list">
        {card.ways.map((way) => (
          <li class="row">
            <span>
              <Way ask={ask} card={card} way={way} />
            </span>
            {mayEdit ? <RemoveWay ask={ask} card={card} way={way} /> : null}
          </li>
        ))}
      </ul>
      {card.unread === undefined || card.unread.length === 0 ? null : (
        <p class="quiet">
          {t.unread} {card.unread.join(', ')}
        </p>
      )}
    </section>
  )
}

function Way({ ask, card, way }: Parts & { readonly way: ClientWay }) {
  const t = clientTexts[ask.language]
  return (
    <>
      <span class="quiet">{t.ways[way.kind]}</span>{' '}
      {way.masked ? <span>{way.text}</span> : <a href={reachAddress(way.text)}>{reachText(way.text)}</a>}{' '}
      {way.note === undefined ? null : <span class="quiet">({way.note})</span>}{' '}
      {way.masked && mayReveal(ask, card.owner) ? (
        <button type="button" class="link" data-piece={`/app/pieces/clients/${card.id}/ways/${way.id}`}>
          {t.reveal}
        </button>
      ) : null}
    </>
  )
}

/** Takes a number or an address away that is wrong: what it was is asked about first. */
function RemoveWay({ ask, card, way }: Parts & { readonly way: ClientWay }) {
  const t = clientTexts[ask.language]
  return (
    <form
      data-api={`DELETE /clients/${card.id}/ways/${way.id}`}
      data-version={card.version}
      data-done={t.removed}
      data-sure={t.removeSure(reachText(way.text))}
    >
      <button class="link quiet small">
        {t.remove}
        <span class="hidden">{` ${reachText(way.text)}`}</span>
      </button>
    </form>
  )
}

function FieldsCard({ ask, card, known }: Parts & { readonly known: readonly ClientField[] }) {
  const t = clientTexts[ask.language]
  const said = known.flatMap((field) => {
    const value = card.fields?.[field.id]
    return value === undefined || value === null ? [] : [{ field, value }]
  })
  if (said.length === 0) return null
  return (
    <section class="card" aria-labelledby="fields-title">
      <header>
        <h2 id="fields-title">{t.about}</h2>
      </header>
      <dl class="facts">
        {said.map(({ field, value }) => (
          <div>
            <dt>{fieldLabel(field, ask.language)}</dt>
            <dd>{fieldText(field, value, ask)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function DealsCard({ ask, deals: { items } }: { readonly ask: PageAsk; readonly deals: ClientDeals }) {
  const t = clientTexts[ask.language]
  return (
    <section class="card" aria-labelledby="deals-title">
      <header>
        <h2 id="deals-title">{t.deals}</h2>
      </header>
      {items.length === 0 ? <p class="quiet">{t.noDeals}</p> : null}
      <ul class="plain-list">
        {items.map(({ id, title, status, owner }) => (
          <li>
            <a href={dealAddress(id)}>{title}</a>
            <span class="quiet small below">
              {boardTexts[ask.language].statuses[status as keyof typeof boardTexts.en.statuses]} ·{' '}
              {ownerName(ask, owner)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
