import { ShownOnce } from '#pages/shown-once.tsx'
import { contentTag } from '#http/conditions'
import { neverOfKeys } from '#entry/domain/api-key'
import { readApiKeys } from '#entry/usecases/api-keys'
import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { Select } from '#pages/piece-form.tsx'
import type { ApiKey } from '#schemas/entry/api-key'
import { reaches, rightKinds } from '#schemas/people-names'

import { colleagues, reachesOf, saidOfRight } from './person-cards'
import { rightsInWords } from './rights-in-words'
import { keyTexts } from './texts/keys'
import { peopleTexts } from './texts/people'

/** The keys of programs somebody answers for, of everybody for whoever looks after the people, and a new one. */
export const keysPage: PageSpec = {
  id: 'keys',
  path: '/app/keys',
  nav: 'company',
  right: 'signed_in',
  run: async (ask) => {
    const t = keyTexts[ask.language]
    const { items } = await readApiKeys(ask.ports, ask)
    const tags = await Promise.all(items.map(async (key) => (await contentTag(key)).replaceAll('"', '')))
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.sub}</p>
          </header>
          <CompanyTabs ask={ask} now="keys" />
          <div class="stack">
            {items.length === 0 ? <p class="empty">{t.none}</p> : null}
            {items.map((key, at) => (
              <KeyCard ask={ask} apiKey={key} version={tags[at] ?? ''} />
            ))}
            <NewKey ask={ask} />
          </div>
        </>
      ),
      aside: <ShownOnce t={keyTexts[ask.language]} />,
    }
  },
}

function KeyCard({ ask, apiKey: key, version }: { readonly ask: PageAsk; readonly apiKey: ApiKey; version: string }) {
  const t = keyTexts[ask.language]
  const { format, people } = ask
  const isOver = key.expiresAt <= ask.now
  const reach = Object.fromEntries(rightKinds.map((kind) => [kind, key.scopes[kind] ?? 'none']))
  const said = rightsInWords({ reach: reach as PageAsk['caller']['reach'] }, peopleTexts[ask.language])
  const { id, name, scopes: kept } = key
  return (
    <section class="card" id={`card-${id}`} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{name}</h2>
        <span class={isOver ? 'badge bad' : 'badge good'}>
          {isOver ? t.over : t.until(format.moment(key.expiresAt))}
        </span>
      </header>
      <p>{said.join(' · ')}</p>
      <p class="quiet small">
        {[
          t.by(people.employees[key.responsible]?.name ?? key.responsible),
          ...(key.isOfCompany ? [t.company] : []),
          key.usedAt === undefined ? t.unused : t.used(format.moment(key.usedAt)),
          ...(key.oldSecretUntil === undefined ? [] : [t.old(format.moment(key.oldSecretUntil))]),
        ].join(' · ')}
      </p>
      {key.isOfCompany && ask.caller.reach.people_edit === 'all' ? (
        <form
          class="form"
          data-api={`PUT /keys/${id}`}
          data-version={version}
          data-body={JSON.stringify({ name, scopes: kept })}
          data-done={t.saved}
        >
          <Select
            label={t.changeWho}
            name="responsible"
            isRequired
            empty="—"
            options={colleagues(ask, key.responsible)}
          />
          <p class="problem" data-problem role="alert" hidden />
          <div class="buttons">
            <button class="secondary">{t.give}</button>
          </div>
        </form>
      ) : null}
      <div class="row">
        <form data-api={`POST /keys/${id}/secret`} data-done={t.saved} data-then="show:secret">
          <button class="secondary">{t.rotate}</button>
        </form>
        <form data-api={`DELETE /keys/${id}`} data-sure={t.sure(name)} data-done={t.removed}>
          <button class="secondary danger">{t.remove}</button>
        </form>
      </div>
    </section>
  )
}

/** What a new key may do: as far as whoever makes it may themselves. */
function NewKey({ ask }: { readonly ask: PageAsk }) {
  const t = keyTexts[ask.language]
  const words = peopleTexts[ask.language]
  const { reach } = ask.caller
  const kinds = rightKinds.filter((kind) => reach[kind] !== 'none' && !neverOfKeys.includes(kind))
  return (
    <section class="card" aria-labelledby="new-title">
      <header>
        <h2 id="new-title">{t.add}</h2>
      </header>
      <form
        class="form"
        data-api="POST /keys"
        data-body='{"scopes":{}}'
        data-done={t.saved}
        data-then="show:secret"
        data-clears
      >
        <div class="columns">
          <label class="field">
            <span class="label">{t.name}</span>
            <input name="name" required maxlength={100} autocomplete="off" />
          </label>
          <label class="field">
            <span class="label">{t.days}</span>
            <input name="days" type="number" data-type="integer" min={1} max={365} value="90" required />
            <span class="quiet small">{t.daysHow}</span>
          </label>
        </div>
        <fieldset class="field">
          <legend class="label">{t.scopes}</legend>
          <div class="columns">
            {kinds.map((kind) => (
              <Select
                label={words.right[kind]}
                name={`scopes.${kind}`}
                empty={t.nothing}
                options={reachesOf(kind)
                  .filter((one) => one !== 'none' && reaches.indexOf(one) <= reaches.indexOf(reach[kind]))
                  .map((one) => [one, saidOfRight(kind, one, words)] as const)}
              />
            ))}
          </div>
        </fieldset>
        {reach.people_edit === 'all' ? (
          <label class="check">
            <input type="checkbox" name="isOfCompany" data-type="yes_no" />
            <span>{t.ofCompany}</span>
          </label>
        ) : null}
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.make}</button>
        </div>
      </form>
    </section>
  )
}
