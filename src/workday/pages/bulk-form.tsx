import { BulkFrame } from '#pages/bulk-frame.tsx'
import { peopleChoice } from '#pages/people-choice.tsx'
import type { PageAsk } from '#pages/page.tsx'
import type { Model } from '#schemas/model'
import { Select } from '#pages/piece-form.tsx'
import { frameTexts } from '#pages/texts/frame'
import { teamTexts, type TeamTexts } from './texts/team'

/** What is done with everything that is ticked: it is given to somebody, or dated anew, for one reason. */
export function BulkForm({
  ask,
  id,
  what,
  roles,
}: {
  readonly ask: PageAsk
  readonly id: string
  readonly what: 'tasks' | 'deals'
  readonly roles: Model['roles']
}) {
  const t = teamTexts[ask.language]
  const people = peopleChoice(ask, undefined, roles)
  return (
    <BulkFrame id={id} words={t} lays="row">
      {what === 'deals' ? (
        <Select label={t.giveTo} name="giveTo" options={people} isRequired empty={frameTexts[ask.language].choose} />
      ) : (
        <Select label={t.giveTo} name="giveTo" options={people} empty={t.nobodyElse} />
      )}
      {what === 'deals' ? null : (
        <label class="field">
          <span class="label">{t.dueAt}</span>
          <input type="datetime-local" name="dueAt" data-type="instant" />
        </label>
      )}
    </BulkFrame>
  )
}

/** Ticks everything that stands in its section. */
export function TickAll({ t, form }: { readonly t: TeamTexts; readonly form: string }) {
  return (
    <label class="check small tick-all">
      <input type="checkbox" data-tick-all={form} data-tick-here />
      <span>{t.chooseAll}</span>
    </label>
  )
}
