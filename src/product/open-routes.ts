import { allOperations } from './lists/operations'

/** The addresses that answer without a token: what is declared as public. */
export const openRoutes = allOperations
  .filter(({ right }) => right === 'public')
  .map(({ method, path }) => ({ method, path }))
