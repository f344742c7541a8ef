import { StoreUnreadable } from '#embedded/file'

import { LocalError, say } from './say'

/** What Node and SQLite say of a disk that is full, and of a folder that may not be written to. */
const full = /\b(ENOSPC|EDQUOT)\b|disk is full/
const closed = /\b(EROFS|EACCES|EPERM)\b|readonly database|unable to open database file/

/** Why nothing can be kept in a folder, as somebody who runs it would want to be told; any other error stays as it is. */
export function startTrouble(error: unknown, folder: string): unknown {
  if (error instanceof LocalError || !(error instanceof Error)) return error
  if (error instanceof StoreUnreadable) return unreadable(error)
  const said = `${'code' in error ? String(error.code) : ''} ${error.message}`
  if (full.test(said)) return new LocalError(say('disk_full', { folder }), { cause: error })
  if (closed.test(said)) return new LocalError(say('folder_closed', { folder }), { cause: error })
  return error
}

function unreadable({ path, fault, cause }: StoreUnreadable): LocalError {
  if ('empty' in fault) return new LocalError(say('store_empty', { path }))
  if ('form' in fault) return new LocalError(say('store_other_form', { path, form: fault.form }))
  if (full.test(fault.why)) return new LocalError(say('disk_full', { folder: path }), { cause })
  if (closed.test(fault.why)) return new LocalError(say('folder_closed', { folder: path }), { cause })
  return new LocalError(say('store_damaged', { path, why: fault.why }), { cause })
}
