import { BulkFrame } from '#pages/bulk-frame.tsx'
import { peopleChoice } from '#pages/people-choice.tsx'
import { FieldInput } from '#pages/deals/field-input.tsx'
import { Select } from '#pages/piece-form.tsx'
import { fieldLabel } from '#playbook/rule-sentences'
import { dealTableTexts } from '#reports/pages/texts/deal-table'
import { apiQuery, type TableAsked } from './asked-table'
import type { TableScene } from './table-words'

type Parts = Pick<TableScene, 'ask' | 'model'> & { readonly asked: TableAsked; readonly total: number }

/** What is done with all deals that are ticked, in one command with one reason: given away, a field, a task. */
export function TableBulk({ ask, model, asked, total }: Parts) {
  const t = dealTableTexts[ask.language]
  const deals = ask.format.counted(total, t.deals)
  const people = peopleChoice(ask, undefined, model.roles)
  const fields = Object.values(model.fields).filter(({ formula }) => formula === undefined)
  return (
    <BulkFrame
      id="deals"
      words={t}
      lays="bulk-grid"
      all={{
        path: `/deal-table?${apiQuery(asked)}`,
        total,
        words: {
          choose: t.takeAll(deals),
          said: deals,
          sure: t.allSure(deals),
          progress: t.allProgress,
          stop: t.allStop,
          stopped: t.allStopped,
        },
      }}
    >
      <Select label={t.giveTo} name="giveTo" options={people} empty={t.stay} />
      <Select
        label={t.field}
        name=""
        options={fields.map((field) => [field.id, fieldLabel(field, ask.language)])}
        empty={t.stay}
      />
      {fields.map((field) => (
        <div data-bulk-field={field.id} hidden>
          <FieldInput
            field={field}
            value={null}
            currency={ask.currency}
            language={ask.language}
            people={ask.people}
            empties
          />
        </div>
      ))}
      <label class="field">
        <span class="label">{t.task}</span>
        <input name="addTask.do" maxlength={500} autocomplete="off" />
      </label>
      <label class="field">
        <span class="label">{t.taskDue}</span>
        <input type="datetime-local" name="addTask.dueAt" data-type="instant" />
      </label>
    </BulkFrame>
  )
}
