/*
 * Check digits of Russian requisites, as the orders of the tax service and the central bank say: no library that is kept
 * holds all of them. What is written with spaces is read without; zeros alone are nobody's, though their check digits agree.
 */

/** A taxpayer's number: 10 digits of a company, 12 of a person. */
export function isInn(text: string): boolean {
  const digits = digitsOf(text, [10, 12])
  if (digits === undefined) return false
  const last = (weights: readonly number[], at: number): boolean => (weighed(digits, weights) % 11) % 10 === digits[at]
  return digits.length === 10 ? last(ofCompany, 9) : last(ofPerson.slice(1), 10) && last(ofPerson, 11)
}

/** The reason of a company's registration at a tax office. It has no check digit. */
export function isKpp(text: string): boolean {
  const plain = withoutSpaces(text).toUpperCase()
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(plain) && !/^0+$/.test(plain)
}

/** The number in the state register: 13 digits of a company, 15 of a sole trader. */
export function isOgrn(text: string): boolean {
  const plain = withoutSpaces(text)
  if (digitsOf(text, [13, 15]) === undefined) return false
  const [whole, last] = [plain.slice(0, -1), Number(plain.slice(-1))]
  return Number((BigInt(whole) % BigInt(plain.length - 2)) % 10n) === last
}

/** A bank's code: 04 for banks, 00 to 02 for treasuries. It has no check digit; accounts are checked against it. */
export function isBik(text: string): boolean {
  return digitsOf(text, [9]) !== undefined && /^0[0124]/.test(withoutSpaces(text))
}

/** An account of 20 digits in the bank of a code: of a client there, or of the bank itself with the central bank. */
export function isAccount(text: string, bik: string): boolean {
  const digits = digitsOf(text, [20])
  if (digits === undefined || !isBik(bik)) return false
  const [account, bank] = [withoutSpaces(text), withoutSpaces(bik)]
  if (!/^(?:4|03|301)/.test(account)) return false
  // An account of the bank itself, and any account in an office of the central bank, is led by the number of the region.
  const isCentral = account.startsWith('301') || /00[0-2]$/.test(bank)
  const leading = (isCentral ? `0${bank.slice(4, 6)}` : bank.slice(-3)).split('').map(Number)
  return weighed([...leading, ...digits], ofAccount) % 10 === 0
}

const ofCompany = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const ofPerson = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const ofAccount = [7, 1, 3]

function weighed(digits: readonly number[], weights: readonly number[]): number {
  const isRound = weights === ofAccount
  return digits.reduce((sum, digit, at) => sum + digit * (weights[isRound ? at % weights.length : at] ?? 0), 0)
}

function digitsOf(text: string, lengths: readonly number[]): readonly number[] | undefined {
  const plain = withoutSpaces(text)
  return /^\d+$/.test(plain) && lengths.includes(plain.length) && !/^0+$/.test(plain)
    ? plain.split('').map(Number)
    : undefined
}

function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}
