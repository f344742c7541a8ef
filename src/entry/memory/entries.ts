import type { Beginning, Entry, EntryStore, Failures } from '#ports/entry'
import type { Session } from '#schemas/entry'
import { kept } from '#memory/kept'
import { shelf, type Shelf } from '#memory/shelf'

const nothing: Entry = kept({ rev: 0, passkeys: [] })

/** How people come in. */
export function memoryEntries(): EntryStore {
  const entries = new Map<string, Entry>()
  const identities = new Map<string, string>()
  const sessions = shelf<Session>()
  let beginning: Beginning = kept({ isDemo: false, isNew: false })
  const find = (employee: string): Entry => entries.get(employee) ?? nothing
  const save = (employee: string, entry: Entry): boolean => {
    if (find(employee).rev !== entry.rev - 1) return false
    entries.set(employee, kept(entry))
    return true
  }
  return {
    find: async (employee) => find(employee),
    findMany: async (employees) => Object.fromEntries(employees.map((one) => [one, find(one)])),
    save: async (employee, entry) => save(employee, entry),
    bind: async (employee, entry, instead) => {
      const name = JSON.stringify([entry.identity.issuer, entry.identity.subject])
      if (identities.has(name) || !save(employee, entry)) return false
      if (instead !== undefined) identities.delete(JSON.stringify([instead.issuer, instead.subject]))
      identities.set(name, employee)
      return true
    },
    boundTo: async (issuer, subject) => identities.get(JSON.stringify([issuer, subject])),
    close: async (employee) => {
      const { identity } = find(employee)
      if (identity !== undefined) identities.delete(JSON.stringify([identity.issuer, identity.subject]))
      entries.delete(employee)
      for (const { id } of sessions.all(employee)) sessions.take(employee, id)
    },
    ...sessionsOn(sessions),
    ...failuresOn(new Map()),
    beginning: async () => beginning,
    saveBeginning: async (next) => {
      beginning = kept(next)
    },
  }
}

function failuresOn(failures: Map<string, Failures>): Pick<EntryStore, 'failures' | 'saveFailures' | 'forgetFailures'> {
  return {
    failures: async (name) => failures.get(name),
    saveFailures: async (name, next) => {
      failures.set(name, kept(next))
    },
    forgetFailures: async (name) => {
      failures.delete(name)
    },
  }
}

function sessionsOn(
  sessions: Shelf<Session>,
): Pick<EntryStore, 'addSession' | 'session' | 'sessions' | 'touch' | 'endSession'> {
  return {
    addSession: async (session) => sessions.put(session.employee, session.id, kept(session)),
    session: async (employee, id) => sessions.get(employee, id),
    sessions: async (employee) => sessions.all(employee),
    touch: async (session) => {
      if (sessions.get(session.employee, session.id) === undefined) return
      sessions.put(session.employee, session.id, kept(session))
    },
    endSession: async (employee, id) => {
      const isThere = sessions.get(employee, id) !== undefined
      sessions.take(employee, id)
      return isThere
    },
  }
}
