import type { Files } from '#ports/files'

const nowhere = (): Promise<never> => Promise.reject(new Error('No place for files is set up here.'))

/** Where no place for files is set up: nothing can be sent, kept or read. */
export const noFiles: Files = {
  putAddress: nowhere,
  keep: nowhere,
  sent: nowhere,
  put: nowhere,
  readAddress: nowhere,
  get: nowhere,
  remove: nowhere,
}
