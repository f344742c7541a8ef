/** The sum of a currency is an attribute of its own, so that adding to it needs no look at the others. */
export const sumOf = 'sum:'
/** The attribute of what deals come to whose heads do not name a currency; they leave it when they are told again. */
export const sumOfUnnamed = 'sumMinor'
