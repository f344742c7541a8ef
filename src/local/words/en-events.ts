import type { AutomationRun, DomainEvent } from '#schemas/event'

type Changed = { readonly changes: DomainEvent['detail']['changes'] }
type Alerted = { readonly alert: DomainEvent['detail']['alert'] }
type Place = { readonly pipeline: string; readonly stage: string }
type Became = 'won' | 'unwon' | null
type Reseated = {
  readonly was: number
  readonly rules: number
  readonly from: Place
  readonly to: Place
  readonly keys: readonly string[]
  readonly became: Became
}

/** What a line says of something that happened. Names of events, fields, stages and people stay as the file has them. */
export const enEvents = {
  actor: ({ kind, id }: DomainEvent['actor']) => (kind === 'employee' ? id : `${kind} ${id}`),
  begins: ({ pipeline, stage, changes }: Place & Changed) => `begins in ${pipeline} · ${stage}${changesText(changes)}`,
  changes: ({ changes }: Changed) => `changes${changesText(changes)}`,
  moved: ({ from, stage, became }: { from: string; stage: string | null; became: Became }) =>
    `${from} → ${stage ?? 'completed'}${becameText(became)}`,
  lost: ({ reason }: { reason: string | undefined }) => `is lost${reasonText(reason)}`,
  cancelled: ({ reason }: { reason: string | undefined }) => `is cancelled${reasonText(reason)}`,
  given: ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  posted: ({ event, changes }: Changed & { readonly event: string }) => `${event}${changesText(changes)}`,
  run: ({ outcome, actions }: Pick<AutomationRun, 'outcome' | 'actions'>) =>
    `${outcome}: ${actions.map(({ kind, done, why }) => `${done ? '' : 'not '}${kind}${why === undefined ? '' : ` (${why})`}`).join(', ')}`,
  rang: ({ stage, alert }: Alerted & { readonly stage: string }) => `in ${stage}${toldText(alert)}`,
  task: ({ task, responsible, alert }: Alerted & { readonly task: string; readonly responsible: string }) =>
    `“${task}” · ${responsible}${toldText(alert)}`,
  told: ({ alert }: Alerted) => toldText(alert).trim(),
  reseated: ({ was, rules, from, to, keys, became }: Reseated) => {
    const isPut = from.pipeline !== to.pipeline || from.stage !== to.stage
    const place = isPut ? `: ${from.pipeline} · ${from.stage} → ${to.pipeline} · ${to.stage}` : ''
    return `rules v${was} → v${rules}${place}${keys.length === 0 ? '' : `, now here too: ${keys.join(', ')}`}${becameText(became)}`
  },
}

function becameText(became: Became): string {
  return became === null ? '' : ` (${became})`
}

function changesText(changes: DomainEvent['detail']['changes']): string {
  const texts = Object.entries(changes ?? {}).map(
    ([field, [, now]]) => `${field} ${now === null ? 'empty' : String(now)}`,
  )
  return texts.length === 0 ? '' : `: ${texts.join(', ')}`
}

function reasonText(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason}`
}

function toldText(alert: DomainEvent['detail']['alert']): string {
  if (alert === undefined) return ''
  const given = alert.giveTo === undefined ? '' : `, given to ${alert.giveTo}`
  return alert.notify.length === 0 ? given : ` (told: ${alert.notify.join(', ')}${given})`
}
