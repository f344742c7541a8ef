/** A setting of this function. Throws when the deployment forgot it, before anything is done without it. */
export function environment(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`The function was deployed without ${name}.`)
  return value
}
