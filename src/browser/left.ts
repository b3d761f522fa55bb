/** Whether somebody left the diary quickly in this window: until they come back it shows a page that tells nothing. */
export const leftName = 'doorstep.left'

export const hasLeft = (): boolean => sessionStorage.getItem(leftName) !== null

/** The address of the page in place of the diary: by it index.html knows to show nothing before any script runs (frame.css). */
export const leftPlace = '#recipe'
