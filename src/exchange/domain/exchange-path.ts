/** The address that is entered in 1C, behind that of the product. */
export const exchangePath = '/exchange/1c'
