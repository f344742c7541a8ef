/** How far a right reaches: nothing, own things, the department, it and those below it, everything. */
export const reaches = ['none', 'own', 'department', 'department_below', 'all'] as const
export type Reach = (typeof reaches)[number]

export const rightKinds = [
  'deals_read',
  'deals_edit',
  'plan_read',
  'plan_edit',
  'books_edit',
  'people_edit',
  'rules_edit',
  'import',
  'clients_read',
  'clients_edit',
  'clients_contacts',
  'clients_know',
  'clients_merge',
  'export',
  'audit_read',
  'channels_edit',
  'recordings_hear',
] as const
export type RightKind = (typeof rightKinds)[number]
