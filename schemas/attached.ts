import Type from 'typebox'

import { instant, line, prose, shape, words } from './shape'
import { Subject } from './subject'

const id = (description: string) => Type.String({ description })

/** What somebody said of a deal or another subject. */
export type Comment = Type.Static<typeof Comment>
export const Comment = shape('Comment', {
  id: id('comment_…: the newer one sorts later'),
  subject: Subject,
  text: Type.String({ description: 'With @ and the name of whoever is meant' }),
  by: id('Employee or integration that wrote it'),
  at: instant('When it was written'),
  mentions: Type.Array(id('An employee'), { description: 'Whom it names: they were told' }),
  pinned: Type.Boolean({ description: 'Stands above the others' }),
  editedAt: Type.Optional(instant('When its text was last changed')),
  rev: Type.Integer({ minimum: 1 }),
})

/** Says something. Whoever is named in it with @ and their name, or their id, is told; they must be able to see it. */
export type AddComment = Type.Static<typeof AddComment>
export const AddComment = shape('AddComment', {
  text: prose({ minLength: 1, maxLength: 4000, examples: ['@Anna Smirnova the client asks for an instalment plan'] }),
  pinned: Type.Optional(Type.Boolean({ description: 'false where absent' })),
})

/** Changes what was said, or pins it. Whoever wrote it may change the text; whoever sees it may pin it. */
export type ChangeComment = Type.Static<typeof ChangeComment>
export const ChangeComment = shape('ChangeComment', {
  text: Type.Optional(prose({ minLength: 1, maxLength: 4000 })),
  pinned: Type.Optional(Type.Boolean()),
})

/** What was said, the newest first; pinned ones first of all. */
export const CommentList = shape('CommentList', { items: Type.Array(Comment) })

/** A file that lies with a deal or another subject. */
export type AttachedFile = Type.Static<typeof AttachedFile>
export const AttachedFile = shape('AttachedFile', {
  id: id('file_…: the newer one sorts later'),
  subject: Subject,
  name: Type.String({ description: 'As it was called where it came from' }),
  size: Type.Integer({ description: 'Bytes' }),
  sha256: Type.String({ description: 'Of its bytes, in hexadecimal' }),
  type: Type.String({ description: 'What it is by its content, whatever it is called', examples: ['application/pdf'] }),
  by: id('Employee or integration that brought it'),
  at: instant('When it came'),
})
export const AttachedFiles = shape('AttachedFiles', { items: Type.Array(AttachedFile) })

/** Announces a file: its bytes are then sent to the address that is answered. */
export type AddFile = Type.Static<typeof AddFile>
export const AddFile = shape('AddFile', {
  name: line({ maxLength: 400, examples: ['Договор 15.pdf'] }),
  size: Type.Integer({ minimum: 0, description: 'Bytes; 20 MB (20 971 520) at most', examples: [48213] }),
  sha256: Type.String({
    pattern: '^[0-9a-f]{64}$',
    description: 'Of its bytes, in hexadecimal',
    examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  }),
})

/** Announces bytes that something else will name, such as a statement of the bank that is too large for a body. */
export type AnnounceUpload = Type.Static<typeof AnnounceUpload>
export const AnnounceUpload = shape('AnnounceUpload', {
  size: Type.Integer({ minimum: 1, maximum: 20_971_520, description: 'Bytes; 20 MB at most', examples: [2_482_133] }),
  sha256: Type.String({
    pattern: '^[0-9a-f]{64}$',
    description: 'Of these bytes, in hexadecimal',
    examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  }),
})

/** Where the bytes of an announced file are to be sent. */
export type FileToSend = Type.Static<typeof FileToSend>
export const FileToSend = shape('FileToSend', {
  id: id('The file: say when it is there'),
  method: words(['PUT']),
  url: Type.String({ description: 'Absolute, or a path of this API; takes exactly these bytes and nothing else' }),
  headers: Type.Record(Type.String(), Type.String(), { description: 'To be sent along' }),
  expiresAt: instant('Until when'),
})

/** Says that the bytes of a file were sent. */
export const FileArrival = shape('FileArrival', {})

/** How a file is to be handed out. */
export const FileQuery = shape('FileQuery', {
  as: Type.Optional(
    words(['inline', 'attachment'], {
      description: 'inline: shown by a browser, pictures and PDF alone; attachment where absent',
    }),
  ),
})

/** Where the bytes of a file can be read. */
export const FileAddress = shape('FileAddress', {
  url: Type.String({ description: 'Absolute, or a path of this API; whoever has it reads the file' }),
  expiresAt: instant('Until when: a minute'),
})

/** That something is gone. */
export const Removed = shape('Removed', { id: Type.String() })
