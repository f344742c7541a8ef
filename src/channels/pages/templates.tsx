import { templatesOf } from '#channels/usecases/writing/templates'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import type { PageAsk } from '#pages/page.tsx'
import type { MessageTemplates } from '#schemas/channels/message'
import type { AnswerWay, Conversation } from '#schemas/channels/talk'

import { talkTexts } from './texts/talks'

/** The approved templates of a messenger, where somebody asks for them, or why it did not tell them. */
type Chosen = { readonly way: AnswerWay; readonly items?: MessageTemplates['items']; readonly why?: string }

/** Asks a messenger for its templates where the page is asked to; undefined where it is not. */
export async function templatesFor(
  { ports, language, query }: PageAsk,
  id: string,
  { answers }: Conversation,
): Promise<Chosen | undefined> {
  const asked = query.get('templates')
  const way = answers.find((one) => one.integration === asked && one.talk === id && one.templates === true)
  if (way === undefined) return undefined
  try {
    return { way, ...(await templatesOf(ports, way.integration)) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { way, why: await sentenceIn(language, error) }
  }
}

type Choosing = { readonly ask: PageAsk; readonly id: string; readonly chosen: Chosen | undefined }

/** The templates to choose from, each with its places to fill in. */
export function Templates({ ask, id, chosen }: Choosing) {
  const t = talkTexts[ask.language]
  if (chosen === undefined) return null
  const { way, items = [], why } = chosen
  return (
    <section class="card stack" aria-labelledby="templates">
      <h2 id="templates">{`${t.templates} ${way.name}`}</h2>
      {why === undefined ? null : <p class="note">{why}</p>}
      {why === undefined && items.length === 0 ? <p class="quiet">{t.noTemplates}</p> : null}
      {items.map((one) => (
        <Template ask={ask} api={`/talks/${id}/messages`} by={`${id}/${way.integration}`} one={one} />
      ))}
    </section>
  )
}

type Filling = {
  readonly ask: PageAsk
  readonly api: string
  readonly by: string
  readonly one: MessageTemplates['items'][number]
}

function Template({ ask, api, by, one: { id, text, places } }: Filling) {
  const t = talkTexts[ask.language]
  return (
    <details>
      <summary>
        <strong>{id}</strong>
      </summary>
      <p class="lines">{text}</p>
      <form class="stack" data-api={`POST ${api}`} data-done={t.sent}>
        <input type="hidden" name="template" value={id} />
        <input type="hidden" name="by" value={by} />
        {places.map((place) => (
          <label class="field">
            <span class="label">{`{{${place}}}`}</span>
            <input name="places[]" required maxlength={1000} autocomplete="off" />
          </label>
        ))}
        <p class="problem" data-problem role="alert" hidden />
        <div class="row">
          <button class="primary">{t.send}</button>
        </div>
      </form>
    </details>
  )
}
