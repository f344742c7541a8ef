/** Company-wide settings. Rates are units of company currency for one unit of the other, decimals as text. */
export type Settings = { readonly currency: string; readonly rates: Readonly<Record<string, string>> }

export type SettingsStore = {
  readonly load: () => Promise<Settings>
  /** Saves the settings; where it is said over which, only over these, and false when there are others. */
  readonly save: (settings: Settings, over?: Settings) => Promise<boolean>
}
