import type { DocumentPage } from '#documents/usecases/read-document-page'
import type { PageAsk } from '#pages/page.tsx'
import { documentTexts } from './texts/documents'

type Parts = { readonly ask: PageAsk; readonly page: DocumentPage }
type Words = (typeof documentTexts)['en']

/** What may be done with a document by whoever reads it, the next thing first. */
export function DocumentActs({ ask, page }: Parts) {
  const t = documentTexts[ask.language]
  const { document, mayEdit, mayIssue, issuer } = page
  const isDraft = document.state === 'draft'
  const isLive = !isDraft && !['refused', 'cancelled', 'replaced'].includes(document.state)
  return (
    <section class="card stack" aria-label={t.kind} id="acts">
      {isDraft ? <p class="quiet">{t.draftHint}</p> : null}
      {isDraft && mayIssue ? <Act page={page} to="issue" label={t.issue} t={t} isFirst /> : null}
      {isDraft && mayEdit ? <Again page={page} label={t.again} t={t} /> : null}
      {isDraft && mayEdit ? (
        <form
          data-api={`DELETE /documents/${document.id}`}
          data-version={document.version}
          data-then={`go:/app/deals/${document.dealId}`}
          data-sure={t.sure}
        >
          <button class="link quiet">{t.remove}</button>
          <p class="problem" data-problem role="alert" hidden />
        </form>
      ) : null}
      {document.state === 'issued' && mayEdit ? <Act page={page} to="sending" label={t.send} t={t} isFirst /> : null}
      {mayEdit ? page.signs.map((who) => <Sign page={page} who={who} t={t} />) : null}
      {isLive && mayEdit && document.state !== 'signed' && page.signs.length > 0 ? (
        <WithReason page={page} to="refusal" label={t.refuse} t={t} />
      ) : null}
      {(isLive || document.state === 'refused') && mayIssue ? (
        <WithReason page={page} to="cancel" label={t.cancel} t={t} />
      ) : null}
      {(isLive || document.state === 'refused') && mayEdit && document.state !== 'signed' ? (
        <Again page={page} label={t.replace} t={t} isReplacing />
      ) : null}
      {mayIssue ? null : <p class="quiet small">{t.issuedBy(issuer)}</p>}
    </section>
  )
}

type ActParts = { readonly page: DocumentPage; readonly label: string; readonly t: Words }

function Act({ page: { document }, to, label, t, isFirst = false }: ActParts & { to: string; isFirst?: boolean }) {
  return (
    <form data-api={`POST /documents/${document.id}/${to}`} data-version={document.version} data-done={t.done}>
      <button class={isFirst ? 'primary' : 'secondary'}>{label}</button>
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

/** A draft anew with the words of today, or another document in the place of one that is issued. */
function Again({ page: { document }, label, isReplacing = false }: ActParts & { isReplacing?: boolean }) {
  const body = { kind: document.kind, ...(isReplacing ? { replaces: document.id } : {}) }
  return (
    <form
      data-api={`POST /deals/${document.dealId}/documents`}
      data-body={JSON.stringify(body)}
      data-then="go:/app/documents/{id}"
    >
      <button class="secondary">{label}</button>
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

function Sign({ page: { document, files }, who, t }: Omit<ActParts, 'label'> & { who: 'us' | 'client' }) {
  return (
    <form
      class="stack"
      data-api={`POST /documents/${document.id}/signature`}
      data-version={document.version}
      data-body={JSON.stringify({ who })}
      data-done={t.done}
    >
      {files.length === 0 ? null : (
        <label class="field">
          <span>{t.copy}</span>
          <select name="file">
            <option value="">{t.noCopy}</option>
            {files.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <button class="primary">{t.sign[who]}</button>
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

function WithReason({ page: { document }, to, label, t }: ActParts & { to: string }) {
  return (
    <details data-closes-when-done>
      <summary>{label}</summary>
      <form
        class="stack"
        data-api={`POST /documents/${document.id}/${to}`}
        data-version={document.version}
        data-done={t.done}
      >
        <label class="field">
          <span>{t.why}</span>
          <input name="reason" required maxlength={500} />
        </label>
        <button class="secondary">{label}</button>
        <p class="problem" data-problem role="alert" hidden />
      </form>
    </details>
  )
}
