import type { readMember } from '#entry/usecases/read-staff'
import { dealAddress } from '#pages/links.tsx'
import { Lines, Select } from '#pages/piece-form.tsx'
import type { Session } from '#schemas/entry'

import { SessionLine } from './account-page'
import { colleagues, restOf, type Card } from './person-cards'
import { hangsOnTexts } from './texts/hangs-on'
import { entryTexts } from './texts/sign-in'

/** How somebody comes in, by what they can be let in, and where they are signed in. */
export function SigningCard({ ask, t, member, sessions }: Card & { readonly sessions: readonly Session[] }) {
  const { employee, entry } = member
  const { by } = ask.ports.ways
  const ways = [
    ...(entry.password === undefined ? [] : [t.ways.password]),
    ...(entry.passkeys.length === 0 ? [] : [t.ways.passkey]),
    ...(entry.identity === undefined ? [] : [t.ways.identity]),
  ]
  return (
    <section class="card">
      <h2>{t.signing}</h2>
      {by === 'picker' ? <p class="quiet">{t.pickerWhy}</p> : null}
      {by === 'elsewhere' ? <p class="quiet">{t.elsewhere}</p> : null}
      {by === 'link' || by === 'provider' ? (
        <>
          <p>{ways.length === 0 ? t.notYet : t.signingState({ ways })}</p>
          {employee.active ? <Invite ask={ask} t={t} member={member} /> : null}
        </>
      ) : null}
      <PasskeysOf ask={ask} t={t} member={member} />
      <h3>{t.sessions}</h3>
      {sessions.length === 0 ? <p class="quiet">{t.noSessions}</p> : null}
      <ul class="session-list">
        {sessions.map((session) => (
          <SessionLine
            session={session}
            isHere={session.id === ask.session}
            t={entryTexts[ask.language]}
            format={ask.format}
          />
        ))}
      </ul>
      {sessions.length === 0 ? null : (
        <form data-api={`DELETE /employees/${employee.id}/sessions`} data-done={t.ended}>
          <button class="secondary">{t.endAll}</button>
        </form>
      )}
    </section>
  )
}

