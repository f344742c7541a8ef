import { openDepartments } from '#domain/kernel/departments-led'
import { digitsOf } from '#domain/kernel/currency'
import { foundedAs } from '#domain/people/founded-as'
import { rulesLanguage } from '#domain/rules/rules-language'
import type { Model } from '#schemas/model'
import { FieldInput } from '#pages/deals/field-input.tsx'
import type { PageAsk, PageSpec, PageView } from '#pages/page.tsx'
import { Select } from '#pages/piece-form.tsx'

import { firstStartTexts } from './texts/first-start'

type Words = (typeof firstStartTexts)['en']

/** What the company is called and how it counts: the first step of a first start. */
export const firstStartPage: PageSpec = {
  id: 'firstStart',
  path: '/app/first-start',
  right: 'people_edit',
  run: async (ask) => {
    const t = firstStartTexts[ask.language]
    const [{ isNew }, { model }] = await Promise.all([ask.ports.entry.beginning(), ask.ports.rules.current()])
    if (!isNew) return { title: t.title, body: null, goTo: '/app/people' }
    return step(t, 1, { title: t.title, why: t.why }, <CompanyForm ask={ask} t={t} model={model} />)
  },
}

/** Who works there. */
export const firstPeoplePage: PageSpec = {
  id: 'firstPeople',
  path: '/app/first-start/people',
  right: 'people_edit',
  run: async (ask) => {
    const t = firstStartTexts[ask.language]
    const [{ isNew }, { model }] = await Promise.all([ask.ports.entry.beginning(), ask.ports.rules.current()])
    if (!isNew) return { title: t.people, body: null, goTo: '/app/people' }
    const form = (
      <form class="form card" data-api="POST /company/beginning/people" data-then="go:/app/first-start/deal">
        <PersonRows t={t} model={model} from={0} to={rows} />
        <details class="rest">
          <summary>{t.morePeople}</summary>
          <PersonRows t={t} model={model} from={rows} to={most} />
        </details>
        <Buttons label={t.goOn} />
      </form>
    )
    return step(t, 2, { title: t.people, why: t.peopleWhy }, form)
  },
}

const rows = 4
const most = 20

function PersonRows({
  t,
  model,
  from,
  to,
}: {
  readonly t: Words
  readonly model: Model
  readonly from: number
  readonly to: number
}) {
  return (
    <>
      {Array.from({ length: to - from }, (_, index) => from + index).map((at) => (
        <fieldset class="first-person">
          <legend>{t.person({ no: at + 1 })}</legend>
          <div class="columns">
            <label class="field">
              <span class="label">{t.personName}</span>
              <input name={`people.${at}.name`} maxlength={200} autocomplete="off" />
            </label>
            <label class="field">
              <span class="label">{t.personEmail}</span>
              <input name={`people.${at}.email`} type="email" maxlength={254} autocomplete="off" />
            </label>
          </div>
          <details>
            <summary>{t.roles}</summary>
            <div class="columns">
              {Object.entries(model.roles).map(([id, { name }]) => (
                <label class="check">
                  <input type="checkbox" name={`people.${at}.roles[]`} value={id} />
                  <span>{name}</span>
                </label>
              ))}
            </div>
          </details>
        </fieldset>
      ))}
    </>
  )
}

/** The first deal, and then the board with it. */
export const firstDealPage: PageSpec = {
  id: 'firstDeal',
  path: '/app/first-start/deal',
  right: 'deals_edit',
  run: async (ask) => {
    const t = firstStartTexts[ask.language]
    const { model } = await ask.ports.rules.current()
    const directions = Object.values(model.pipelines).map(({ id, name }) => [id, name] as const)
    const kind = model.fields['client_type']
    const form = (
      <>
        <form
          class="form card"
          data-api="POST /deals"
          data-body={JSON.stringify({ owner: ask.me.id })}
          data-then="go:/app/board/{pipeline}"
        >
          <label class="field">
            <span class="label">{t.dealTitle}</span>
            <input name="title" required maxlength={200} autofocus />
          </label>
          <div class="columns">
            <Select label={t.direction} name="pipeline" isRequired options={directions} />
            <label class="field">
              <span class="label">{t.client}</span>
              <input name="client.name" maxlength={200} autocomplete="off" />
            </label>
            {/* Who a name is of decides what card there will be; a direction alone does not say it. */}
            {kind === undefined ? null : (
              <FieldInput
                field={kind}
                value={null}
                isRequired
                currency={ask.currency}
                language={ask.language}
                people={ask.people}
              />
            )}
            <label class="field">
              <span class="label">{t.amount({ currency: ask.format.sign(ask.currency) })}</span>
              <input
                name="fields.amount"
                inputmode="decimal"
                data-type="money"
                data-digits={digitsOf(ask.currency)}
                data-currency={ask.currency}
                autocomplete="off"
              />
            </label>
          </div>
          <Buttons label={t.create} />
        </form>
        <p class="quiet">
          {t.links} <a href="/app/board">{t.skip}</a>
        </p>
      </>
    )
    return step(t, 3, { title: t.deal, why: t.dealWhy }, form)
  },
}

