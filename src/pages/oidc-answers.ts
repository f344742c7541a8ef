import * as oauth from 'oauth4webapi'

import { Refusal } from '#domain/kernel/refusal'

/** What the provider itself gives as its reason. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message
  if (error instanceof oauth.AuthorizationResponseError) return error.error_description ?? error.error
  if (error instanceof oauth.ResponseBodyError) return error.error_description ?? error.error
  return undefined
}

/** That a provider does not answer. */
export const silent = 'silent'

/** That the provider does not answer, or which check its answer did not pass; undefined where neither is so. */
export function oddAnswer(error: unknown): string | undefined {
  if (error instanceof oauth.OperationProcessingError) {
    const { cause } = error
    // The server puts a Response of its own in the place of the platform's, so the answer is known by what it has.
    const status = typeof cause === 'object' && cause !== null && 'status' in cause ? Number(cause.status) : 0
    const isCutOff = cause instanceof Error && cause.name === 'TimeoutError'
    return status >= 500 || isCutOff ? silent : (error.code ?? error.message)
  }
  if (error instanceof oauth.UnsupportedOperationError) return error.code
  if (error instanceof oauth.WWWAuthenticateChallengeError) return error.code
  if (!(error instanceof Error)) return undefined
  const isSilent =
    error.name === 'TimeoutError' || (error instanceof TypeError && /^(?:fetch failed|terminated)$/.test(error.message))
  return isSilent ? silent : undefined
}
