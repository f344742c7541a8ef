import type { Register } from '#documents/usecases/read-register'
import { OwnLoads } from '#pages/own-loads.tsx'
import { FileInput } from '#pages/file-input.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { loadTexts } from '#pages/texts/loads'
import type { KeptLoad } from '#ports/files'
import { registerPageTexts } from './texts/register'

type Loading = {
  readonly ask: PageAsk
  readonly kinds: Register['kinds']
  /** What whoever looks has had loaded last. */
  readonly loads: readonly KeptLoad[]
}

/** Where a register of another system is loaded: it is looked at first, and kept when somebody has seen what would happen. */
export function LoadCard({ ask, kinds, loads }: Loading) {
  const t = registerPageTexts[ask.language]
  const words = loadTexts[ask.language]
  const isRunning = loads.some(({ state }) => state === 'waiting' || state === 'running')
  return (
    <details class="card" id="load" open={isRunning}>
      <summary>{t.load}</summary>
      <form
        class="form stack"
        data-register
        data-words={JSON.stringify(t.loaded)}
        data-sending={words.sending}
        data-leave={words.leave}
      >
        <p class="quiet">{t.loadLead}</p>
        <div class="row">
          <FileInput label={t.file} language={ask.language} accept=".xlsx,.csv,.txt" />
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
      <OwnLoads ask={ask} loads={loads} title={words.last} isShowing />
    </details>
  )
}
