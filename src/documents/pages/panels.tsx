import { MakeForm } from '#pages/make-form.tsx'
import { readDealDocuments } from '#documents/usecases/read-document-page'
import { mayReadRegister } from '#documents/usecases/read-register'
import type { PanelSpec } from '#pages/page.tsx'
import type { DealDocument } from '#schemas/documents/documents'

import { documentTexts } from './texts/documents'

const tones: Readonly<Record<DealDocument['state'], string>> = {
  draft: '',
  issued: 'accent',
  sent: 'accent',
  signed_us: 'accent',
  signed_client: 'accent',
  signed: 'good',
  refused: 'bad',
  cancelled: 'bad',
  replaced: '',
}

/** What documents show on the page of a deal: those there are, and a way to make one. */
export const panels: readonly PanelSpec[] = [
  {
    on: 'deal',
    run: async (ask, id) => {
      const { documents, kinds } = await readDealDocuments(ask.ports, ask.caller, id)
      if (documents.length === 0 && kinds.length === 0) return null
      const t = documentTexts[ask.language]
      return (
        <section class="card" aria-labelledby="documents-title" id="documents">
          <header>
            <h2 id="documents-title">{t.title}</h2>
            {documents.length === 0 ? null : <span class="badge">{ask.format.number(documents.length)}</span>}
            {(await mayReadRegister(ask.ports, ask.caller)) ? <a href="/app/register">{t.register}</a> : null}
          </header>
          {documents.length === 0 ? <p class="quiet">{t.none}</p> : null}
          <ul class="file-list">
            {documents.toReversed().map((one) => (
              <li id={one.id}>
                <p>
                  <a
                    href={`/app/documents/${one.id}`}
                  >{`${one.name}${one.number === null ? '' : ` № ${one.number}`}`}</a>{' '}
                  <span class={`badge ${tones[one.state]}`}>{t.states[one.state]}</span>
                </p>
                <p class="quiet small">
                  {[
                    ...(one.on === null ? [] : [ask.format.day(one.on)]),
                    ...(one.totalKopecks === 0 ? [] : [ask.format.money(one.totalKopecks, 'RUB')]),
                    ...(one.waitsFor === null ? [] : [t.waits[one.waitsFor]]),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          <MakeForm api={`POST /deals/${id}/documents`} kinds={kinds} t={t} then="go:/app/documents/{id}" />
        </section>
      )
    },
  },
]
