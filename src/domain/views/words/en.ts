/** Why something about a view was refused, in English, by code. */
export const en = {
  view_unknown: ({ id }: { id: string }) => `There is no view “${id}” among your own and the shared ones.`,
  too_many_views: ({ most }: { most: number }) => `You keep ${most} views already. Remove one you do not need first.`,
  'forbidden.share_view': 'Views for everybody are made by those who lead others. Keep this one for yourself.',
  'forbidden.view': ({ name, owner }: { name: string; owner: string }) =>
    `“${name}” was made by “${owner}”: they alone may change it, or whoever may change all employees. Save it under another name for yourself.`,
  'precondition_failed.view': ({ name }: { name: string }) =>
    `“${name}” was changed by somebody else in this moment. Read it again and send If-Match with the ETag you get.`,
} as const
