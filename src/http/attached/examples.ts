import type { ExamplesOf } from '#http/described'
import { anna, dealId } from '#http/example-things'
import type { AttachedFile, Comment } from '#schemas/attached'
import type { operations } from './operations'

const at = '2026-11-23T09:00:00.000Z'
const subject = { kind: 'deal', id: dealId } as const

const comment: Comment = {
  id: 'comment_01KAQ5C9Z1X8R7P6N5M4K3J2HG',
  subject,
  text: '@Oleg Smirnov they ask for an instalment plan',
  by: anna.id,
  at,
  mentions: ['oleg.smirnov'],
  pinned: false,
  rev: 1,
}

const sha256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'
const file: AttachedFile = {
  id: 'file_01KAQ5D0A2Y9S8Q7P6N5M4L3KJ',
  subject,
  name: 'Offer 15.pdf',
  size: 48_213,
  sha256,
  type: 'application/pdf',
  by: anna.id,
  at,
}
const params = { deal: dealId }
const ofComment = { deal: dealId, comment: comment.id }
const ofFile = { deal: dealId, file: file.id }
const address = `/files/${dealId}/${file.id}?for=`

/** An example of every operation on comments and files; only the description of the interface shows them. */
export const examples = {
  listComments: { params, answer: { items: [comment] } },
  addComment: { params, body: { text: comment.text }, answer: comment },
  changeComment: { params: ofComment, body: { pinned: true }, answer: { ...comment, pinned: true, rev: 2 } },
  removeComment: { params: ofComment, answer: { id: comment.id } },
  listFiles: { params, answer: { items: [file] } },
  announceUpload: {
    body: { size: 2_482_133, sha256 },
    answer: {
      id: 'up_01KAQ5D0A2Y9S8Q7P6N5M4L3KJ',
      method: 'PUT',
      url: '/files/up_0f3k2m9q1zc2v8b4n6m1s5/up_01KAQ5D0A2Y9S8Q7P6N5M4L3KJ?for=put',
      headers: {},
      expiresAt: '2026-11-23T09:15:00.000Z',
    },
  },
  addFile: {
    params,
    body: { name: file.name, size: file.size, sha256 },
    answer: { id: file.id, method: 'PUT', url: `${address}put`, headers: {}, expiresAt: '2026-11-23T09:15:00.000Z' },
  },
  keepFile: { params: ofFile, body: {}, answer: file },
  readFileAddress: { params: ofFile, answer: { url: `${address}read`, expiresAt: '2026-11-23T09:01:00.000Z' } },
  removeFile: { params: ofFile, answer: { id: file.id } },
} as const satisfies ExamplesOf<typeof operations>
