/**
 * Currencies whose minor unit is not a hundredth (ISO 4217, list one). The platform is not asked: it knows in how many
 * digits people write prices, which for forints or dinars is another number.
 */
const digits: Readonly<Record<string, number>> = {
  ...every(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...every(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...every(4, 'CLF UYW'),
}

function every(count: number, currencies: string): Readonly<Record<string, number>> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, count]))
}

/** How many digits of an amount in a currency are its minor unit (ISO 4217): 2 of roubles, 0 of yen. */
export function digitsOf(currency: string): number {
  return Object.hasOwn(digits, currency) ? (digits[currency] ?? 2) : 2
}