type Head = { readonly title: string; readonly why: string }

function step(t: Words, no: number, { title, why }: Head, form: unknown): PageView {
  return {
    title,
    body: (
      <div class="narrow">
        <header class="page-head">
          <h1>{title}</h1>
          <p>{t.step({ no })}</p>
        </header>
        <p class="quiet">{why}</p>
        {form as string}
      </div>
    ),
  }
}

function CompanyForm({ ask, t, model }: { readonly ask: PageAsk; readonly t: Words; readonly model: Model }) {
  // Rules that already speak the language of who founds are richer than the first set.
  const isKept = rulesLanguage(model) === ask.language
  const directions = Object.values(model.pipelines).map(({ name }) => name)
  const zones = Intl.supportedValuesOf('timeZone')
  const said = saidBefore(ask)
  return (
    <form class="form card" data-api="PUT /company/beginning" data-then="go:/app/first-start/people">
      <label class="field">
        <span class="label">{t.company}</span>
        <input name="company" value={said.company} required maxlength={200} autofocus autocomplete="organization" />
      </label>
      <div class="columns">
        <label class="field">
          <span class="label">{t.name}</span>
          <input name="name" value={said.name} required maxlength={200} autocomplete="name" />
        </label>
        <label class="field">
          <span class="label">{t.email}</span>
          <input name="email" type="email" value={ask.me.email ?? ''} maxlength={254} autocomplete="email" />
        </label>
        <Select label={t.currency} name="currency" selected={ask.currency} options={currencies(ask.language)} />
        <label class="field">
          <span class="label">{t.zone}</span>
          <input name="zone" value={ask.zone} list="zones" required maxlength={64} autocomplete="off" />
          <datalist id="zones">
            {zones.map((zone) => (
              <option value={zone} />
            ))}
          </datalist>
        </label>
        <Select
          label={t.language}
          name="language"
          selected={ask.language}
          options={[
            ['en', t.languages.en],
            ['ru', t.languages.ru],
          ]}
        />
      </div>
      <fieldset class="field roles-choice">
        <legend class="label">{t.rules}</legend>
        <label class="check">
          <input type="radio" name="rules" value="first" checked={!isKept} />
          <span>{t.first}</span>
        </label>
        <label class="check">
          <input type="radio" name="rules" value="kept" checked={isKept} />
          <span>{t.kept({ directions: directions.join(', ') })}</span>
        </label>
      </fieldset>
      <Buttons label={t.goOn} />
    </form>
  )
}

/** What was said before, where somebody comes back to this step; what a company is founded with is nobody's answer. */
function saidBefore({ me, people }: PageAsk): { readonly company: string; readonly name: string } {
  const root = openDepartments(people.departments).find(({ parent }) => parent === null)?.name ?? ''
  const isFounded = Object.values(foundedAs).some(({ company, founder }) => root === company && me.name === founder)
  return isFounded ? { company: '', name: '' } : { company: root, name: me.name }
}

function currencies(language: PageAsk['language']): readonly (readonly [id: string, label: string])[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  const often = ['RUB', 'EUR', 'USD', 'KZT', 'BYN', 'CNY']
  const rest = Intl.supportedValuesOf('currency').filter((one) => !often.includes(one))
  const named = [...often, ...rest].filter((one) => names.of(one) !== one)
  return named.map((one) => [one, `${one} – ${names.of(one) ?? one}`] as const)
}

function Buttons({ label }: { readonly label: string }) {
  return (
    <>
      <p class="problem" data-problem role="alert" hidden />
      <div class="buttons">
        <button class="primary">{label}</button>
      </div>
    </>
  )
}
