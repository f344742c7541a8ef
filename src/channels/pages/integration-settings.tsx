import { adapterOf } from '#channels/adapters'
import { historyOf } from '#channels/usecases/reconciling/histories'
import type { PageAsk } from '#pages/page.tsx'
import type { Integration } from '#schemas/integration'

import { integrationTexts } from './texts/integrations'

/** What something is set to, as far as what it is asks for it. */
export function IntegrationSettingsCard({ ask, one }: { readonly ask: PageAsk; readonly one: Integration }) {
  const t = integrationTexts[ask.language]
  const adapter = adapterOf(one.adapter)
  const { settings } = one
  return (
    <details class="card">
      <summary>{t.settingsTitle}</summary>
      <form class="form" data-api={`PUT /integrations/${one.id}`} data-version={one.version} data-done={t.saved}>
        <Text label={t.name} name="name" most={100} value={one.name} isRequired />
        {adapter?.kind === 'mail' ? (
          <Text label={t.mailbox} name="settings.mailbox" most={320} value={settings.mailbox} isRequired />
        ) : null}
        {adapter?.fetches === undefined ? null : (
          <>
            <KnownOnly label={t.knownOnly} isSet={settings.knownOnly === true} />
            <Several label={t.folders} name="settings.folders[]" values={settings.folders ?? []} />
          </>
        )}
        {adapter?.kind === 'form' ? (
          <>
            <Text label={t.thanks} name="settings.thanks" most={1000} value={settings.thanks} />
            {adapter.id === 'site' ? <Proof ask={ask} now={settings.proof ?? 'attack'} /> : null}
            <Several label={t.origins} name="settings.origins[]" values={settings.origins ?? []} />
          </>
        ) : null}
        {historyOf(one.adapter) === undefined ? null : (
          <Text label={t.api} name="settings.api" most={300} value={settings.api} />
        )}
        {adapter?.needsZone === true ? (
          <Text label={t.zone} name="settings.zone" most={60} value={settings.zone} isRequired />
        ) : null}
        <p class="problem" data-problem role="alert" hidden />
        <button class="secondary">{t.save}</button>
      </form>
    </details>
  )
}

/** Whether a mailbox is one person’s own: asked before it is looked into for the first time. */
export function KnownOnly({ label, isSet = false }: { readonly label: string; readonly isSet?: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" name="settings.knownOnly" data-type="yes_no" checked={isSet} />
      <span>{label}</span>
    </label>
  )
}

/** When forms have to prove that a browser has worked on them. */
function Proof({ ask, now }: { readonly ask: PageAsk; readonly now: 'attack' | 'always' | 'never' }) {
  const t = integrationTexts[ask.language]
  return (
    <label class="field">
      <span class="label">{t.proof}</span>
      <select name="settings.proof">
        {(['attack', 'always', 'never'] as const).map((one) => (
          <option value={one} selected={one === now}>
            {t.proofs[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

type TextParts = {
  readonly label: string
  readonly name: string
  readonly most: number
  readonly value: string | undefined
  readonly isRequired?: boolean
}

function Text({ label, name, most, value, isRequired = false }: TextParts) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input name={name} maxlength={most} value={value} required={isRequired ? true : undefined} autocomplete="off" />
    </label>
  )
}

/** A field for each that is there, and one more. */
function Several({ label, name, values }: Pick<TextParts, 'label' | 'name'> & { readonly values: readonly string[] }) {
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <input type="hidden" name={name} data-type="list" />
      {[...values, ''].map((value, no) => (
        <input name={name} maxlength={200} value={value} aria-label={`${label} ${no + 1}`} autocomplete="off" />
      ))}
    </fieldset>
  )
}
