import type { Caller } from '#domain/kernel/access'
import { operation } from '#http/operation'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of what people attach to a deal. */
export const operations = [
  operation({
    id: 'listComments',
    method: 'GET',
    path: '/deals/{deal}/comments',
    right: 'signed_in',
    forKeys: 'deals_read',
    answer: 'CommentList',
    run: async ({ ports, params, ...asker }) => {
      const { readComments } = await import('#usecases/attached/comments')
      return { items: [...(await readComments(ports, await seen(ports, asker, params.deal)))] }
    },
  }),
  operation({
    id: 'addComment',
    method: 'POST',
    path: '/deals/{deal}/comments',
    right: 'signed_in',
    forKeys: 'deals_edit',
    agent: { as: 'addComment' },
    body: 'AddComment',
    answer: 'Comment',
    status: 201,
    once: true,
    run: async ({ ports, params, command, body, ...asker }) => {
      const { addComment } = await import('#usecases/attached/comments')
      return addComment(ports, command, await seen(ports, asker, params.deal), body)
    },
  }),
  operation({
    id: 'changeComment',
    method: 'PATCH',
    path: '/deals/{deal}/comments/{comment}',
    right: 'signed_in',
    body: 'ChangeComment',
    answer: 'Comment',
    run: async ({ ports, params, command, body, ...asker }) => {
      const { changeComment } = await import('#usecases/attached/comments')
      const deal = await seen(ports, asker, params.deal)
      return changeComment(ports, command, deal, { ...body, id: params.comment })
    },
  }),
  operation({
    id: 'removeComment',
    method: 'DELETE',
    path: '/deals/{deal}/comments/{comment}',
    right: 'signed_in',
    answer: 'Removed',
    run: async ({ ports, params, command, ...asker }) => {
      const { removeComment } = await import('#usecases/attached/comments')
      return removeComment(ports, command, await seen(ports, asker, params.deal), params.comment)
    },
  }),
  operation({
    id: 'listFiles',
    method: 'GET',
    path: '/deals/{deal}/files',
    right: 'signed_in',
    forKeys: 'deals_read',
    answer: 'AttachedFiles',
    run: async ({ ports, params, ...asker }) => {
      const { readFiles } = await import('#usecases/attached/files')
      return { items: [...(await readFiles(ports, await seen(ports, asker, params.deal)))] }
    },
  }),
  operation({
    id: 'announceUpload',
    method: 'POST',
    path: '/uploads',
    right: 'signed_in',
    body: 'AnnounceUpload',
    answer: 'FileToSend',
    status: 201,
    run: async ({ ports, command, body }) =>
      (await import('#usecases/files/uploads')).announceUpload(ports, command, body),
  }),
  operation({
    id: 'addFile',
    method: 'POST',
    path: '/deals/{deal}/files',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'AddFile',
    answer: 'FileToSend',
    status: 201,
    run: async ({ ports, params, command, body, ...asker }) => {
      const { addFile } = await import('#usecases/attached/files')
      return addFile(ports, command, await seen(ports, asker, params.deal), body)
    },
  }),
  operation({
    id: 'keepFile',
    method: 'POST',
    path: '/deals/{deal}/files/{file}/arrival',
    right: 'signed_in',
    forKeys: 'deals_edit',
    body: 'FileArrival',
    answer: 'AttachedFile',
    run: async ({ ports, params, command, ...asker }) => {
      const { keepFile } = await import('#usecases/attached/files')
      return keepFile(ports, command, await seen(ports, asker, params.deal), params.file)
    },
  }),
  operation({
    id: 'readFileAddress',
    method: 'GET',
    path: '/deals/{deal}/files/{file}/address',
    right: 'signed_in',
    forKeys: 'deals_read',
    query: 'FileQuery',
    answer: 'FileAddress',
    run: async ({ ports, params, query, ...asker }) => {
      const { addressOfFile } = await import('#usecases/attached/files')
      const deal = await seen(ports, asker, params.deal)
      return addressOfFile(ports, deal, { id: params.file, as: query.as ?? 'attachment' })
    },
  }),
  operation({
    id: 'removeFile',
    method: 'DELETE',
    path: '/deals/{deal}/files/{file}',
    right: 'signed_in',
    answer: 'Removed',
    run: async ({ ports, params, command, ...asker }) => {
      const { removeFile } = await import('#usecases/attached/files')
      return removeFile(ports, command, await seen(ports, asker, params.deal), params.file)
    },
  }),
] as const

async function seen(ports: Ports, asker: { readonly caller: Caller; readonly people: People }, deal: string) {
  return (await import('#usecases/attached/seen-subject')).seenDeal(ports, asker, deal)
}
