import { readLastDays, type LastDays } from '#clients/usecases/reading/read-last-days'
import { hangsOnTexts } from '#entry/pages/texts/hangs-on'
import { readMember } from '#entry/usecases/read-staff'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { contentTag } from '#http/conditions'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { peopleChoice } from '#pages/people-choice.tsx'
import { Lines, Select } from '#pages/piece-form.tsx'
import type { Employee } from '#schemas/people'
import type { HandedThing, HandoverRow } from '#schemas/workday/handover'
import { handoverSplits, type HandoverSplit } from '#schemas/workday/handover-names'
import { listHandovers } from '#workday/usecases/handovers'
import { planHandover } from '#workday/usecases/plan-handover'
import { HandedCounts } from './handover-page'
import { handoverTexts } from './texts/handover'
import { leavingTexts } from './texts/leaving'

const readDays = 30

type Words = (typeof leavingTexts)['en']
type Step = { readonly ask: PageAsk; readonly t: Words; readonly employee: Employee }

/**
 * The way on which somebody leaves, step by step: doors closed, what they read lately, the plan of what goes to whom, giving
 * it over, and the act that is printed.
 */
export const leavingPage: PageSpec = {
  id: 'leaving',
  path: '/app/people/:person/leaving',
  nav: 'people',
  right: 'people_edit',
  run: async (ask) => {
    const t = leavingTexts[ask.language]
    const id = ask.params['person'] ?? ''
    const { employee } = await readMember(ask.ports, ask.caller, { people: ask.people, id })
    const asked = askedBy(ask, id)
    const [read, plan, { items }, version] = await Promise.all([
      readLastDays(ask.ports, ask, { employee: id, days: readDays }),
      planFor(ask, { from: id, ...asked }),
      listHandovers(ask.ports, ask.caller),
      contentTag(employee),
    ])
    const step = { ask, t, employee }
    return {
      title: t.title({ name: employee.name }),
      body: (
        <div class="narrow stack">
          <p>
            <a href={`/app/people/${id}`}>← {t.person}</a>
          </p>
          <h1>{t.title({ name: employee.name })}</h1>
          <Freeze {...step} version={version.replaceAll('"', '')} />
          <Read {...step} read={read} />
          <Plan {...step} asked={asked} {...plan} />
          <Apply {...step} asked={asked} {...plan} />
          <Acts {...step} acts={items.filter(({ from }) => from === id)} />
        </div>
      ),
    }
  },
}

