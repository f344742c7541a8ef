import { PieceForm, PieceHead } from '#pages/piece-form.tsx'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { readClient } from '#clients/usecases/read-clients'
import type { ClientCard } from '#schemas/client'
import { clientTexts } from './texts/clients'

const numbers = ['ogrn', 'bik', 'account', 'correspondentAccount'] as const

/** What documents say of a company, in the order in which it is written down; of a person the taxpayer’s number alone. */
const ofCompany = [
  'legalName',
  'ogrn',
  'address',
  'bank',
  'bik',
  'account',
  'correspondentAccount',
  'signer',
  'signerGenitive',
  'signerTitle',
  'signsBy',
] as const

/** What is longer stands in a line of its own. */
const longest = 14

type Parts = { readonly ask: PageAsk; readonly card: ClientCard; readonly mayEdit: boolean }

/** The requisites of a client, and the way to write them for whoever may change the card. */
export function RequisitesCard({ ask, card, mayEdit }: Parts) {
  const t = clientTexts[ask.language]
  const { inn, kpp, requisites = {} } = card
  const said = Object.entries({ inn, kpp, ...requisites }).filter(([, value]) => value !== undefined && value !== '')
  if (said.length === 0 && !mayEdit) return null
  return (
    <section class="card" id="requisites" aria-labelledby="requisites-title">
      <header>
        <h2 id="requisites-title">{t.requisites}</h2>
        <span class="grow" />
        {mayEdit ? (
          <button type="button" class="link" data-piece={`/app/pieces/clients/${card.id}/requisites`}>
            {said.length === 0 ? t.fillIn : t.change}
            <span class="hidden">{` ${t.requisites}`}</span>
          </button>
        ) : null}
      </header>
      {said.length === 0 ? <p class="quiet">{t.noRequisites[card.kind]}</p> : null}
      <dl class="facts">
        {said.map(([name, value]) => (
          <div class={String(value).length > longest ? 'whole' : undefined}>
            <dt>{t.requisite[name as keyof typeof t.requisite]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** All requisites at once: what is emptied is taken away. */
export const requisitesPiece: PieceSpec = {
  id: 'clientRequisites',
  path: '/app/pieces/clients/:client/requisites',
  right: 'clients_edit',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const card = await readClient(ask.ports, ask, ask.params['client'] ?? '')
    const isCompany = card.kind === 'company'
    return (
      <>
        <PieceHead title={t.requisites} language={ask.language} />
        <PieceForm
          language={ask.language}
          api={`PATCH /clients/${card.id}`}
          version={card.version}
          {...(isCompany ? { body: { requisites: {} } } : {})}
          done={t.saved}
          label={t.save}
        >
          <Requisite label={t.requisite.inn} name="inn" value={card.inn} isNumber empties />
          {isCompany ? <Requisite label={t.requisite.kpp} name="kpp" value={card.kpp} empties /> : null}
          {(isCompany ? ofCompany : []).map((id) => (
            <Requisite
              label={t.requisite[id]}
              name={`requisites.${id}`}
              value={card.requisites?.[id]}
              isNumber={numbers.some((one) => one === id)}
            />
          ))}
        </PieceForm>
      </>
    )
  },
}

function Requisite(parts: {
  readonly label: string
  readonly name: string
  readonly value: string | undefined
  readonly isNumber?: boolean
  /** Sent as empty where it is, instead of left out. */
  readonly empties?: boolean
}) {
  return (
    <label class="field">
      <span class="label">{parts.label}</span>
      <input
        name={parts.name}
        value={parts.value ?? ''}
        maxlength={400}
        autocomplete="off"
        inputmode={parts.isNumber === true ? 'numeric' : undefined}
        data-empty={parts.empties === true ? 'null' : undefined}
      />
    </label>
  )
}
