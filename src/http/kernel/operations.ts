import { operation } from '#http/operation'

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
    id: 'readOpenApi',
    method: 'GET',
    path: '/openapi.json',
    right: 'public',
    answer: 'OpenApi',
    run: ({ openApi }) => openApi(),
  }),
  operation({
    id: 'readSettings',
    method: 'GET',
    path: '/settings',
    right: 'signed_in',
    answer: 'SettingsView',
    run: async ({ ports }) => {
      const { currency, rates } = await ports.settings.load()
      return { currency, rates: { ...rates } }
    },
  }),
  operation({
    id: 'saveSettings',
    method: 'PUT',
    path: '/settings',
    right: 'rules_edit',
    body: 'SettingsView',
    answer: 'SettingsView',
    run: async ({ ports, caller, body }) =>
      (await import('#usecases/people/save-settings')).saveSettings(ports, caller, body),
  }),
] as const
