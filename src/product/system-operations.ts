import { operation, type Operation } from '#http/operation'
import { saveSettings } from '#usecases/people/save-settings'

/** What may be asked of the product itself. `openApi` gives the generated description. */
export function systemOperations(openApi: () => Promise<OpenApiDocument>): readonly Operation[] {
  return [
    operation({
      id: 'readHealth',
      method: 'GET',
      path: '/health',
      tag: 'System',
      summary: 'Whether the product runs',
      right: 'public',
      answer: 'Health',
      run: ({ ports }) => Promise.resolve({ status: 'ok' as const, at: ports.clock.now() }),
    }),
    operation({
      id: 'readOpenApi',
      method: 'GET',
      path: '/openapi.json',
      tag: 'System',
      summary: 'This description',
      right: 'public',
      answer: 'OpenApi',
      run: openApi,
    }),
    ...settingsOperations,
  ]
}

const settingsOperations: readonly Operation[] = [
  operation({
    id: 'readSettings',
    method: 'GET',
    path: '/settings',
    tag: 'System',
    summary: 'Company currency and rates',
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
    tag: 'System',
    summary: 'Set company currency and rates',
    description: 'Deals won before keep the rate of their day.',
    right: 'rules_edit',
    body: 'SettingsView',
    answer: 'SettingsView',
    refusals: ['forbidden', 'field_value'],
    run: ({ ports, caller, body }) => saveSettings(ports, caller, body),
  }),
]

export type OpenApiDocument = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
}
