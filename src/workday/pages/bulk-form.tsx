import type { PageAsk } from '#pages/page.tsx'
import { Select } from '#pages/piece-form.tsx'
import { teamTexts } from './texts/team'

/** What is done with everything that is ticked: it is given to somebody, or dated anew, for one reason. */
export function BulkForm({
  ask,
  id,
  what,
}: {
  readonly ask: PageAsk
  readonly id: string
  readonly what: 'tasks' | 'deals'
}) {
  const t = teamTexts[ask.language]
  const people = Object.values(ask.people.employees)
    .filter(({ active }) => active)
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .map((one) => [one.id, one.name] as const)
  return (
    <form
      id={`${id}-bulk`}
      class="bulk"
      data-api="POST /changes"
      data-bulk={t.notChanged}
      data-done={t.changed}
      data-keep
      hidden
    >
      <p class="row">
        <strong data-bulk-count aria-live="polite" />
      </p>
      <div class="row">
        {what === 'deals' ? (
          <Select label={t.giveTo} name="giveTo" options={people} isRequired />
        ) : (
          <Select label={t.giveTo} name="giveTo" options={people} empty={t.nobodyElse} />
        )}
        {what === 'deals' ? null : (
          <label class="field">
            <span class="label">{t.dueAt}</span>
            <input type="datetime-local" name="dueAt" data-type="instant" />
          </label>
        )}
        <label class="field grow">
          <span class="label">{t.reason}</span>
          <input name="reason" required maxlength={500} autocomplete="off" />
        </label>
        <button class="primary">{t.change}</button>
      </div>
      <p class="problem lines" data-problem role="alert" hidden />
    </form>
  )
}
