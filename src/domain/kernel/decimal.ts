/** A decimal that is a text, such as `92.50`, as whole digits and how many of them stand behind the point. */
export function digitsIn(decimal: string): { readonly digits: bigint; readonly places: number } {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return { digits: BigInt(whole + fraction), places: fraction.length }
}
