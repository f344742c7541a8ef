/** Company-wide settings. Rates are units of company currency for one unit of the other, decimals as text. */
export type Settings = { readonly currency: string; readonly rates: Readonly<Record<string, string>> }

export type SettingsStore = {
  readonly load: () => Promise<Settings>
  readonly save: (settings: Settings) => Promise<void>
}
