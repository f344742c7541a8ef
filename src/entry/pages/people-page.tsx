import { isOpenDepartment } from '#domain/kernel/departments-led'
import { absenceOn, deputyOf } from '#domain/people/responsible'
import type { Branch } from '#entry/domain/department-tree'
import { readStaff, type Member, type Staff } from '#entry/usecases/read-staff'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { frameTexts } from '#pages/texts/frame'
import type { Ways } from '#ports/entry'
import type { Employee } from '#schemas/people'

import { ClosedDepartments } from './closed-departments'
import { EmptyRoles } from './empty-roles'
import { rightsInWords } from './rights-in-words'
import { othersAt, SharedMail } from './shared-mail'
import { awayTexts } from './texts/away'
import { departmentTexts } from './texts/departments'
import { peopleTexts, type PeopleTexts } from './texts/people'
import { sharedMailTexts } from './texts/shared-mail'

/** Who works here, by department, and who is in which role. */
export const peoplePage: PageSpec = {
  id: 'people',
  path: '/app/people',
  nav: 'people',
  right: 'people_edit',
  script: 'people',
  run: async (ask) => {
    const t = peopleTexts[ask.language]
    const staff = await readStaff(ask.ports, ask.caller, ask.people)
    const active = staff.members.filter(({ employee }) => employee.active)
    const left = staff.members.filter(({ employee }) => !employee.active)
    const shown = { ask, t, roles: staff.roles }
    const known = new Set(staff.tree.map(({ department }) => department.id))
    const homeless = active.filter(({ employee }) => !known.has(employee.department ?? ''))
    return {
      title: t.title,
      body: (
        <div data-filter-root>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p class="grow sub">{t.sub}</p>
            <div class="row">
              <button type="button" class="primary" data-piece="/app/pieces/people/new">
                {t.hire}
              </button>
              <button type="button" class="secondary" data-piece="/app/pieces/departments/new">
                {t.newDepartment}
              </button>
              <InviteAll ask={ask} t={t} members={active} />
            </div>
          </header>
          <SharedMail ask={ask} />
          <EmptyRoles roles={staff.roles} t={t} />
          <label class="field people-search">
            <span class="hidden">{frameTexts[ask.language].search}</span>
            <input type="search" placeholder={t.find} data-filter />
          </label>
          <div class="staff">
            <div class="stack">
              {staff.tree.map((branch) => (
                <DepartmentCard
                  branch={branch}
                  members={active.filter(({ employee }) => employee.department === branch.department.id)}
                  shown={shown}
                />
              ))}
              <Homeless members={homeless} shown={shown} />
              <p class="quiet" data-filter-none hidden>
                {t.nobody}
              </p>
              <ClosedDepartments ask={ask} departments={staff.closed} edit={t.edit} />
              {left.length === 0 ? null : (
                <details class="card">
                  <summary>{`${t.left}: ${left.length}`}</summary>
                  <Lines members={left} shown={shown} />
                </details>
              )}
            </div>
            <Roles staff={staff} t={t} />
          </div>
        </div>
      ),
    }
  },
}

