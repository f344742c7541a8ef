import { readDocumentPage, type DocumentPage } from '#documents/usecases/read-document-page'
import { dealAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { DocumentActs } from './document-acts'
import { DocumentText } from './document-text'
import { formName } from './form-name'
import { documentTexts } from './texts/documents'

/** A document: what it says, how far it is, and what is to be done with it next. */
export const documentPage: PageSpec = {
  id: 'document',
  path: '/app/documents/:document',
  nav: 'board',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const t = documentTexts[ask.language]
    const page = await readDocumentPage(ask.ports, ask.caller, ask.params['document'] ?? '')
    const { document, deal } = page
    const title = `${document.name}${document.number === null ? '' : ` № ${document.number}`}`
    return {
      title,
      body: (
        <>
          <header class="deal-head">
            <p class="small">
              <a href={dealAddress(deal.id)}>{deal.title}</a>
            </p>
            <div class="row">
              <h1>{title}</h1>
              <span class="badge accent">{t.states[document.state]}</span>
              {document.totalKopecks === 0 ? null : (
                <strong class="amount">{ask.format.money(document.totalKopecks, 'RUB')}</strong>
              )}
              <span class="grow" />
              {document.takenOver === true ? null : (
                <a class="button secondary" href={`/app/documents/${document.id}/file`}>
                  {t.download}
                </a>
              )}
            </div>
            <p class="quiet">
              {[
                document.buyer,
                ...(document.on === null ? [] : [ask.format.day(document.on)]),
                ...(document.waitsFor === null ? [] : [t.waits[document.waitsFor]]),
              ].join(' · ')}
            </p>
            <p class="quiet small">{document.takenOver === true ? t.takenOver : t.noPdf}</p>
          </header>
          <div class="deal">
            <div class="stack">
              {document.takenOver === true ? null : (
                <section class="card stack" aria-labelledby="says">
                  <h2 id="says">{t.says}</h2>
                  <DocumentText text={page.text} />
                </section>
              )}
            </div>
            <aside class="stack">
              <Forms ask={ask} page={page} />
              <DocumentActs ask={ask} page={page} />
              <History ask={ask} page={page} />
            </aside>
          </div>
        </>
      ),
    }
  },
}

type Parts = { readonly ask: PageAsk; readonly page: DocumentPage }

function Forms({ ask, page: { document, mayEdit } }: Parts) {
  const t = documentTexts[ask.language]
  if (document.forms.length === 0 || document.state !== 'draft') return null
  const isOpen = document.forms.some(({ isConfirmed }) => !isConfirmed)
  return (
    <section class="card stack" aria-labelledby="forms">
      <h2 id="forms">{t.forms}</h2>
      {isOpen ? <p class="quiet">{t.formsHint}</p> : null}
      {document.forms.map(({ field, text, form, isConfirmed }) => (
        <form
          class="row"
          data-api={`POST /documents/${document.id}/form`}
          data-version={document.version}
          data-body={JSON.stringify({ field })}
          data-done={t.done}
          id={`form-${field.replaceAll('.', '-')}`}
        >
          <label class="field">
            <span>{`${text}${isConfirmed ? ` · ${t.confirmed}` : ''}`}</span>
            <input name="form" value={form} required maxlength={400} readonly={!mayEdit} />
          </label>
          {mayEdit ? <button class={isConfirmed ? 'secondary' : 'primary'}>{t.confirm}</button> : null}
          <p class="problem" data-problem role="alert" hidden />
        </form>
      ))}
    </section>
  )
}

function History({ ask, page: { document, model } }: Parts) {
  const t = documentTexts[ask.language]
  const whose = (by: string): string => (by === 'stage' ? t.stage : (ask.people.employees[by]?.name ?? by))
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <ul class="file-list">
        {document.trace.toReversed().map(({ at, by, did, reason, field }) => (
          <li>
            <p>{[t.did[did], reason ?? formName(field, model, t.formOf) ?? []].flat().join(': ')}</p>
            <p class="quiet small">
              {`${whose(by)} · `}
              <time datetime={at}>{ask.format.moment(at)}</time>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
