import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { attachedRefusal } from '#domain/attached/words/attached-refusal'
import { unkeptForSec } from '#domain/files/file-limits'
import type { AnnouncedFile, AttachedStore } from '#ports/attached'
import type { AttachedFile, Comment } from '#schemas/attached'
import type { DomainEvent } from '#schemas/event'
import type { Subject } from '#schemas/subject'
import { answerPut } from '#store/deals/answer-put'
import { notePut } from '#store/deals/note-write'
import type { Key } from '#store/key'
import { onlyRevision } from '#store/only-revision'
import { queryAll } from '#store/query'
import { subjectPartition } from '#store/subject-key'
import type { TableAccess } from '#store/table-access'
import { transact, type TransactItem } from '#store/transact'
import { attachedKeys, prefixes } from './attached-key'

type Access = Pick<TableAccess, 'document' | 'table'>

/** Comments and files beside their subject. */
export function attachedStore(access: Access): AttachedStore {
  return { ...commentsOf(access), ...filesOf(access) }
}

function commentsOf(
  access: Access,
): Pick<AttachedStore, 'comments' | 'comment' | 'addComment' | 'saveComment' | 'removeComment'> {
  const { document, table } = access
  return {
    comments: (subject) => list<Comment>(access, subject, { prefix: prefixes.comments, name: 'comment' }),
    comment: (subject, id) => find<Comment>(access, attachedKeys.comment(subject, id), 'comment'),
    addComment: async (comment, { event, answer }) => {
      const answered = answer === undefined ? [] : [answerPut(table, answer, comment.at)]
      const stopped = await transact(document, [commentPut(table, comment), ...told(table, event), ...answered])
      if (stopped !== undefined) throw attachedRefusal('version_conflict.comment')
    },
    saveComment: async (comment, event) =>
      (await transact(document, [commentPut(table, comment), ...told(table, event)])) === undefined,
    removeComment: ({ subject, id }) => remove(access, attachedKeys.comment(subject, id)),
  }
}

function filesOf(
  access: Access,
): Pick<AttachedStore, 'files' | 'file' | 'announce' | 'announced' | 'addFile' | 'removeFile'> {
  const { document, table } = access
  return {
    files: (subject) => list<AttachedFile>(access, subject, { prefix: prefixes.files, name: 'file' }),
    file: (subject, id) => find<AttachedFile>(access, attachedKeys.file(subject, id), 'file'),
    announce: async (announced) => {
      const { subject, id, at } = announced
      const expiresAt = Math.ceil(Date.parse(at) / 1000) + unkeptForSec
      const Item = { ...attachedKeys.announced(subject, id), announced, expiresAt }
      await document.send(new PutCommand({ TableName: table, Item }))
    },
    announced: (subject, id) => find<AnnouncedFile>(access, attachedKeys.announced(subject, id), 'announced'),
    addFile: async (file, event) => {
      const { subject, id } = file
      const Item = { ...attachedKeys.file(subject, id), file }
      const put: TransactItem = {
        Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
      }
      const gone: TransactItem = { Delete: { TableName: table, Key: attachedKeys.announced(subject, id) } }
      return (await transact(document, [put, gone, ...told(table, event)])) === undefined
    },
    removeFile: ({ subject, id }) => remove(access, attachedKeys.file(subject, id)),
  }
}

async function find<T>({ document, table }: Access, key: Key, name: string): Promise<T | undefined> {
  const { Item } = await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))
  return Item?.[name] as T | undefined
}

/** The newest first. */
async function list<T>(
  access: Access,
  subject: Subject,
  { prefix, name }: { readonly prefix: string; readonly name: string },
): Promise<readonly T[]> {
  const items = await queryAll(access, { pk: subjectPartition(subject), prefix, newestFirst: true })
  return items.map((item) => item[name] as T)
}

async function remove({ document, table }: Access, key: Key): Promise<void> {
  await document.send(new DeleteCommand({ TableName: table, Key: key }))
}

function told(table: string, event: DomainEvent | undefined): readonly TransactItem[] {
  return event === undefined ? [] : [notePut(table, event)]
}

/** Only over the revision before it, and a new one only where none is. */
function commentPut(table: string, comment: Comment): TransactItem {
  const { subject, id, rev } = comment
  const Item = { ...attachedKeys.comment(subject, id), comment, rev }
  return { Put: { TableName: table, Item, ...onlyRevision(rev === 1 ? undefined : rev - 1) } }
}