/** What would go to whom, or why it cannot: that is said where the plan is made, before anything is done. */
async function planFor(ask: PageAsk, asked: Asked & { readonly from: string }): Promise<Omit<Planned, 'asked'>> {
  if (asked.to.length === 0) return {}
  try {
    return { things: await planHandover(ask.ports, ask, asked) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { why: await sentenceIn(ask.language, error) }
  }
}

type Asked = { readonly to: string[]; readonly split: HandoverSplit }

function askedBy({ query, people }: PageAsk, from: string): Asked {
  const to = [...new Set(query.getAll('to'))].filter((one) => one !== from && people.employees[one]?.active === true)
  const split = handoverSplits.find((one) => one === query.get('split')) ?? 'turns'
  return { to: to.slice(0, 20), split }
}

function Freeze({ ask, t, employee, version }: Step & { readonly version: string }) {
  const { id: _id, ...rest } = employee
  const isSelf = ask.caller.employee === employee.id
  return (
    <section class="card" aria-labelledby="freeze-title">
      <h2 id="freeze-title">{t.freeze}</h2>
      <p class="quiet">{employee.active ? (isSelf ? hangsOnTexts[ask.language].notSelf : t.freezeWhy) : t.frozen}</p>
      {employee.active && !isSelf ? (
        <form
          class="form"
          data-api={`PUT /employees/${employee.id}`}
          data-version={version}
          data-body={JSON.stringify({ ...rest, active: false })}
          data-done={t.closed}
        >
          <p class="problem" data-problem role="alert" hidden />
          <div class="buttons">
            <button class="secondary danger">{t.close}</button>
          </div>
        </form>
      ) : null}
    </section>
  )
}

function Read({ ask: { format }, t, employee, read }: Step & { readonly read: LastDays }) {
  const of = (count: number, noun: Words['clients']) => format.counted(count, noun)
  const sum = {
    clients: of(read.clients, t.clients),
    others: format.number(read.others),
    reveals: of(read.reveals, t.numbers),
  }
  return (
    <section class="card" aria-labelledby="read-title">
      <h2 id="read-title">{t.read}</h2>
      <p>{read.days.length === 0 ? t.readNothing : t.readSum(sum)}</p>
      {read.days.length === 0 ? null : (
        <div class="table-wrap" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.day}</th>
                <th scope="col" class="number">
                  {t.cards}
                </th>
                <th scope="col" class="number">
                  {t.reveals}
                </th>
              </tr>
            </thead>
            <tbody>
              {read.days.map(({ on, cards, reveals }) => (
                <tr>
                  <th scope="row">
                    <a href={`/app/people/${employee.id}/reading?on=${on}`}>{format.day(on)}</a>
                  </th>
                  <td class="number">{format.number(cards)}</td>
                  <td class="number">{format.number(reveals)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

type Planned = { readonly asked: Asked; readonly things?: readonly HandedThing[]; readonly why?: string }

function Plan({ ask, t, employee, asked, things, why }: Step & Planned) {
  const others = peopleChoice(ask, (id) => id !== employee.id)
  return (
    <section class="card" aria-labelledby="plan-title">
      <h2 id="plan-title">{t.plan}</h2>
      <p class="quiet">{t.planWhy}</p>
      <form class="form" method="get" action={`/app/people/${employee.id}/leaving#plan-title`}>
        <label class="field">
          <span class="label">{t.to}</span>
          <select name="to" multiple size={Math.min(8, Math.max(2, others.length))} required>
            {others.map(([id, name]) => (
              <option value={id} selected={asked.to.includes(id)}>
                {name}
              </option>
            ))}
          </select>
          <span class="quiet small by-keys">{t.toHint}</span>
        </label>
        <Select
          label={t.split}
          name="split"
          options={handoverSplits.map((one) => [one, t.splits[one]] as const)}
          selected={asked.split}
        />
        <div class="buttons">
          <button class="secondary">{t.show}</button>
        </div>
      </form>
      {why === undefined ? null : <p class="problem">{why}</p>}
      {things === undefined ? null : things.length === 0 ? (
        <p class="quiet">{t.nothing}</p>
      ) : (
        <HandedCounts ask={ask} handover={{ to: asked.to, things: [...things] }} />
      )}
    </section>
  )
}

function Apply({ t, employee, asked, things }: Step & Planned) {
  if (things === undefined || things.length === 0) {
    return (
      <section class="card" aria-labelledby="apply-title">
        <h2 id="apply-title">{t.apply}</h2>
        <p class="quiet">{things === undefined ? t.planFirst : t.nothing}</p>
      </section>
    )
  }
  return (
    <section class="card" aria-labelledby="apply-title">
      <h2 id="apply-title">{t.apply}</h2>
      <form
        class="form"
        data-api="POST /handovers"
        data-body={JSON.stringify({ from: employee.id, ...asked })}
        data-done={t.given}
        data-then="go:/app/handovers/{id}"
      >
        <Lines label={t.reason} name="reason" />
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.go}</button>
        </div>
      </form>
    </section>
  )
}

function Acts({ ask, t, acts }: Step & { readonly acts: readonly HandoverRow[] }) {
  const name = (id: string) => ask.people.employees[id]?.name ?? id
  return (
    <section class="card" aria-labelledby="acts-title">
      <h2 id="acts-title">{t.act}</h2>
      <p class="quiet">{t.actWhy}</p>
      {acts.length === 0 ? <p class="quiet">{t.noAct}</p> : null}
      <ul class="session-list">
        {acts.map(({ id, to, at, state }) => (
          <li>
            <a href={`/app/handovers/${id}`}>{`${ask.format.moment(at)} → ${to.map(name).join(', ')}`}</a>
            <span class="quiet small">{handoverTexts[ask.language].states[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
