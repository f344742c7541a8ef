import type { Translated } from '#domain/kernel/saying'
import type { FieldValue } from '#schemas/deal'
import type { AutomationRun, DomainEvent } from '#schemas/event'
import type { enEvents } from './en-events'

const actors = {
  employee: '',
  integration: 'интеграция ',
  automation: 'автоматизация ',
  import: 'загрузка ',
  system: 'система ',
} as const satisfies Record<DomainEvent['actor']['kind'], string>

const outcomes = {
  done: 'выполнено',
  stopped: 'не вышло',
  too_deep: 'правила запускают друг друга по кругу',
  paused: 'правило остановлено',
} as const satisfies Record<AutomationRun['outcome'], string>

/** As `enEvents`, in Russian. */
export const ruEvents: Translated<typeof enEvents> = {
  actor: ({ kind, id }) => `${actors[kind]}${id}`,
  begins: ({ pipeline, stage, changes }) => `начинается в ${pipeline} · ${stage}${changesText(changes)}`,
  changes: ({ changes }) => `изменена${changesText(changes)}`,
  moved: ({ from, stage, became }) => `${from} → ${stage ?? 'завершена'}${becameText(became)}`,
  lost: ({ reason }) => `проиграна${reasonText(reason)}`,
  cancelled: ({ reason }) => `отменена${reasonText(reason)}`,
  given: ({ from, to }) => `${from} → ${to}`,
  posted: ({ event, changes }) => `${event}${changesText(changes)}`,
  run: ({ outcome, actions }) =>
    `${outcomes[outcome]}: ${actions.map(({ kind, done, why }) => `${done ? '' : 'нет '}${kind}${why === undefined ? '' : ` (${why})`}`).join(', ')}`,
  rang: ({ stage, alert }) => `на этапе ${stage}${toldText(alert)}`,
  task: ({ task, responsible, alert }) => `«${task}» · ${responsible}${toldText(alert)}`,
  told: ({ alert }) => toldText(alert).trim(),
  reseated: ({ was, rules, from, to, keys, became }) => {
    const isPut = from.pipeline !== to.pipeline || from.stage !== to.stage
    const place = isPut ? `: ${from.pipeline} · ${from.stage} → ${to.pipeline} · ${to.stage}` : ''
    return `правила v${was} → v${rules}${place}${keys.length === 0 ? '' : `, теперь и здесь: ${keys.join(', ')}`}${becameText(became)}`
  },
}

function becameText(became: 'won' | 'unwon' | null): string {
  if (became === null) return ''
  return became === 'won' ? ' (выиграна)' : ' (больше не выиграна)'
}

function changesText(changes: DomainEvent['detail']['changes']): string {
  const texts = Object.entries(changes ?? {}).map(([field, [, now]]) => `${field} ${valueText(now)}`)
  return texts.length === 0 ? '' : `: ${texts.join(', ')}`
}

function valueText(value: FieldValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  return value === null || value === undefined ? 'пусто' : String(value)
}

function reasonText(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason}`
}

function toldText(alert: DomainEvent['detail']['alert']): string {
  if (alert === undefined) return ''
  const given = alert.giveTo === undefined ? '' : `, передано: ${alert.giveTo}`
  return alert.notify.length === 0 ? given : ` (сообщено: ${alert.notify.join(', ')}${given})`
}
