import { fromEnv } from '@aws-sdk/credential-provider-env'

/**
 * Where a function has its credentials from: Lambda hands them over in the environment. It stands in the place of the
 * SDK's own chain when functions are bundled: what that would try on a laptop pulls 37 kB into every start.
 */
export const defaultProvider = (): ReturnType<typeof fromEnv> => fromEnv()
