import type { Sink } from '#config/context'
import type { MapNode } from '#config/yaml/tree'
import { own } from '#domain/kernel/own'

/** What a task would be the only one to name in a line that is missing: a line that was deleted is what named it. */
export function waitingFor(text: string, key: string, path: string | undefined): string | undefined {
  if (path === undefined || !/(?:^|\.)tasks\.[^.]+$/.test(path)) return undefined
  if (key === 'by') return unusedId(text, 'roles')
  const event = key === 'due' ? unusedId(text, 'events') : undefined
  return event === undefined ? undefined : `1 working day after ${event}`
}

/** The first id of a section that stands nowhere as a value, in a list or in a due date. */
function unusedId(text: string, section: 'events' | 'roles'): string | undefined {
  const lines = new RegExp(`^${section}:[^\\n]*\\n((?:(?:[ ]+[^\\n]*|#[^\\n]*|)\\n)*)`, 'm').exec(text)?.[1] ?? ''
  const ids = [...lines.matchAll(/^ {2}([a-z][a-z0-9_]*):/gm)].map(([, id = '']) => id)
  return ids.find((id) => !new RegExp(`(?:[:[,]|- |after|on) *${id} *(?:$|[,}\\]#])`, 'm').test(text))
}

/** Whether a key stands in a line that was put aside, behind another one: what is wrong there has been told. */
export function standsAside({ muted, place, text }: Sink, { entries }: MapNode, key: string): boolean {
  return entries.some(({ keyAt: { start } }) => {
    const line = text.slice(start).split('\n', 1)[0] ?? ''
    return muted.has(place(start).line) && line.includes(` ${key}: `)
  })
}

/** The type of a field, by what else is said of it. */
export function typeBeside(name: string, { entries }: MapNode): string | undefined {
  if (name !== 'type') return undefined
  const types = { min: 'number', max: 'number', formula: 'number', options: 'choice', to: 'link' }
  return entries.flatMap(({ key }) => own(types, key) ?? [])[0]
}
