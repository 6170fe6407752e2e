/** Folders of the two indexes below the site's root: of everything, and of the decisions alone. */
export const INDEX_FOLDERS = { all: 'pagefind', decisions: 'pagefind/beslutninger' } as const