/** A link for each who has no way in yet: twenty people are not opened one by one. */
function InviteAll({
  ask,
  t,
  members,
}: {
  readonly ask: PageAsk
  readonly t: PeopleTexts
  readonly members: readonly Member[]
}) {
  if (ask.ports.ways.by !== 'link') return null
  const waiting = members.filter(({ entry }) => !hasWayIn(entry) && (entry.invitation?.expiresAt ?? '') <= ask.now)
  if (waiting.length < 2) return null
  const people = waiting.map(({ employee: { id, name } }) => ({ id, name }))
  return (
    <>
      <button type="button" class="secondary" data-invite-all={JSON.stringify(people)}>
        {t.inviteAll({ count: ask.format.number(waiting.length) })}
      </button>
      <dialog id="invited-all" aria-labelledby="invited-all-title" data-keep>
        <header>
          <h2 id="invited-all-title">{t.linksForAll}</h2>
          <button type="button" class="icon" data-closes aria-label={frameTexts[ask.language].close}>
            ×
          </button>
        </header>
        <div class="form">
          <p>{t.linksWhy}</p>
          <label class="field">
            <span class="label">{t.links}</span>
            <textarea id="invited-links" readonly rows={8} />
          </label>
          <div class="buttons">
            <button type="button" class="primary" data-copies="invited-links" data-copied={t.copied}>
              {t.copy}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}

function hasWayIn({ password, passkeys, identity }: Member['entry']): boolean {
  return password !== undefined || passkeys.length > 0 || identity !== undefined
}

function Homeless({ members, shown }: { readonly members: readonly Member[]; readonly shown: Shown }) {
  if (members.length === 0) return null
  return (
    <section class="card" data-filter-group>
      <header>
        <h2>{shown.t.noDepartment}</h2>
      </header>
      <Lines members={members} shown={shown} />
    </section>
  )
}

type Shown = { readonly ask: PageAsk; readonly t: PeopleTexts; readonly roles: Staff['roles'] }

function DepartmentCard({
  branch: { department, depth },
  members,
  shown,
}: {
  readonly branch: Branch
  readonly members: readonly Member[]
  readonly shown: Shown
}) {
  const { ask, t } = shown
  const head = ask.people.employees[department.head ?? '']
  const at = Math.min(depth, 4)
  return (
    <section class={`card department depth-${at}`} id={`department-${department.id}`} data-filter-group>
      <header>
        <h2>{department.name}</h2>
        {isOpenDepartment(department) ? (
          <span class={head?.active === true ? 'quiet grow' : 'warn grow'}>{saidOfHead(head, t)}</span>
        ) : (
          <span class="warn grow">{departmentTexts[ask.language].leftOver}</span>
        )}
        <button
          type="button"
          class="secondary small"
          data-piece={`/app/pieces/departments/${department.id}`}
          aria-label={`${t.edit}: ${department.name}`}
        >
          {t.edit}
        </button>
      </header>
      {members.length === 0 ? <p class="quiet">{t.empty}</p> : <Lines members={members} shown={shown} />}
    </section>
  )
}

/** Who leads a department: one who has left leads nobody, and their department has to get another. */
function saidOfHead(head: Employee | undefined, t: PeopleTexts): string {
  if (head === undefined) return t.noHead
  return head.active ? t.head({ name: head.name }) : t.headLeft({ name: head.name })
}

function Lines({ members, shown }: { readonly members: readonly Member[]; readonly shown: Shown }) {
  return (
    <ul class="people-list">
      {members.map((member) => (
        <Line member={member} shown={shown} />
      ))}
    </ul>
  )
}

function Line({ member, shown: { ask, t, roles } }: { readonly member: Member; readonly shown: Shown }) {
  const { employee, leads } = member
  const names = employee.roles.map((role) => roles.find(({ id }) => id === role)?.name ?? role)
  const rights = rightsInWords(member, t)
  const department = ask.people.departments[employee.department ?? '']?.name ?? ''
  const words = `${employee.name} ${employee.id} ${names.join(' ')} ${department}`.toLowerCase()
  const away = awayOf(member, ask)
  const state = employee.active ? stateOf(member, ask, t) : undefined
  return (
    <li id={`person-${employee.id}`} data-filter-words={words}>
      <a href={`/app/people/${employee.id}`}>
        <strong>{employee.name}</strong>
        {employee.id === ask.me.id ? <span class="quiet"> · {t.me}</span> : null}
      </a>
      <span class="badges">
        {away === undefined ? null : <span class="badge warn">{away}</span>}
        {state === undefined ? null : <span class={`badge ${state.tone}`}>{state.said}</span>}
      </span>
      <span class="does">
        {[...(leads.length === 0 ? [] : [t.leads({ names: leads.join(', ') })]), ...names].join(' · ')}
      </span>
      <span class="quiet small does">{rights.join(', ')}</span>
    </li>
  )
}

/** Until when somebody is away today, and who stands in. */
export function awayOf({ employee }: Pick<Member, 'employee'>, ask: PageAsk): string | undefined {
  const t = awayTexts[ask.language]
  const today = ask.format.localInput(ask.now).slice(0, 10)
  const absence = absenceOn(employee.id, today, ask.people)
  if (absence === undefined) return undefined
  const until = ask.format.shortDay(absence.to)
  const deputy = absence.deputy === undefined ? undefined : ask.people.employees[absence.deputy]?.name
  if (deputy === undefined || deputyOf(employee.id, today, ask.people) !== undefined) return t.away({ until, deputy })
  return t.awayBoth({ until, deputy })
}

type State = { readonly said: string; readonly tone: '' | 'good' | 'warn' | 'bad' }

/** Whether somebody has a way in; undefined where nobody needs one. */
function stateOf({ employee, entry }: Member, ask: PageAsk, t: PeopleTexts): State | undefined {
  const { now, ports } = ask
  const { by }: Ways = ports.ways
  if (by === 'picker' || by === 'elsewhere') return undefined
  if (hasWayIn(entry)) return { said: t.state.in, tone: 'good' }
  if (entry.invitation !== undefined) {
    return entry.invitation.expiresAt > now ? { said: t.state.invited, tone: '' } : { said: t.state.late, tone: 'warn' }
  }
  if (by === 'link') return { said: t.state.not, tone: 'warn' }
  if (othersAt(ask, employee).length > 0) return { said: sharedMailTexts[ask.language].badge, tone: 'bad' }
  const hasMail = (employee.email ?? '') !== ''
  return hasMail ? { said: t.state.byMail, tone: '' } : { said: t.state.noMail, tone: 'bad' }
}

function Roles({ staff: { roles }, t }: { readonly staff: Staff; readonly t: PeopleTexts }) {
  return (
    <aside class="card roles-of-file" aria-labelledby="roles-of-file">
      <h2 id="roles-of-file">{t.roles}</h2>
      <p class="quiet small">{t.rolesWhy}</p>
      <dl>
        {roles.map((role) => (
          <div>
            <dt>{role.name}</dt>
            <dd>
              {role.people.length === 0 ? (
                <span class="badge bad">{t.empty}</span>
              ) : (
                role.people.map(({ id, name }, index) => (
                  <>
                    {index === 0 ? '' : ', '}
                    <a href={`/app/people/${id}`}>{name}</a>
                  </>
                ))
              )}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