/** The passkeys of somebody, each with what takes it away: a lost device must not let its finder in. */
function PasskeysOf({ ask, t, member: { employee, entry } }: Pick<Card, 'ask' | 't' | 'member'>) {
  const words = entryTexts[ask.language]
  if (entry.passkeys.length === 0) return null
  return (
    <>
      <h3>{t.passkeys}</h3>
      <ul class="session-list">
        {entry.passkeys.map(({ id, name, at }) => (
          <li>
            <span>{t.passkey({ name: name === '' ? words.unknownDevice : name, at: ask.format.moment(at) })}</span>
            <form data-api={`DELETE /employees/${employee.id}/passkeys/${id}`} data-done={words.removed}>
              <button class="secondary small">{t.remove}</button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

function Invite({ ask, t, member: { employee, entry } }: Pick<Card, 'ask' | 't' | 'member'>) {
  const open = entry.invitation !== undefined && entry.invitation.expiresAt > ask.now ? entry.invitation : undefined
  const isProvider = ask.ports.ways.by === 'provider'
  return (
    <>
      {isProvider ? <p class="quiet">{(employee.email ?? '') === '' ? t.inviteNoMail : t.inviteMail}</p> : null}
      <p class="quiet">
        {open === undefined ? t.inviteWhy : t.openInvitation({ until: ask.format.moment(open.expiresAt) })}
      </p>
      <p>
        <button type="button" class="secondary" data-invite={employee.id}>
          {open === undefined ? t.invite : t.inviteAnew}
        </button>
      </p>
      <dialog id="invited" aria-labelledby="invited-title">
        <header>
          <h2 id="invited-title">{t.linkFor({ name: employee.name })}</h2>
          <button type="button" class="icon" data-closes aria-label={entryTexts[ask.language].close}>
            ×
          </button>
        </header>
        <div class="form">
          <p>{t.linkWhy}</p>
          <label class="field">
            <span class="label">{t.link}</span>
            <input id="invited-link" readonly />
          </label>
          <div class="buttons">
            {(employee.email ?? '') === '' ? null : (
              <a
                class="button secondary"
                id="invited-mail"
                href={`mailto:${encodeURIComponent(employee.email ?? '')}`}
                data-subject={t.mailSubject}
              >
                {t.mail}
              </a>
            )}
            <button type="button" class="primary" data-copies="invited-link" data-copied={t.copied}>
              {t.copy}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}

type Leaving = Card & { readonly member: Awaited<ReturnType<typeof readMember>> }

const mostListed = 8

/** What somebody still has, to whom it goes, and the button that closes every door. */
export function LeavingCard({ ask, t, member, version, model }: Leaving) {
  const { employee, deals, tasks, clients, more } = member
  const { format } = ask
  const isOpen = deals.length + tasks.length + clients > 0
  const isSelf = employee.active && employee.id === ask.me.id
  const count = (value: number) =>
    more && value >= 100 ? t.atLeast({ count: format.number(100) }) : format.number(value)
  return (
    <section class="card">
      <h2>{t.leaving}</h2>
      {isOpen ? (
        <>
          <p>
            {t.stillHas({
              deals: deals.length === 0 ? '' : `${count(deals.length)} ${format.noun(deals.length, t.deals)}`,
              tasks: tasks.length === 0 ? '' : `${count(tasks.length)} ${format.noun(tasks.length, t.tasks)}`,
              clients: clients === 0 ? '' : `${count(clients)} ${format.noun(clients, t.clients)}`,
            })}
          </p>
          <ul class="small">
            {deals.slice(0, mostListed).map(({ id, title }) => (
              <li>
                <a href={dealAddress(id)}>{title}</a>
              </li>
            ))}
            {deals.length > mostListed ? <li class="quiet">{t.more({ count: deals.length - mostListed })}</li> : null}
          </ul>
          <form
            class="form"
            data-api="POST /handovers"
            data-body={JSON.stringify({ from: employee.id })}
            data-done={t.given}
            data-then="go:/app/handovers/{id}"
          >
            <Select label={t.giveTo} name="to[]" isRequired empty="—" options={colleagues(ask, employee.id)} />
            <Lines label={t.reason} name="reason" />
            <p class="problem" data-problem role="alert" hidden />
            <div class="buttons">
              <button class="primary">{t.give}</button>
            </div>
          </form>
        </>
      ) : (
        <p class="quiet">{t.nothingOpen}</p>
      )}
      {employee.active ? <HangsOn ask={ask} member={member} model={model} /> : null}
      <p>
        <a href={`/app/people/${employee.id}/leaving`}>{t.stepByStep}</a>
      </p>
      {employee.active ? <p class="quiet">{isSelf ? hangsOnTexts[ask.language].notSelf : t.leavingWhy}</p> : null}
      {isSelf ? null : <LeaveForm t={t} employee={employee} version={version} isOpen={isOpen} />}
    </section>
  )
}

/** What nobody would do any more: departments they lead, roles in which nobody else is, people they stand in for. */
function HangsOn({ ask, member: { employee, leads }, model }: Pick<Leaving, 'ask' | 'member' | 'model'>) {
  const t = hangsOnTexts[ask.language]
  const others = Object.values(ask.people.employees).filter(({ id, active }) => active && id !== employee.id)
  const alone = employee.roles.filter((role) => !others.some(({ roles }) => roles.includes(role)))
  const today = ask.format.localInput(ask.now).slice(0, 10)
  const away = others.filter(({ absences = [] }) =>
    absences.some(({ deputy, to }) => deputy === employee.id && to >= today),
  )
  const said = [
    leads.length === 0 ? '' : t.alsoLeads({ names: leads.join(', ') }),
    alone.length === 0 ? '' : t.alsoAlone({ names: alone.map((role) => model.roles[role]?.name ?? role).join(', ') }),
    away.length === 0 ? '' : t.alsoStandsIn({ names: away.map(({ name }) => name).join(', ') }),
  ].filter((one) => one !== '')
  if (said.length === 0) return null
  return (
    <ul class="warn">
      {said.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

function LeaveForm({
  t,
  employee,
  version,
  isOpen,
}: Pick<Leaving, 't' | 'version'> & Pick<Leaving['member'], 'employee'> & { readonly isOpen: boolean }) {
  return (
    <form
      class="form"
      data-api={`PUT /employees/${employee.id}`}
      data-version={version}
      data-body={restOf({ ...employee, active: !employee.active }, [])}
      data-done={employee.active ? t.gone : t.isBack}
    >
      <p class="problem" data-problem role="alert" hidden />
      <div class="buttons">
        <button class={employee.active ? 'secondary danger' : 'secondary'}>
          {employee.active ? (isOpen ? t.leaveAnyway : t.leave) : t.takeBack}
        </button>
      </div>
    </form>
  )
}
