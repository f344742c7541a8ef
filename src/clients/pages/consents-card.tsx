import { readConsentText } from '#clients/usecases/read-consent-text'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { PieceHead } from '#pages/piece-form.tsx'
import type { ClientConsents } from '#schemas/clients/consents'
import { consentTexts } from './texts/consents'

type Shown = { readonly ask: PageAsk; readonly consents: ClientConsents; readonly mayEdit: boolean }
type Item = ClientConsents['items'][number]

/** What a client has agreed to and revoked, and where it was said; whoever may change the card writes down more. */
export function ConsentsCard({ ask, consents: { client, items }, mayEdit }: Shown) {
  const t = consentTexts[ask.language]
  if (items.length === 0) return null
  return (
    <section class="card" aria-labelledby="consents-title">
      <h2 id="consents-title">{t.title}</h2>
      <ul class="session-list">
        {items.map((item) => (
          <li>
            <span>{item.name}</span>{' '}
            <span class={item.state === 'revoked' || (item.required && item.state === 'none') ? 'problem' : 'quiet'}>
              {stateOf(ask, item)}
            </span>
            <Seen ask={ask} client={client} item={item} />
            {mayEdit ? <Change ask={ask} client={client} item={item} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf({ language, format }: PageAsk, { state, said, required, current }: Item): string {
  const t = consentTexts[language]
  const [last] = said
  if (state === 'none' || last === undefined) return required ? t.missing : t.none
  const at = format.moment(last.at)
  if (state === 'revoked') return t.revoked(at)
  const where = [last.page, last.ip].filter((one) => one !== undefined)
  return [t.agreed({ at, version: last.version ?? '' }), ...(current ? [] : [t.former]), ...where].join(' · ')
}

/** The way to what they saw when they agreed last. */
function Seen({ ask, client, item: { said } }: Pick<Shown, 'ask'> & { client: string; item: Item }) {
  const agreed = said.find(({ state, textSha256, text }) => state === 'agreed' && (textSha256 ?? text) !== undefined)
  if (agreed === undefined) return null
  return (
    <button type="button" class="link" data-piece={`/app/pieces/clients/${client}/consents/${agreed.id}`}>
      {consentTexts[ask.language].seen}
    </button>
  )
}

/** Shows the words that a client has agreed to, as they read then. */
export const consentTextPiece: PieceSpec = {
  id: 'clientConsentText',
  path: '/app/pieces/clients/:client/consents/:said',
  right: 'clients_read',
  run: async (ask) => {
    const t = consentTexts[ask.language]
    const { client = '', said = '' } = ask.params
    const { name, at, version = '', text, textSha256 = '' } = await readConsentText(ask.ports, ask, { client, said })
    return (
      <>
        <PieceHead title={name} language={ask.language} />
        <p class="quiet">{t.agreed({ at: ask.format.moment(at), version })}</p>
        {text === undefined ? <p>{t.hashOnly}</p> : <p class="lines">{text}</p>}
        {textSha256 === '' ? null : <p class="quiet small lines">SHA-256: {textSha256}</p>}
      </>
    )
  },
}

function Change({ ask, client, item: { consent, state } }: Pick<Shown, 'ask'> & { client: string; item: Item }) {
  const t = consentTexts[ask.language]
  const isAgreed = state === 'agreed'
  const api = isAgreed ? `${consent}/revocation` : ''
  return (
    <form
      data-api={`POST /clients/${client}/consents${api === '' ? '' : `/${api}`}`}
      data-done={isAgreed ? t.doneRevoked : t.doneAgreed}
    >
      {isAgreed ? null : <input type="hidden" name="consent" value={consent} />}
      <p class="problem" data-problem role="alert" hidden />
      <button class="link">{isAgreed ? t.revoke : t.agree}</button>
    </form>
  )
}
