import { operation } from '#http/operation'
import type { Ports } from '#ports/ports'
import type { SettingsView } from '#schemas/views'

/** What may be asked of the product itself. */
export const operations = [
  operation({
    id: 'readHealth',
    method: 'GET',
    path: '/health',
    right: 'public',
    answer: 'Health',
    run: ({ ports }) => Promise.resolve({ status: 'ok' as const, at: ports.clock.now() }),
  }),
  operation({
    id: 'readReadiness',
    method: 'GET',
    path: '/health/ready',
    right: 'public',
    answer: 'Readiness',
    run: async ({ ports }) => (await import('#usecases/read-readiness')).readReadiness(ports),
  }),
  operation({
    id: 'readOpenApi',
    method: 'GET',
    path: '/openapi.json',
    right: 'public',
    answer: 'OpenApi',
    run: ({ openApi }) => openApi(),
  }),
  operation({
    id: 'readDeadLetters',
    method: 'GET',
    path: '/dead-letters',
    right: 'rules_edit',
    answer: 'DeadLetters',
    run: async ({ ports, caller }) => (await import('#usecases/backstage/dead-letters')).readDeadLetters(ports, caller),
  }),
  operation({
    id: 'redriveLetters',
    method: 'POST',
    path: '/dead-letters/redrive',
    right: 'rules_edit',
    body: 'RedriveLetters',
    answer: 'Redriven',
    run: async ({ ports, caller, body }) =>
      (await import('#usecases/backstage/dead-letters')).redriveLetters(ports, caller, body),
  }),
  operation({
    id: 'readSettings',
    method: 'GET',
    path: '/settings',
    right: 'signed_in',
    answer: 'SettingsView',
    tagged: true,
    run: ({ ports }) => settingsNow(ports),
  }),
  operation({
    id: 'saveSettings',
    method: 'PUT',
    path: '/settings',
    right: 'rules_edit',
    body: 'SettingsView',
    answer: 'SettingsView',
    tagged: true,
    current: ({ ports }) => settingsNow(ports),
    run: async ({ ports, caller, body, seen }) =>
      (await import('#usecases/people/save-settings')).saveSettings(ports, caller, body, seen),
  }),
  operation({
    id: 'readCurrencyChanges',
    method: 'GET',
    path: '/settings/currency',
    right: 'books_edit',
    answer: 'CurrencyChanges',
    run: async ({ ports, caller }) =>
      (await import('#usecases/plan/change-currency')).readCurrencyChanges(ports, caller),
  }),
  operation({
    id: 'changeCurrency',
    method: 'POST',
    path: '/settings/currency',
    right: 'rules_edit',
    body: 'ChangeCurrency',
    answer: 'CurrencyChange',
    once: true,
    run: async ({ ports, caller, body }) =>
      (await import('#usecases/plan/change-currency')).changeCurrency(ports, caller, body),
  }),
] as const

async function settingsNow({ settings }: Pick<Ports, 'settings'>): Promise<SettingsView> {
  const { currency, rates } = await settings.load()
  return { currency, rates: { ...rates } }
}
