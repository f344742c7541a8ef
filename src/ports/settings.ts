import type { CurrencyChange } from '#schemas/currency/currency-change'

/** Company-wide settings. Rates are units of company currency for one unit of the other, decimals as text. */
export type Settings = { readonly currency: string; readonly rates: Readonly<Record<string, string>> }

/** A change of the company’s currency as it is kept: what it is, and how far it has come. */
export type KeptCurrencyChange = Omit<CurrencyChange, 'state'> & {
  readonly isDone: boolean
}

export type SettingsStore = {
  readonly load: () => Promise<Settings>
  /** Saves the settings; where it is said over which, only over these, and false when there are others. */
  readonly save: (settings: Settings, over?: Settings) => Promise<boolean>
  /** Changes of the company’s currency, oldest first. */
  readonly currencyChanges: () => Promise<readonly KeptCurrencyChange[]>
  /** Keeps the changes, only over those that were seen; false when there are others. */
  readonly keepCurrencyChanges: (
    changes: readonly KeptCurrencyChange[],
    over: readonly KeptCurrencyChange[],
  ) => Promise<boolean>
}
