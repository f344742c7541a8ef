import type { RoleOfFile, Staff } from '#entry/usecases/read-staff'

import type { PeopleTexts } from './texts/people'

/** Roles of the file in which nobody is, and what stops because of it. */
export function EmptyRoles({ roles, t }: { readonly roles: Staff['roles']; readonly t: PeopleTexts }) {
  const empty = roles.filter(({ people }) => people.length === 0)
  if (empty.length === 0) return null
  return (
    <section class="problem empty-roles" aria-labelledby="empty-roles">
      <h2 id="empty-roles">{t.emptyRoles}</h2>
      <ul>
        {empty.map((role) => (
          <li>
            <strong>{role.name}</strong>: {stopsOf(role, t)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const mostNamed = 3

function stopsOf({ needs }: RoleOfFile, t: PeopleTexts): string {
  const few = (all: readonly string[]) =>
    all.length <= mostNamed ? all : [...all.slice(0, mostNamed), t.more({ count: all.length - mostNamed })]
  return t.stops({
    tasks: few(needs.tasks.map((one) => t.task({ task: one.do, stage: one.stage }))),
    gates: few(needs.gates.map(({ stage }) => t.task({ task: stage }))),
  })
}
