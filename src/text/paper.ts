/** What the preview of a sheet says beside the sheet's own words. */
export const paper = {
  preview: (title: string) => `Preview: ${title}`,
  mask: 'Mask this word',
  show: 'Show this word again',
} as const
