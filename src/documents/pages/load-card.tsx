import type { Register } from '#documents/usecases/read-register'
import type { PageAsk } from '#pages/page.tsx'
import { registerPageTexts } from './texts/register'

/** Where a register of another system is loaded: it is looked at first, and kept when somebody has seen what would happen. */
export function LoadCard({ ask, kinds }: { readonly ask: PageAsk; readonly kinds: Register['kinds'] }) {
  const t = registerPageTexts[ask.language]
  return (
    <details class="card" id="load">
      <summary>{t.load}</summary>
      <form class="form stack" data-register data-words={JSON.stringify(t.loaded)}>
        <p class="quiet">{t.loadLead}</p>
        <div class="row">
          <label class="field">
            <span>{t.file}</span>
            <input type="file" name="file" required accept=".xlsx,.csv,.txt" />
          </label>
          <label class="field">
            <span>{t.rowsAre}</span>
            <select name="kind">
              <option value="">{t.asColumn}</option>
              {kinds.map(({ id, name }) => (
                <option value={id}>{name}</option>
              ))}
            </select>
          </label>
        </div>
        <div class="row">
          <button class="primary" name="dry">
            {t.check}
          </button>
          <button class="secondary" name="keep" hidden>
            {t.keep}
          </button>
        </div>
        <p class="problem" data-problem role="alert" hidden />
        <div class="stack" data-loaded role="status" />
      </form>
    </details>
  )
}
