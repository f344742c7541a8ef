import { reaches } from '#domain/kernel/access'

import { FieldInput } from './field-input'
import type { PieceSpec } from '#pages/page.tsx'
import { peopleChoice } from '#pages/people-choice.tsx'
import { PieceForm, PieceHead, Select } from '#pages/piece-form.tsx'
import { boardTexts } from './texts/board'

/** What a new deal is asked for: what it is about, the client, and what decides where it goes. */
export const newDealPiece: PieceSpec = {
  id: 'newDeal',
  path: '/app/pieces/new-deal',
  right: 'deals_edit',
  run: async (ask) => {
    const { language, currency, people, caller } = ask
    const t = boardTexts[language].newDeal
    const { model } = await ask.ports.rules.current()
    const isOwn = caller.reach.deals_edit === 'own'
    const owners = peopleChoice(ask, (id) => reaches(caller, 'deals_edit', id, people), model.roles)
    const fields = Object.values(model.fields).filter(
      ({ builtIn, formula, id }) => builtIn && formula === undefined && id !== 'paid',
    )
    const byRules = { empty: t.byRules }
    return (
      <>
        <PieceHead title={t.title} language={language} />
        <PieceForm language={language} api="POST /deals" done={t.created} label={t.create} then="go:/app/deals/{id}">
          <label class="field">
            <span class="label">{t.name}</span>
            <input name="title" required maxlength={200} autofocus />
          </label>
          <div class="columns">
            <Select
              label={t.direction}
              name="pipeline"
              options={Object.values(model.pipelines).map(({ id, name }) => [id, name] as const)}
              selected={ask.query.get('pipeline') ?? ''}
              {...byRules}
            />
            <Select label={t.owner} name="owner" options={owners} {...(isOwn ? { selected: ask.me.id } : byRules)} />
            <ClientInput label={t.client} name="name" max={200} />
            <ClientInput label={t.phone} name="phone" max={40} type="tel" />
            <ClientInput label={t.email} name="email" max={254} type="email" />
            {fields.map((field) => (
              <FieldInput field={field} value={null} currency={currency} language={language} people={people} />
            ))}
          </div>
        </PieceForm>
      </>
    )
  },
}

function ClientInput({ label, name, max, type = 'text' }: { label: string; name: string; max: number; type?: string }) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input name={`client.${name}`} type={type} maxlength={max} autocomplete="off" />
    </label>
  )
}
